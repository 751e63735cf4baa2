import { nameOf } from '../../answers/meetings.ts';
import type { View } from '../context.ts';
import type { Choices } from '../stores/settings.ts';
import { cutAtWord } from './parts/excerpt.ts';
import { ACCENT, type OutgoingMessage, panel, small, text } from './parts/parts.ts';

const MEETING_LENGTH = 200;

/** What a server and one of its channels chose, and so what holds in the channel. */
export function settingsMessage(
  chosen: { readonly server: Choices; readonly channel: Choices },
  channelId: string,
  view: View,
): OutgoingMessage {
  const { settings: say } = view.texts;
  const lines = (['language', 'meeting', 'quotes', 'visibility'] as const).map((name) => {
    const from =
      chosen.channel[name] !== undefined
        ? say.ofChannel
        : chosen.server[name] !== undefined
          ? say.ofServer
          : say.byDefault;
    return `- **${say.names[name]}**: ${shownValue(name, { ...chosen.server, ...chosen.channel }, view)} (${from})`;
  });
  return panel([text(`### ${say.title(`<#${channelId}>`)}`), text(lines.join('\n')), small(say.hint)], ACCENT.answer);
}

function shownValue(name: keyof Choices, choices: Choices, { library, language, texts }: View): string {
  const { values } = texts.settings;
  if (name === 'language') return values.language[choices.language ?? 'reader'];
  if (name === 'quotes') return values.quotes[choices.quotes ?? 0];
  if (name === 'visibility') return values.visibility[choices.visibility ?? 'usual'];
  const meeting = library.meetings.find(({ id }) => id === choices.meeting);
  if (meeting) return cutAtWord(nameOf(meeting, language), MEETING_LENGTH);
  return choices.meeting === undefined ? values.meeting.none : values.meeting.gone;
}
