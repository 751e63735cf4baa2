import type { ChatInputCommandInteraction } from 'discord.js';
import type { Context } from '../../src/discord/context.ts';
import { asTyped } from '../../src/discord/messages/parts/names.ts';
import { readPeriod } from '../../src/letters/dates/periods.ts';
import type { QuestionFilters } from '../../src/retrieval/types.ts';
import { findLetter, findMeeting } from '../choices.ts';

/** What the asker chose to narrow the search, or the sentence that says what is wrong with it. */
export function chosenFilters(
  { options }: ChatInputCommandInteraction,
  { library, texts: { problem } }: Context,
): QuestionFilters | string {
  const letter = options.getString('letter');
  const meeting = options.getString('meeting');
  const from = options.getString('from');
  const to = options.getString('to');
  const foundLetter = letter === null ? null : findLetter(library, letter);
  const foundMeeting = meeting === null ? null : findMeeting(library, meeting);
  const first = from === null ? null : readPeriod(from)?.from;
  const last = to === null ? null : readPeriod(to)?.to;
  if (letter !== null && !foundLetter) return problem.unknownLetter(asTyped(letter));
  if (meeting !== null && !foundMeeting) return problem.unknownMeeting(asTyped(meeting));
  if (from !== null && !first) return problem.unknownDate(asTyped(from));
  if (to !== null && !last) return problem.unknownDate(asTyped(to));
  if (first && last && first > last) return problem.reversedPeriod;
  return {
    ...(foundLetter && { letter: foundLetter.id }),
    ...(foundMeeting && { meeting: foundMeeting.id }),
    ...(first && { from: first }),
    ...(last && { to: last }),
  };
}
