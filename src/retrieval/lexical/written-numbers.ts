import { type Quantity, quantitiesIn, rounded, scalesOf } from '../analysis/quantities.ts';
import { stem } from '../analysis/stem.ts';
import { runOf } from '../runs.ts';
import type { Corpus } from '../types.ts';
import type { Lexicon } from './lexicon.ts';
import type { Postings } from './postings.ts';

const HALVES = ['half', 'halve'];
/** A number without a sign may be an amount in a passage that speaks of euros, as in a table; a year is none. */
const EUROS = /€|(?<!\p{L})eur(?:o|\b)/iu;
const YEAR = /^(?:19|20)\d\d$/;

/** Looks numbers up as letters write them, by their value. Postings say which passages are to be looked at. */
export class WrittenNumbers {
  readonly #passages: Corpus['passages'];
  readonly #postings: Postings;
  /** What was read of passages. */
  readonly #read = new Map<number, readonly Quantity[]>();

  constructor({ passages }: Pick<Corpus, 'passages'>, { postings }: Pick<Lexicon, 'postings'>) {
    this.#passages = passages;
    this.#postings = postings;
  }

  /**
   * How letters write an amount, without a sign: as it is typed where that stands somewhere, else as it stands first,
   * rather where it is said to be money or has a scale; null where no letter gives it.
   */
  amount({ value, form: typed, kind: asked }: Pick<Quantity, 'value' | 'form' | 'kind'>): string | null {
    let sure: string | null = null;
    let likely: string | null = null;
    for (const { form, kind, text } of this.#written(value)) {
      const isDoubtful = kind === 'number' && (YEAR.test(form) || (asked === 'euros' && !EUROS.test(text)));
      if (kind === 'share' || isDoubtful) continue;
      if (form === typed) return form;
      if (kind === 'number') likely ??= form;
      else sure ??= form;
    }
    return sure ?? likely;
  }

  /** How letters write a number of something in groups of three digits: "2.000" of "militairen"; null where they don't. */
  grouped(value: number, counted: string): string | null {
    for (const { form, end, text } of this.#written(value)) {
      const [, next] = /^ (\p{L}+)/u.exec(text.slice(end, end + counted.length + 2)) ?? [];
      if (next === counted && form !== String(value)) return form;
    }
    return null;
  }

  /** Whether a letter gives a share, in hundredths: "3%", "drie procent". */
  standsAsShare(value: number): boolean {
    for (const { kind } of this.#written(value)) if (kind === 'share') return true;
    return false;
  }

  /** The places where letters give a number, each with its passage's text. */
  *#written(value: number): Generator<Quantity & { readonly text: string }> {
    const seen = new Set<number>();
    for (const term of this.#termsOf(value)) {
      const { start, end } = runOf(this.#postings.offsets, term);
      for (const passage of this.#postings.passages.subarray(start, end)) {
        if (seen.has(passage)) continue;
        seen.add(passage);
        const text = this.#passages[passage]?.passage.text ?? '';
        const read = this.#read.get(passage) ?? quantitiesIn(text);
        this.#read.set(passage, read);
        for (const quantity of read) if (quantity.value === value) yield { ...quantity, text };
      }
    }
  }

  /** Terms one of which every passage has that gives a number: its digits in any scale, or words that say it. */
  #termsOf(value: number): number[] {
    const scales = scalesOf(value);
    const counts = new Set(scales.map(({ count }) => count));
    const words = scales.flatMap(({ count, words }) => [
      ...(count === 1 ? words : []),
      ...(count % 1 === 0.5 ? HALVES : []),
    ]);
    const named = words.flatMap((word) => this.#postings.id(stem.nl(word)) ?? []);
    const digits = this.#postings.numberTerms.filter((id) => {
      const number = Number.parseFloat((this.#postings.terms[id] ?? '').replace(',', '.'));
      return counts.has(rounded(number));
    });
    return [...digits, ...named];
  }
}
