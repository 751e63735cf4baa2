import type { MessageBody } from '../limits/message-fields.ts';
import { FLAGS } from '../limits/values.ts';
import type { State } from '../state.ts';
import { completeComponents, completeEmbeds } from '../world/completion.ts';
import { mentionsIn } from '../world/mentions.ts';
import { type Attachment, type Draft, type Message, withoutReference } from '../world/messages.ts';
import { userPayload } from '../world/person.ts';
import type { UploadedFile } from './recorded.ts';

interface New {
  channelId: string;
  /** The message it is a reply to. */
  repliesTo?: Message | null;
}

/** A new message of the bot from what it sent. */
export function composeNew(state: State, body: MessageBody, files: UploadedFile[], place: New): Draft {
  const { bot, people, channels } = state.world;
  const content = body.content ?? '';
  const flags = body.flags ?? 0;
  const attachments = attach(state, body, files, place.channelId, (flags & FLAGS.ephemeral) !== 0);
  const components = completeComponents(body.components ?? [], attachments);
  const { repliesTo = null } = place;
  const channel = channels.get(place.channelId);
  const guild = channel?.kind === 'guild' ? { guild_id: channel.guild.id } : {};
  return {
    channel_id: place.channelId,
    author: userPayload(bot),
    content,
    embeds: completeEmbeds(body.embeds ?? []),
    components,
    attachments,
    flags,
    tts: body.tts ?? false,
    ...mentionsIn({
      content,
      components,
      people,
      allowed: body.allowed_mentions,
      repliedTo: repliesTo ? people.get(repliesTo.author.id) : undefined,
    }),
    ...(repliesTo
      ? {
          type: 19,
          message_reference: { type: 0, message_id: repliesTo.id, channel_id: repliesTo.channel_id, ...guild },
          referenced_message: withoutReference(repliesTo),
        }
      : {}),
  };
}

/** What an edit by the bot changes of a message: only the fields it names. */
export function composeEdit(state: State, body: MessageBody, files: UploadedFile[], old: Message): Partial<Message> {
  const kept = old.attachments.filter(
    (it) => !body.attachments || body.attachments.some((given) => String(given.id) === it.id),
  );
  const ephemeral = (old.flags & FLAGS.ephemeral) !== 0;
  const attachments = [...kept, ...attach(state, body, files, old.channel_id, ephemeral)];
  const content = body.content === undefined ? old.content : (body.content ?? '');
  const given = body.components === undefined ? old.components : (body.components ?? []);
  const components = completeComponents(given, attachments);
  const embeds = body.embeds === undefined ? old.embeds : completeEmbeds(body.embeds ?? []);
  const mentions = mentionsIn({ content, components, people: state.world.people, allowed: body.allowed_mentions });
  return {
    content,
    embeds,
    components,
    attachments,
    flags: (old.flags & ~FLAGS.loading) | (body.flags ?? 0),
    // The first text of a deferred answer is not an edit to its readers.
    edited_timestamp: old.flags & FLAGS.loading ? null : new Date().toISOString(),
    ...mentions,
  };
}

function attach(
  state: State,
  body: MessageBody,
  files: UploadedFile[],
  channelId: string,
  ephemeral: boolean,
): Attachment[] {
  return files.map((file) => {
    // "files[0]" is described by the attachment with id 0.
    const index = /\[(\d+)\]/.exec(file.field)?.[1];
    const description = body.attachments?.find((it) => String(it.id) === index)?.description;
    return state.files.add(channelId, file, description, ephemeral);
  });
}
