import type { ChatInputCommandInteraction } from 'discord.js';
import { asTyped } from '../src/discord/messages/parts/names.ts';
import { given } from '../src/given.ts';
import { readPeriod } from '../src/letters/dates/periods.ts';
import type { Texts } from '../src/texts/nl.ts';

/** The first and last day (ISO) of the options `from` and `to`, or the sentence that says what is wrong with them. */
export function chosenPeriod(
  { options }: ChatInputCommandInteraction,
  { problem }: Texts,
): { readonly from?: string; readonly to?: string } | string {
  const [typedFrom, typedTo] = [options.getString('from'), options.getString('to')];
  const from = typedFrom === null ? undefined : readPeriod(typedFrom)?.from;
  const to = typedTo === null ? undefined : readPeriod(typedTo)?.to;
  if (typedFrom !== null && !from) return problem.unknownDate(asTyped(typedFrom));
  if (typedTo !== null && !to) return problem.unknownDate(asTyped(typedTo));
  if (from && to && from > to) return problem.reversedPeriod;
  return given({ from, to });
}
