import type { TextKind, TokenVectors } from './types.ts';

/** What the bot's process and the encoder's process say to each other. */
export type EncoderRequest = {
  readonly id: number;
  readonly task: 'encode' | 'encodeTokens';
  readonly texts: readonly string[];
  readonly kind: TextKind;
};

export type EncoderReply =
  | {
      readonly type: 'ready';
      readonly name: string;
      readonly fingerprint: string;
      readonly dimension: number;
      readonly lateInteraction: boolean;
    }
  | { readonly type: 'failed'; readonly model: string; readonly why: string }
  | { readonly type: 'vectors'; readonly id: number; readonly vectors: Float32Array[] }
  | { readonly type: 'tokens'; readonly id: number; readonly tokens: TokenVectors[] }
  | { readonly type: 'error'; readonly id: number; readonly message: string };
