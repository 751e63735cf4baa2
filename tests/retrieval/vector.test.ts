import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactIndex } from '../../src/retrieval/vector/exact.ts';
import {
  buildVectorIndex,
  hnswAvailable,
  loadVectorIndex,
  saveVectorIndex,
} from '../../src/retrieval/vector/vector-index.ts';
import { temporaryFolder } from '../support/folders.ts';
import { randomNumbers, unit } from './fixtures.ts';

const random = randomNumbers(42);
const vectors = Array.from({ length: 1500 }, () => unit(Float32Array.from({ length: 32 }, () => random() - 0.5)));
const questions = vectors.slice(0, 100).map((vector) => unit(vector.map((value) => value + (random() - 0.5) * 0.2)));
const exact = new ExactIndex(vectors);

describe('exact search', () => {
  it('agrees with sorting all cosines', () => {
    const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
    for (const question of questions.slice(0, 10)) {
      const expected = vectors.map((vector, i) => [cosine(question, vector), i] as const).sort((a, b) => b[0] - a[0]);
      expect(exact.search(question, 5).map((hit) => hit.passage)).toEqual(expected.slice(0, 5).map(([, i]) => i));
    }
  });

  it('gives what there is, whatever is asked', () => {
    const index = new ExactIndex(vectors.slice(0, 3));
    expect(index.search(questions[0]!, 10)).toHaveLength(3);
    expect(index.search(questions[0]!, 0)).toEqual([]);
    expect(index.search(new Float32Array(5), 10)).toEqual([]);
    expect(new ExactIndex([]).search(questions[0]!, 10)).toEqual([]);
  });
});

describe.runIf(hnswAvailable())('HNSW', () => {
  const index = buildVectorIndex(vectors);

  it('recalls at least 95% of the nearest ten', () => {
    const recalled = questions.map((question) => {
      const wanted = new Set(exact.search(question, 10).map((hit) => hit.passage));
      return index.search(question, 10).filter((hit) => wanted.has(hit.passage)).length / 10;
    });
    expect(index.kind).toBe('hnsw');
    expect(recalled.reduce((sum, share) => sum + share, 0) / recalled.length).toBeGreaterThanOrEqual(0.95);
  });

  it('gives cosines, best first, never more than there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: questions.length - 1 }), fc.integer({ min: -1, max: 3000 }), (which, k) => {
        const hits = index.search(questions[which]!, k);
        expect(hits.length).toBe(Math.max(0, Math.min(k, vectors.length)));
        for (const [i, hit] of hits.entries()) {
          expect(hit.score).toBeLessThanOrEqual(i > 0 ? hits[i - 1]!.score : 1.0001);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('builds, saves and loads the same graph', async () => {
    const folder = await temporaryFolder();
    const [a, b] = [path.join(folder, 'a'), path.join(folder, 'b')];
    expect(saveVectorIndex(index, a)).toBe(true);
    saveVectorIndex(buildVectorIndex(vectors), b);
    expect((await readFile(a)).equals(await readFile(b))).toBe(true);
    const loaded = loadVectorIndex(a, vectors);
    expect(loaded.search(questions[1]!, 7)).toEqual(index.search(questions[1]!, 7));
    expect(() => loadVectorIndex(a, vectors.slice(1))).toThrow('1500 of 1499');
  });
});

describe('without a graph', () => {
  it('searches exactly and saves nothing', () => {
    const index = loadVectorIndex(null, vectors);
    expect(index.kind).toBe('exact');
    expect(saveVectorIndex(index, '/no/such/folder/graph')).toBe(false);
  });

  it('serves an empty corpus', () => {
    expect(buildVectorIndex([]).search(questions[0]!, 3)).toEqual([]);
  });
});
