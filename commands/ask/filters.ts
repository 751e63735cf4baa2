import type { ChatInputCommandInteraction } from 'discord.js';
import type { Context } from '../../src/discord/context.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import type { OutgoingMessage } from '../../src/discord/messages/parts/parts.ts';
import { whichLetter, whichMeeting } from '../../src/discord/messages/unclear.ts';
import { filtersOf } from '../../src/discord/usual-meeting.ts';
import type { QuestionFilters } from '../../src/retrieval/types.ts';
import { chosenPeriod } from '../period.ts';

type Chosen = { readonly filters: QuestionFilters } | { readonly problem: OutgoingMessage };

/** What the asker chose to narrow the search, or what is wrong with it. */
export function chosenFilters(interaction: ChatInputCommandInteraction, context: Context): Chosen {
  const { library, texts } = context;
  const typedLetter = interaction.options.getString('letter');
  const typedMeeting = interaction.options.getString('meeting');
  const letter = typedLetter === null ? null : library.findLetter(typedLetter);
  if (letter && letter.is !== 'one') return { problem: whichLetter(letter, typedLetter ?? '', context) };
  const meeting = typedMeeting === null ? null : library.findMeeting(typedMeeting);
  if (meeting && meeting.is !== 'one') return { problem: whichMeeting(meeting, typedMeeting ?? '', context) };
  const period = chosenPeriod(interaction, texts);
  if (typeof period === 'string') return { problem: notice(period) };
  const about = meeting && filtersOf(meeting.value);
  return { filters: { ...about, ...(letter && { letter: letter.value.id }), ...period } };
}
