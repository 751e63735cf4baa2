import { literal } from '../analysis/literal.ts';
import { tokens } from '../analysis/tokens.ts';
import { runOf } from '../runs.ts';
import type { Corpus } from '../types.ts';
import type { Lexicon } from './lexicon.ts';
import type { Postings } from './postings.ts';

/** Looks numbers up as letters write them. Postings say which passages are to be looked at. */
export class WrittenNumbers {
  readonly #passages: Corpus['passages'];
  readonly #postings: Postings;

  constructor({ passages }: Pick<Corpus, 'passages'>, { postings }: Pick<Lexicon, 'postings'>) {
    this.#passages = passages;
    this.#postings = postings;
  }

  /** Whether a number with all that belongs to it ("1,25 miljoen") stands in a passage just so, not as a part of a longer one. */
  stands(form: string): boolean {
    const written = new RegExp(`(?<![\\d.,])${literal(form)}(?![\\p{L}\\d]|[.,]\\d)`, 'u');
    return this.#anyText(this.#termsWith(form), (text) => text.includes(form) && written.test(text));
  }

  /** Whether a passage gives a share in these digits: "3%", "2,5 procent". */
  standsAsShare(digits: string): boolean {
    const form = digits.replace(',', '.');
    const term = this.#postings.id(form);
    return this.#anyText(term === undefined ? [] : [term], (text) => {
      if (!/%|procent/i.test(text)) return false;
      return tokens(text).some((token, i, all) => token.form === form && all[i + 1]?.form.startsWith('procent'));
    });
  }

  /** Terms one of which every passage has in which a number stands: those with its rarest run of digits. */
  #termsWith(form: string): readonly number[] {
    const runs = form.match(/\d+/g) ?? [];
    const terms = runs.map((run) => this.#postings.numberTerms.filter((id) => this.#postings.terms[id]?.includes(run)));
    const entries = (ids: readonly number[]) => ids.reduce((sum, id) => sum + this.#postings.documentFrequency(id), 0);
    return terms.sort((a, b) => entries(a) - entries(b))[0] ?? [];
  }

  #anyText(terms: readonly number[], holds: (text: string) => boolean): boolean {
    const seen = new Set<number>();
    for (const term of terms) {
      const { start, end } = runOf(this.#postings.offsets, term);
      for (const passage of this.#postings.passages.subarray(start, end)) {
        if (seen.has(passage)) continue;
        seen.add(passage);
        if (holds(this.#passages[passage]?.passage.text ?? '')) return true;
      }
    }
    return false;
  }
}
