import { describe, expect, test } from 'vitest';
import { centrality } from '../../../src/answers/selection/centrality.ts';
import { vectorOf } from '../../../src/answers/selection/word-vectors.ts';

const texts = [
  'Het fonds koopt munitie voor bondgenoten.',
  'Bondgenoten betalen samen het fonds voor munitie.',
  'Munitie komt uit het fonds van bondgenoten.',
  'De lunch bestond uit soep.',
];

describe('Centrality', () => {
  test('is highest for what most sentences resemble, lowest for what stands apart', async () => {
    const scores = await centrality(texts.map(vectorOf));
    expect(Math.max(...scores)).toBe(1);
    expect([...scores].indexOf(Math.min(...scores))).toBe(3);
  });

  test('of nothing is nothing, of one sentence 1', async () => {
    expect(await centrality([])).toHaveLength(0);
    expect([...(await centrality([vectorOf('Munitie.')]))]).toEqual([1]);
  });

  test('of a very long letter is found without its graph', async () => {
    const many = Array.from({ length: 2_000 }, (_, i) => `${texts[i % 4]} ${i}`);
    const scores = await centrality(many.map(vectorOf));
    expect(scores[3]).toBeLessThan(scores[0]!);
  });
});
