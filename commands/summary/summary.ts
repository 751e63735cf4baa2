import type { AutocompleteInteraction } from 'discord.js';
import type { MeetingLetters } from '../../src/answers/meetings.ts';
import type { Summary } from '../../src/answers/summary/schema.ts';
import { SHORT_SUMMARY_LIMIT } from '../../src/answers/summary/summarize.ts';
import type { Context } from '../../src/discord/context.ts';
import { type SummaryState, summaryId } from '../../src/discord/custom-ids/pages.ts';
import { takeSummaryId } from '../../src/discord/custom-ids/take-along.ts';
import { defineButton } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import type { Outcome } from '../../src/discord/interactions/outcome.ts';
import { choice, notice } from '../../src/discord/messages/notice.ts';
import { asTyped, meetingLabel } from '../../src/discord/messages/parts/names.ts';
import type { OutgoingMessage } from '../../src/discord/messages/parts/parts.ts';
import { summaryMessage } from '../../src/discord/messages/summary.ts';
import { takeAlong } from '../../src/discord/messages/take-along.ts';
import { whichMeeting } from '../../src/discord/messages/unclear.ts';
import { usualMeeting } from '../../src/discord/usual-meeting.ts';
import { summaryDossier } from '../../src/export/dossiers.ts';
import { given } from '../../src/given.ts';
import { overviews } from '../../src/texts/overviews.ts';
import { meetingChoices } from '../choices.ts';
import { definition } from './definition.ts';

/** Sums up a meeting in quotes, privately. */
export const summary = {
  definition,
  async run({ options }, context) {
    const { library, language } = context;
    const typed = options.getString('meeting');
    const short = options.getBoolean('short') === true;
    const idOf = ({ id }: MeetingLetters) => summaryId.write(given({ m: id, k: short }));
    const found = typed === null ? usualMeeting(context) : library.findMeeting(typed);
    if (found === null) return { message: newestMeetings(context, idOf) };
    if ('is' in found && found.is !== 'one') return { message: whichMeeting(found, typed ?? '', context, idOf) };
    const meeting = 'is' in found ? found.value : found;
    const detail = options.getString('detail');
    const titles = library.sections(meeting);
    const section = detail === null ? undefined : sectionNumber(titles, detail);
    if (detail !== null && section === undefined) {
      const { choose } = overviews(language);
      const sections = titles
        .slice(0, 15)
        .map((name, s) => ({ name, id: summaryId.write(given({ m: meeting.id, s, k: short })) }));
      return { message: choice(choose.section(asTyped(detail)), sections) };
    }
    return show(meeting, given({ m: meeting.id, s: section, k: short }), context);
  },
  autocomplete(interaction, context) {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'detail') return sectionChoices(interaction, value, context);
    return meetingChoices(context.library, value, context.language);
  },
  buttons: [
    defineButton(summaryId, {
      async run(state, context) {
        const meeting = meetingOf(state, context);
        if (!meeting) return { message: notice(context.texts.problem.stale) };
        return show(meeting, state, context);
      },
    }),
    defineButton(takeSummaryId, {
      async run(state, context) {
        const meeting = meetingOf(state, context);
        if (!meeting) return { message: notice(context.texts.problem.stale) };
        const summary = await summaryOf(meeting, state, context);
        return { message: await takeAlong(summaryDossier(summary, meeting, context.language), ['docx', 'md']) };
      },
    }),
  ],
} satisfies ChatCommand;

/** The meeting that a button is about; null where no letter is about it any more, or none has the section. */
function meetingOf({ m, s }: SummaryState, { library }: Context): MeetingLetters | null {
  const meeting = library.meetings.find(({ id }) => id === m);
  return meeting && (s === undefined || library.sections(meeting)[s] !== undefined) ? meeting : null;
}

/** Where no meeting is named and the channel is about none: the newest as buttons. */
function newestMeetings({ library, language }: Context, idOf: (meeting: MeetingLetters) => string): OutgoingMessage {
  const { choose } = overviews(language);
  const newest = library.meetings.slice(0, CHOICES);
  return choice(
    newest.length > 0 ? choose.newest : choose.noLetters,
    newest.map((meeting) => ({ name: meetingLabel(meeting, language), id: idOf(meeting) })),
  );
}

const CHOICES = 8;

async function show(meeting: MeetingLetters, state: SummaryState, context: Context): Promise<Outcome> {
  const summary = await summaryOf(meeting, state, context);
  return { message: summaryMessage(summary, meeting, state, context) };
}

function summaryOf(meeting: MeetingLetters, state: SummaryState, { library, language }: Context): Promise<Summary> {
  const section = state.s === undefined ? undefined : library.sections(meeting)[state.s];
  const limit = state.k ? SHORT_SUMMARY_LIMIT : undefined;
  return library.summarize(meeting, { limit, section, language });
}

/** What somebody typed as a section: its number (from autocomplete), its title, or the only one with these words. */
function sectionNumber(titles: readonly string[], typed: string): number | undefined {
  const wanted = typed.trim().toLowerCase();
  const chosen = /^#\d+$/.test(wanted) ? Number(wanted.slice(1)) : -1;
  if (titles[chosen] !== undefined) return chosen;
  const same = titles.findIndex((title) => title.toLowerCase() === wanted);
  if (same >= 0) return same;
  const alike = [...titles.keys()].filter((at) => titles[at]?.toLowerCase().includes(wanted));
  return alike.length === 1 ? alike[0] : undefined;
}

/** The sections of the meeting that is meant, by their numbers: a title can be longer than a choice's value. */
function sectionChoices({ options }: AutocompleteInteraction, typed: string, context: Context) {
  const named = options.getString('meeting');
  const found = named === null ? null : context.library.findMeeting(named);
  const meeting = found === null ? usualMeeting(context) : found.is === 'one' ? found.value : null;
  if (!meeting) return [];
  return context.library
    .sections(meeting)
    .map((name, at) => ({ name, value: `#${at}` }))
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
}
