import type { Message } from '../../local-discord/world/messages.ts';
import type { Session } from './session.ts';

/** The message whose components are shown, and who looks. */
export interface Shown {
  readonly message: Message;
  readonly session: Session;
}
