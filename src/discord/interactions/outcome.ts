import type { OutgoingMessage } from '../messages/parts/parts.ts';

/** Who sees the answer to an interaction. Discord fixes it with the acknowledgement. */
export type Visibility = 'private' | 'public';

/** What came of an interaction. */
export interface Outcome {
  /** The answer, seen by whom the acknowledgement said. */
  readonly message: OutgoingMessage;
  /** Also posted in the channel. */
  readonly broadcast?: OutgoingMessage;
  /** For the log. */
  readonly facts?: Facts;
}

export interface Facts {
  /** Only logged where LOG_QUESTIONS says so. */
  readonly question?: string;
  readonly answered?: boolean;
  readonly confidence?: number;
  readonly quotes?: readonly string[];
}
