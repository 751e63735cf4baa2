import type { CloseReading, Encoding, Reading, TextKind, TextParts, TokenRows, TokenVectors } from './types.ts';

/** What the bot's process and the encoder's process say to each other. */
export type EncoderTask =
  | { readonly task: 'encode'; readonly texts: readonly TextParts[]; readonly kind: TextKind }
  | { readonly task: 'read'; readonly question: TokenVectors; readonly passages: readonly TokenRows[] }
  | { readonly task: 'read closely'; readonly question: string; readonly passage: TextParts };

export type EncoderRequest = EncoderTask & { readonly id: number };

export type EncoderReply =
  | {
      readonly type: 'ready';
      readonly name: string;
      readonly fingerprint: string;
      readonly dimension: number;
      readonly tokenDimension: number | null;
      /** Whether the model brings a reader, and a cross-encoder. */
      readonly reads: boolean;
      readonly readsClosely: boolean;
      readonly unread: string | undefined;
    }
  | { readonly type: 'failed'; readonly model: string; readonly why: string }
  | { readonly type: 'encoded'; readonly id: number; readonly encodings: Encoding[] }
  | { readonly type: 'read'; readonly id: number; readonly readings: Reading[] }
  | { readonly type: 'read closely'; readonly id: number; readonly reading: CloseReading | null }
  | { readonly type: 'error'; readonly id: number; readonly message: string };
