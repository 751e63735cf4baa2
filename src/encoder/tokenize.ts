import type { LoadedModel } from './model-files.ts';
import type { EncoderProfile } from './profile.ts';
import type { TextKind, TextParts } from './types.ts';

/** The tokens of a text in parts, as the model gets them. */
export interface Tokens {
  /** Special tokens and the kind's prefix included. */
  readonly ids: readonly number[];
  /** Of each part its tokens, as a range of `ids`; empty where the text was cut before it. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Tokenizes parts one by one and puts them together: a part begins with a space, as in the whole text, so its pieces are
 * the same there, and each piece's part is known without offsets, which @xenova/transformers does not give.
 */
export class PartTokenizer {
  readonly #idsOf: (text: string) => number[];
  readonly #most: number;
  readonly #first: readonly number[];
  readonly #last: readonly number[];
  readonly #prefix: Readonly<Record<TextKind, readonly number[]>>;

  constructor(tokenizer: LoadedModel['tokenizer'], { maxTokens, queryPrefix, passagePrefix }: EncoderProfile) {
    this.#idsOf = (text) => (text.trim() === '' ? [] : tokenizer.encode(text, null, { add_special_tokens: false }));
    this.#most = maxTokens;
    // What the tokenizer puts around every text, such as <s> and </s>.
    const around = tokenizer.encode('', null, { add_special_tokens: true });
    this.#first = around.slice(0, Math.ceil(around.length / 2));
    this.#last = around.slice(Math.ceil(around.length / 2));
    this.#prefix = { query: this.#idsOf(queryPrefix), passage: this.#idsOf(passagePrefix) };
  }

  /** A text of more tokens than the model reads is cut. */
  tokens(parts: TextParts, kind: TextKind): Tokens {
    const ids = [...this.#first, ...this.#prefix[kind]];
    const most = this.#most - this.#last.length;
    const ranges = parts.map((part) => {
      const start = Math.min(ids.length, most);
      ids.push(...this.#idsOf(part).slice(0, most - start));
      return { start, end: ids.length };
    });
    return { ids: [...ids, ...this.#last], ranges };
  }
}
