import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFile } from '../../src/retrieval/data-file.ts';
import { bundledThesaurus, FIELDS, parseThesaurus, thesauriWith } from '../../src/retrieval/lexical/thesaurus.ts';
import { temporaryFolder } from '../support/folders.ts';

describe('the bundled thesaurus', () => {
  const { entries } = parseThesaurus(dataFile('thesaurus.tsv'));

  it('holds thousands of entries, each headword once, in order', () => {
    const headwords = entries.map((entry) => entry.headword.join(','));
    expect(entries.length).toBeGreaterThan(6_500);
    expect(new Set(headwords.map((headword) => headword.toLowerCase())).size).toBe(entries.length);
    const key = (word: string) =>
      word
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase();
    const unsorted = headwords.filter((word, i) => i > 0 && key(word) < key(headwords[i - 1]!));
    expect(unsorted).toEqual([]);
  });

  it('has clean terms, none twice in an entry', () => {
    for (const entry of entries) {
      const terms = FIELDS.flatMap((field) => entry[field]).map((term) => term.toLowerCase());
      expect(new Set(terms).size, entry.headword[0]).toBe(terms.length);
      expect(
        terms.filter((term) => /^\s|\s$|\s{2}|[()\t;]/.test(term)),
        entry.headword[0],
      ).toEqual([]);
    }
  });
});

describe('the estimated translations', () => {
  it('come after what people wrote, and translate English words that are not there', () => {
    const written = parseThesaurus(dataFile('thesaurus.tsv')).entries;
    const known = new Set(written.flatMap((entry) => entry.english.map((term) => term.toLowerCase())));
    const estimated = bundledThesaurus().entries.slice(written.length);
    expect(estimated.length).toBeGreaterThan(1_500);
    for (const { headword, english } of estimated) {
      expect(headword.length, english[0]).toBeGreaterThan(0);
      expect(english.filter((word) => known.has(word))).toEqual([]);
    }
  });
});

describe('a thesaurus of the user', () => {
  it('comes before the bundled one', async () => {
    const file = path.join(await temporaryFolder(), 'thesaurus.tsv');
    await writeFile(file, '# ours\nwiebelbrug\thefbrug\tklapbrug\tbascule bridge\t\n');
    const own = {
      headword: ['wiebelbrug'],
      formal: ['hefbrug'],
      everyday: ['klapbrug'],
      english: ['bascule bridge'],
      related: [],
    };
    expect(thesauriWith(file)).toEqual([{ entries: [own] }, bundledThesaurus()]);
  });

  it('may be missing', () => {
    expect(thesauriWith('/no/such/thesaurus.tsv')).toEqual([bundledThesaurus()]);
  });

  it.each(['word', 'word\t\t', '\tformal', 'a\tb\tc\td\te\tf'])('is refused with its line number: %j', (line) => {
    expect(() => parseThesaurus(`headword\tformal\n${line}`)).toThrow('thesaurus line 2');
  });
});
