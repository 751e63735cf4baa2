import type { AutocompleteInteraction } from 'discord.js';
import type { Context } from '../../src/discord/context.ts';
import { summaryId } from '../../src/discord/custom-ids/pages.ts';
import { defineButton } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { asTyped } from '../../src/discord/messages/parts/names.ts';
import { notice } from '../../src/discord/messages/parts/parts.ts';
import { summaryPage } from '../../src/discord/messages/summary.ts';
import { overviews } from '../../src/texts/overviews.ts';
import { overviewChoices, whichMeeting } from '../meetings.ts';
import { definition } from './definition.ts';

/** Sums up a meeting in quotes, privately. */
export const summary = {
  definition,
  async run({ options }, context) {
    const { library, language } = context;
    const typed = options.getString('meeting', true);
    const { only: meeting, choices } = library.overviews.findMeeting(typed);
    if (!meeting) return { message: whichMeeting(typed, choices, context) };
    const detail = options.getString('detail');
    const titles = library.overviews.sections(meeting);
    const section = detail === null ? undefined : sectionNumber(titles, detail);
    if (detail !== null && section === undefined) {
      const { choose } = overviews(language);
      return { message: notice([choose.section(asTyped(detail)), ...titles.slice(0, 15).map(asItem)].join('\n')) };
    }
    const k = options.getBoolean('short') === true || undefined;
    return { message: await summaryPage(meeting, { m: meeting.id, s: section, k }, context) };
  },
  autocomplete(interaction, context) {
    const { name, value } = interaction.options.getFocused(true);
    return name === 'detail' ? sectionChoices(interaction, value, context) : overviewChoices(context, value);
  },
  buttons: [
    defineButton(summaryId, {
      async run(state, context) {
        const meeting = context.library.overviews.meetings.find(({ id }) => id === state.m);
        if (!meeting) return { message: notice(context.texts.problem.stale) };
        return { message: await summaryPage(meeting, state, context) };
      },
    }),
  ],
} satisfies ChatCommand;

function asItem(title: string): string {
  return `- ${asTyped(title)}`;
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

/** The sections of the meeting that was chosen, by their numbers: a title can be longer than a choice's value. */
function sectionChoices({ options }: AutocompleteInteraction, typed: string, { library }: Context) {
  const { only: meeting } = library.overviews.findMeeting(options.getString('meeting') ?? '');
  if (!meeting) return [];
  return library.overviews
    .sections(meeting)
    .map((name, at) => ({ name, value: `#${at}` }))
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
}
