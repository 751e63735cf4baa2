/** Questions and passages may be encoded differently (e5 models want another prefix for each). */
export type TextKind = 'query' | 'passage';

/** One text in parts, as a passage is its context and its sentences: read by the model as one, joined by spaces. */
export type TextParts = readonly string[];

/** The token vectors of one part of a text, row after row. A row's L2 norm is its weight in late interaction. */
export interface TokenVectors {
  /** `count * dimension` numbers. */
  readonly vectors: Float32Array;
  readonly count: number;
}

/** What one pass of the model gives of one text. */
export interface Encoding {
  /** At unit length; the zero vector for a text without tokens. */
  readonly vector: Float32Array;
  /** Of each part its token vectors; null where the model was not trained for late interaction. */
  readonly tokens: readonly TokenVectors[] | null;
}

/** Directions of token vectors in small whole numbers, as an index keeps them: `count * tokenDimension` of them. */
export interface TokenRows {
  readonly rows: Int8Array;
  readonly count: number;
}

/** What reading a passage with a question in mind gives. The three shares are 1 together. */
export interface Reading {
  /** How likely it is that the passage answers the question. */
  readonly answers: number;
  /** How likely it is that it speaks of the subject without answering. */
  readonly bears: number;
  /** How likely it is that it is about something else. */
  readonly nothing: number;
  /** Of each token how strongly it points at the answer, in logits. */
  readonly tokens: Float32Array;
}

/** What reading question and passage as one text gives. The three shares are as those of `Reading`. */
export interface CloseReading extends Pick<Reading, 'answers' | 'bears' | 'nothing'> {
  /** Of each part of the passage how strongly it points at the answer, in logits; null where none of it was read. */
  readonly parts: readonly (number | null)[];
}

/** Text to vectors. The only implementation that knows a model lives in this folder; tests bring their own. */
export interface Encoder {
  /** Model name as configured. */
  readonly name: string;
  /** Name and checksum of everything that decides the vectors: equal fingerprints give equal vectors. */
  readonly fingerprint: string;
  /** Length of a vector. */
  readonly dimension: number;
  /** Length of a token's vector; null where the model was not trained for late interaction (ColBERT: Khattab and Zaharia 2020). */
  readonly tokenDimension: number | null;
  /**
   * One encoding a text, in order.
   * @param signal aborts when nobody waits for them any more; then it may reject with the signal's reason
   */
  encode(texts: readonly TextParts[], kind: TextKind, signal?: AbortSignal): Promise<Encoding[]>;
  /**
   * Reads passages with a question in mind, all that there are at once; absent where the model brings no reader, or one
   * that can't be loaded.
   * @param question what `encode` gave of it
   * @param signal as for `encode`
   */
  read?(question: TokenVectors, passages: readonly TokenRows[], signal?: AbortSignal): Promise<Reading[]>;
  /**
   * Reads a passage closely: together with the question, by a cross-encoder. It takes longer than encoding the passage
   * does, so few are read so. Absent where the model brings none, or one that can't be loaded.
   * @param question the words that are asked
   * @param passage in parts, as it was encoded
   * @param signal as for `encode`
   * @returns null where only loading the model shows that it can't be read so
   */
  readClosely?(question: string, passage: TextParts, signal?: AbortSignal): Promise<CloseReading | null>;
  /** Why the model's reader or cross-encoder can't be loaded, where that is so. */
  readonly unread?: string | undefined;
  close(): Promise<void>;
}
