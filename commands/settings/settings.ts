import type { ChatInputCommandInteraction } from 'discord.js';
import { type Context, languageFor, settledChannel } from '../../src/discord/context.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import type { OutgoingMessage } from '../../src/discord/messages/parts/parts.ts';
import { settingsMessage } from '../../src/discord/messages/settings.ts';
import { whichMeeting } from '../../src/discord/messages/unclear.ts';
import { type Change, choicesSchema, placeOf } from '../../src/discord/stores/settings.ts';
import { texts } from '../../src/texts/texts.ts';
import { meetingChoices } from '../choices.ts';
import { definition, NO_CHOICE } from './definition.ts';

/** Chooses what holds in a server or one of its channels, and shows what does. */
export const settings = {
  definition,
  async run(interaction, context) {
    const { guildId, options, locale } = interaction;
    const channelId = settledChannel(interaction);
    if (guildId === null || channelId === null) return { message: notice(context.texts.problem.serverOnly) };
    const change = changeOf(interaction, context);
    if ('problem' in change) return { message: change.problem };
    const places = { server: placeOf(guildId, null), channel: placeOf(guildId, channelId) };
    const where = options.getString('where') === 'channel' ? 'channel' : 'server';
    if (Object.keys(change).length > 0) await context.settings.choose(places[where], change);
    const chosen = { server: context.settings.at(places.server), channel: context.settings.at(places.channel) };
    // Already in the language that holds from now on.
    const language = languageFor({ ...chosen.server, ...chosen.channel }, locale, context);
    return { message: settingsMessage(chosen, channelId, { ...context, language, texts: texts(language) }) };
  },
  autocomplete(interaction, { library, language }) {
    return meetingChoices(library, interaction.options.getFocused(), language);
  },
} satisfies ChatCommand;

/** What is to change: nothing for `show`; or what is wrong with it. */
function changeOf(
  { options }: ChatInputCommandInteraction,
  context: Context,
): Change | { readonly problem: OutgoingMessage } {
  const name = options.getSubcommand();
  if (name === 'show') return {};
  const typed = options.getString(name);
  if (name !== 'meeting') return chosenValue(name, typed);
  if (typed === null) return { meeting: null };
  const found = context.library.findMeeting(typed);
  return found.is === 'one' ? { meeting: found.value.id } : { problem: whichMeeting(found, typed, context) };
}

function chosenValue(name: string, typed: string | null): Change {
  if (typed === NO_CHOICE) return { [name]: null };
  return choicesSchema.parse({ [name]: name === 'quotes' ? Number(typed) : typed });
}
