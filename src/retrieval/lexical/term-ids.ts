import { type Term, terms } from '../analysis/terms.ts';
import type { Lexicon } from './lexicon.ts';

/** The numbers of a text's terms in the postings, of those that count; terms that no letter has are left out. */
export function termIds(
  text: string,
  { split, postings }: Lexicon,
  counts: (term: Term) => boolean = () => true,
): ReadonlySet<number> {
  const found = terms(text, split).filter(counts);
  return new Set(found.flatMap(({ stem }) => postings.id(stem) ?? []));
}
