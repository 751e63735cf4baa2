import { snowflake } from '../ids.ts';
import type { TopLevelComponent } from '../limits/components.ts';
import type { Embed } from '../limits/embeds.ts';
import { FLAGS } from '../limits/values.ts';
import type { UserPayload } from './person.ts';

export interface Attachment {
  id: string;
  filename: string;
  size: number;
  url: string;
  proxy_url: string;
  content_type: string;
  description?: string;
  ephemeral?: boolean;
}

/** Which interaction a message answers. */
export interface InteractionMetadata {
  id: string;
  type: number;
  user: UserPayload;
  authorizing_integration_owners: { '0'?: string; '1'?: string };
  original_response_message_id?: string;
  target_message_id?: string;
  interacted_message_id?: string;
}

/** A message as Discord sends it. It never changes: an edit makes a new one with the same id. */
export interface Message {
  readonly id: string;
  readonly channel_id: string;
  /** 0 plain, 19 reply, 20 answer to a slash command, 23 answer to a context menu command. */
  readonly type: number;
  readonly author: UserPayload;
  readonly content: string;
  readonly embeds: readonly Embed[];
  readonly components: readonly TopLevelComponent[];
  readonly attachments: readonly Attachment[];
  readonly mentions: readonly UserPayload[];
  readonly mention_roles: readonly string[];
  readonly mention_everyone: boolean;
  readonly flags: number;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly pinned: boolean;
  readonly tts: boolean;
  readonly nonce?: string | number;
  readonly application_id?: string;
  readonly webhook_id?: string;
  readonly interaction_metadata?: InteractionMetadata;
  readonly message_reference?: { type: 0; message_id: string; channel_id: string; guild_id?: string };
  readonly referenced_message?: Message | null;
}

/** A message and who can see it: everyone in its channel, or one person only. */
export interface StoredMessage {
  readonly message: Message;
  readonly visibleTo: string | null;
}

export type Draft = Partial<Omit<Message, 'id' | 'timestamp'>> & Pick<Message, 'channel_id' | 'author'>;

export function newMessage(draft: Draft): Message {
  return {
    id: snowflake(),
    type: 0,
    content: '',
    embeds: [],
    components: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    flags: 0,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    pinned: false,
    tts: false,
    ...draft,
  };
}

export function isThinking(message: Message): boolean {
  return (message.flags & FLAGS.loading) !== 0;
}

export function isEphemeral(message: Message): boolean {
  return (message.flags & FLAGS.ephemeral) !== 0;
}

/** A message replied to is given without the one that it in turn replies to. */
export function withoutReference(message: Message): Message {
  const { referenced_message: _, ...rest } = message;
  return rest;
}
