import { type Client, ComponentType, type SendableChannels } from 'discord.js';
import type { LetterRef } from '../../answers/schema.ts';
import type { Library } from '../../answers/types.ts';
import { Problem } from '../../problem.ts';
import { texts } from '../../texts/texts.ts';
import { languageFor, type Services, settledChannel } from '../context.ts';
import { isNotAllowed } from '../interactions/errors.ts';
import { payload } from '../interactions/payload.ts';
import { DELIVERY_WAITS, withRetries } from '../interactions/retry.ts';
import { announcementMessage, outlineButton } from '../messages/announcement.ts';
import { allComponents } from '../messages/parts/measure.ts';
import { choicesIn } from '../stores/settings.ts';

/** Tells a channel of a new letter. */
export interface Announcer {
  /**
   * Posts what a letter is and holds, unless the channel has it already.
   *
   * @throws {Problem} where the bot may not, and what Discord answers where that fails for good
   */
  announce(letter: LetterRef, library: Library, signal: AbortSignal): Promise<void>;
}

/** Messages among which a letter that was announced, without this bot knowing of it, is looked for. */
const LOOKED_AT = 100;

export function createAnnouncer(client: Client, channelId: string, services: Services): Announcer {
  return {
    async announce(letter, library, signal) {
      const outline = library.outline(letter.id);
      if (outline === null) return;
      const channel = await channelOf(client, channelId);
      const guildId = 'guildId' in channel ? channel.guildId : null;
      const chosen = choicesIn(services.settings, guildId, settledChannel({ guildId, channelId, channel }));
      const language = languageFor(chosen, null, services);
      const commitments = await library.commitments({ signal });
      const message = announcementMessage(outline, commitments, { library, language, texts: texts(language) });
      const options = { ...payload(message), nonce: `new-${letter.id}`, enforceNonce: true };
      await withRetries(
        async () => {
          // It may have been sent before this bot was started, or by a try whose answer was lost.
          if (!(await isAnnounced(letter, channel))) await channel.send(options);
        },
        DELIVERY_WAITS,
        services.clock,
        () => services.stats.count('retries'),
      ).catch(refuse(channelId));
    },
  };
}

async function channelOf(client: Client, id: string): Promise<SendableChannels> {
  const channel = await client.channels.fetch(id).catch(refuse(id));
  if (channel?.isSendable()) return channel;
  throw new Problem(`FOLLOW_CHANNEL ${id} is no channel that takes messages; name another one.`);
}

/** Whether the letter's announcement stands among the last messages: a bot that was killed may not know that it did. */
async function isAnnounced({ id }: LetterRef, channel: SendableChannels): Promise<boolean> {
  const own = outlineButton(id);
  const messages = await channel.messages.fetch({ limit: LOOKED_AT, cache: false }).catch(refuse(channel.id));
  return messages.some(
    ({ author, components }) =>
      author.id === channel.client.user.id &&
      allComponents(components.map((component) => component.toJSON())).some(
        (part) => part.type === ComponentType.Button && 'custom_id' in part && part.custom_id === own,
      ),
  );
}

function refuse(channel: string): (error: unknown) => never {
  return (error) => {
    if (!isNotAllowed(error)) throw error;
    throw new Problem(
      `The bot may not announce in FOLLOW_CHANNEL ${channel}: give it View Channel, Send Messages and Read Message History there.`,
      { cause: error },
    );
  };
}
