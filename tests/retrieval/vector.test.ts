import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { packVector, unpackVector } from '../../src/retrieval/vector/eight-bits.ts';
import { ExactIndex } from '../../src/retrieval/vector/exact.ts';
import { HnswIndex } from '../../src/retrieval/vector/hnsw.ts';
import { buildVectorIndex, hnswAvailable, loadGraph, newGraph } from '../../src/retrieval/vector/vector-index.ts';
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

  const built = () => {
    const graph = newGraph(32, vectors.length);
    for (const vector of vectors) graph?.add(vector);
    if (!graph) throw new Error('there is hnswlib-node');
    return graph;
  };

  it('builds, saves and loads the same graph', async () => {
    const folder = await temporaryFolder();
    const [a, b] = [path.join(folder, 'a'), path.join(folder, 'b')];
    expect(index).toBeInstanceOf(HnswIndex);
    await (index as HnswIndex).save(a);
    await built().save(b);
    expect((await readFile(a)).equals(await readFile(b))).toBe(true);
    const loaded = await loadGraph(a, 32, 1500);
    expect(loaded?.search(questions[1]!, 7)).toEqual(index.search(questions[1]!, 7));
    await expect(loadGraph(a, 32, 1499)).rejects.toThrow('1500 of 1499');
  });

  it('takes in more and hides what is gone, also after it was saved', async () => {
    const file = path.join(await temporaryFolder(), 'graph');
    const graph = built();
    const nearest = () => graph.search(vectors[7]!, 1).map(({ passage }) => passage);
    expect(nearest()).toEqual([7]);
    graph.hide(7);
    expect(nearest()).not.toEqual([7]);
    graph.grow(1501);
    graph.add(vectors[7]!);
    expect(nearest()).toEqual([1500]);
    await graph.save(file);
    const loaded = await loadGraph(file, 32, 1501);
    expect(loaded?.search(vectors[7]!, 1)).toMatchObject([{ passage: 1500 }]);
    loaded?.show(7);
    expect(loaded?.search(vectors[7]!, 2).map(({ passage }) => passage)).toEqual([7, 1500]);
  });
});

describe('without a graph', () => {
  it('serves an empty corpus', () => {
    expect(buildVectorIndex([]).search(questions[0]!, 3)).toEqual([]);
  });
});

test('A vector in eight bits a number keeps its direction and unit length', () => {
  for (const vector of [...vectors.slice(0, 50), ...questions.slice(0, 50)]) {
    const kept = unpackVector(packVector(vector));
    expect(Math.hypot(...kept)).toBeCloseTo(1, 5);
    expect(kept.reduce((sum, value, i) => sum + value * vector[i]!, 0)).toBeGreaterThan(0.9999);
  }
  expect(unpackVector(packVector(new Float32Array(4)))).toEqual(new Float32Array(4));
});
