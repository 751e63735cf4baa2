import { describe, expect, it } from 'vitest';
import { readLetters } from '../../src/letters/read.ts';
import { stem } from '../../src/retrieval/analysis/stem.ts';
import { tokens } from '../../src/retrieval/analysis/tokens.ts';
import { HeldTerms } from '../../src/retrieval/lexical/held-terms.ts';
import { phraseStems } from '../../src/retrieval/lexical/phrase-key.ts';
import { bundledThesaurus, FIELDS } from '../../src/retrieval/lexical/thesaurus.ts';
import { buildLexicon } from '../../src/retrieval/retrieval-data.ts';
import { SEEDS } from '../support/folders.ts';
import { corpusOf } from './fixtures.ts';

const corpus = corpusOf((await readLetters(SEEDS)).letters);
const { postings, split } = buildLexicon(corpus);
const forms = corpus.passages.flatMap(({ passage }) =>
  tokens(passage.text).flatMap(({ form, parts }) => [form, ...parts]),
);
const terms = new Set(bundledThesaurus().entries.flatMap((entry) => FIELDS.flatMap((field) => entry[field])));

/** What `HeldTerms` finds, word for word and without shortcuts. */
function held(term: string, stems: readonly string[]): number[] {
  const numbers = (some: readonly string[]): number[] => {
    const found = some.flatMap((each) => postings.id(each) ?? []);
    return found.length === some.length ? found : [];
  };
  const own = numbers(stems);
  return own.length > 0 || stems.length !== 1 ? own : numbers(split(term.toLowerCase()).map((part) => stem.nl(part)));
}

describe('what a corpus holds of the bundled thesaurus', () => {
  it('is found for every term, compounds by their parts', () => {
    const found = new HeldTerms(postings, forms, split);
    for (const term of terms) {
      const stems = phraseStems(term, 'nl');
      expect(found.find(term, stems), term).toEqual(held(term, stems));
    }
  });

  it('is found without splitting words that begin or end with none of its words', () => {
    let count = 0;
    const found = new HeldTerms(postings, forms, (word) => {
      count++;
      return split(word);
    });
    for (const term of terms) found.find(term, phraseStems(term, 'nl'));
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(terms.size / 10);
  });
});
