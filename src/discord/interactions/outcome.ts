import type { OutgoingMessage } from '../messages/parts/parts.ts';

/** What came of posting in the channel; what to tell the person where it did not. */
export type Post =
  | { readonly is: 'posted'; readonly url: string | null }
  | { readonly is: 'failed' | 'unknown'; readonly sentence: string };

/**
 * Who sees the answer to an interaction. Discord fixes it with the acknowledgement. `in place`: the private message that
 * was pressed becomes the answer.
 */
export type Visibility = 'private' | 'public' | 'in place';

/** What came of an interaction. */
export interface Outcome {
  /** The answer, seen by whom the acknowledgement said. */
  readonly message: OutgoingMessage;
  /** Also posted in the channel. */
  readonly broadcast?: OutgoingMessage;
  /** Told what came of the broadcast; what it returns takes the place of the message. */
  posted?(post: Post): OutgoingMessage | null;
  /**
   * Gives back what only one press may use up: called where nobody waits for the message any more, where it can't be shown,
   * and where the broadcast was not posted.
   */
  giveBack?(): void;
  /** What goes on after the message, and changes it. */
  readonly follow?: FollowUp;
  /** For the log. */
  readonly facts?: Facts;
}

/**
 * Work that goes on after a first message.
 *
 * @param show how far it is
 * @param signal aborts when the bot stops
 * @returns the last message
 */
export type FollowUp = (show: (message: OutgoingMessage) => void, signal: AbortSignal) => Promise<OutgoingMessage>;

export interface Facts {
  /** Only logged where LOG_QUESTIONS says so. */
  readonly question?: string;
  readonly answered?: boolean;
  readonly confidence?: number;
  readonly quotes?: readonly string[];
}
