/** Questions and passages may be encoded differently (e5 models want another prefix for each). */
export type TextKind = 'query' | 'passage';

/** The token vectors of one text, row after row. A row's L2 norm is its weight in late interaction. */
export interface TokenVectors {
  /** `count * dimension` numbers. */
  readonly vectors: Float32Array;
  readonly count: number;
}

/** Text to vector. The only implementation that knows a model lives in this folder; tests bring their own. */
export interface Encoder {
  /** Model name as configured. */
  readonly name: string;
  /** Name and checksum of everything that decides the vectors: equal fingerprints give equal vectors. */
  readonly fingerprint: string;
  /** Length of a vector. */
  readonly dimension: number;
  /** One unit vector a text, in order; the zero vector for a text without tokens. */
  encode(texts: readonly string[], kind: TextKind): Promise<Float32Array[]>;
  /** Token vectors for late interaction (ColBERT: Khattab and Zaharia 2020); absent where the model was not trained for it. */
  encodeTokens?(texts: readonly string[], kind: TextKind): Promise<TokenVectors[]>;
  close(): Promise<void>;
}
