import { randomBytes } from 'node:crypto';
import { snowflake } from '../ids.ts';
import type { Choice } from '../limits/callbacks.ts';
import type { Modal } from '../limits/modals.ts';
import type { Person } from '../world/person.ts';
import type { Channel } from '../world/places.ts';

/** Discord's number for what a person did. */
export const INTERACTION = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
export type InteractionType = (typeof INTERACTION)[keyof typeof INTERACTION];

/** Something a person did that the bot must answer, and how it was answered so far. */
export interface Interaction {
  readonly id: string;
  /** Lets the bot answer; good for 15 minutes. */
  readonly token: string;
  readonly type: InteractionType;
  /** The command's name, or the component's or modal's custom id. */
  readonly name: string;
  readonly user: Person;
  readonly channel: Channel;
  /** In ms since 1970. */
  readonly createdAt: number;
  /** The number of the last happening before it. */
  readonly mark: number;
  /** The message a component stands on, or a message command was used on. */
  readonly messageId: string | null;
  readonly commandType: 1 | 2 | 3 | null;
  readonly owners: { '0'?: string; '1'?: string };
  state: 'unanswered' | 'thinking' | 'answered';
  acknowledgedAt: number | null;
  /** The message that `@original` means. */
  originalId: string | null;
  readonly followUpIds: string[];
  choices: Choice[] | null;
  modal: Modal | null;
}

type Given = Pick<Interaction, 'type' | 'name' | 'user' | 'channel' | 'owners' | 'mark'> &
  Partial<Pick<Interaction, 'messageId' | 'commandType'>>;

export function newInteraction(given: Given): Interaction {
  const id = snowflake();
  return {
    id,
    token: `${Buffer.from(`interaction:${id}`).toString('base64url')}${randomBytes(48).toString('base64url')}`,
    createdAt: Date.now(),
    messageId: null,
    commandType: null,
    state: 'unanswered',
    acknowledgedAt: null,
    originalId: null,
    followUpIds: [],
    choices: null,
    modal: null,
    ...given,
  };
}
