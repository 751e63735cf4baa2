import { cp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { libraryOf } from '../../src/cli/app/open-library.ts';
import { readSettings } from '../../src/cli/options/settings.ts';
import { databaseStore } from '../../src/database/index/store.ts';
import type { IndexStore } from '../../src/indexing/index-store.ts';
import { passageParts } from '../../src/retrieval/retrieval-data.ts';
import { ExactIndex } from '../../src/retrieval/vector/exact.ts';
import { SEEDS, shortLetters } from '../support/folders.ts';
import { useDatabases } from '../support/opened-databases.ts';
import { describeWithPostgres } from '../support/postgres.ts';
import { wordEncoder } from '../support/word-encoder.ts';

const QUESTIONS = ['Tot wanneer loopt operatie Allied Solace?', 'Wat is besloten over Afghanistan?'];

const { open, withTables } = useDatabases();
const storeIn = (url: string): IndexStore => databaseStore(open(url));

describeWithPostgres('A database', () => {
  test('eight readers see one version or the other, never a mixture', async () => {
    const url = await withTables();
    const job = storeIn(url);
    const [small, large] = [await shortLetters(), await shortLetters()];
    const [seed = ''] = await readdir(SEEDS);
    await cp(path.join(SEEDS, seed), path.join(large, seed));
    const versions = new Map<string, number>();
    for (const [lettersDir, letters] of [
      [small, 1],
      [large, 2],
    ] as const)
      versions.set((await job.build({ lettersDir, encoder: wordEncoder() })).version, letters);

    let switching = true;
    const seen = new Set<string>();
    const readers = Array.from({ length: 8 }, async () => {
      const store = storeIn(url);
      for (let last = false; !last; ) {
        last = !switching;
        const library = await libraryOf(readSettings({}, {}), wordEncoder(), store);
        const { version, passages } = library.about;
        seen.add(version);
        expect(library.letters).toHaveLength(versions.get(version) ?? Number.NaN);
        const { quotes } = await library.ask('Wat zeiden de ministers over munitie?');
        expect(quotes.length).toBeGreaterThan(0);
        for (const { id } of quotes) expect(library.quote(id)).not.toBeNull();
        expect((await store.load(wordEncoder())).corpus.passages.length).toBeGreaterThan(0);
        expect(passages).toBeGreaterThan(0);
      }
    });
    for (let i = 0; i < 4; i++) await job.build({ lettersDir: i % 2 ? large : small, encoder: wordEncoder() });
    switching = false;
    await Promise.all(readers);
    expect([...seen].sort()).toEqual([...versions.keys()].sort());
  });

  test('finds the nearest passages', async () => {
    const store = storeIn(await withTables());
    const encoder = wordEncoder();
    await store.build({ lettersDir: SEEDS, encoder });
    const { corpus, data } = await store.load(encoder);
    const encoded = await encoder.encode(corpus.passages.map(passageParts), 'passage');
    const exact = new ExactIndex(encoded.map(({ vector }) => vector));
    for (const { vector } of await encoder.encode(
      QUESTIONS.map((question) => [question]),
      'query',
    )) {
      const found = await data.vectors.search(vector, 10);
      // An index keeps vectors in eight bits a number: of passages that are nearly as near either may come first.
      const nearest = exact.search(vector, corpus.passages.length);
      const scores = new Map(nearest.map(({ passage, score }) => [passage, score]));
      expect(found).toHaveLength(10);
      for (const [i, { passage, score }] of found.entries()) {
        expect(score).toBeCloseTo(nearest[i]?.score ?? Number.NaN, 2);
        expect(score).toBeCloseTo(scores.get(passage) ?? Number.NaN, 2);
      }
      expect(await data.vectors.search(vector, 0)).toEqual([]);
      expect(await data.vectors.search(vector, 1_000)).toHaveLength(corpus.passages.length);
      expect(await data.vectors.search(vector.slice(1), 10)).toEqual([]);
    }
  });
});
