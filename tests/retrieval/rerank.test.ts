import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenVectors } from '../../src/encoder/types.ts';
import { MaxSim } from '../../src/retrieval/rerank/max-sim.ts';
import { TokenStore } from '../../src/retrieval/rerank/token-store.ts';
import { TokenStoreBuilder } from '../../src/retrieval/rerank/token-store-builder.ts';
import { randomNumbers, wordEncoder } from './fixtures.ts';

const encoder = wordEncoder();

function storeOf(passages: readonly (readonly TokenVectors[])[]): TokenStore {
  const builder = new TokenStoreBuilder();
  for (const texts of passages) builder.add(texts);
  return builder.finish();
}

async function tokensOf(parts: readonly string[]): Promise<readonly TokenVectors[]> {
  const [encoding] = await encoder.encode([parts], 'passage');
  return encoding?.tokens ?? [];
}

async function store(...passages: string[][]): Promise<TokenStore> {
  return storeOf(await Promise.all(passages.map(tokensOf)));
}

describe('token store', () => {
  it('keeps the tokens of each text', async () => {
    const tokens = await store(['', 'de wolf en de wolf'], ['', 'de hond']);
    expect(tokens.tokenCount).toBe(7);
    expect([...tokens.texts]).toEqual([0, 0, 5, 5, 7]);
  });

  it('gives its bytes back', async () => {
    const tokens = await store(['een', 'twee drie'], [''], ['vier']);
    const bytes = tokens.serialize();
    expect(TokenStore.load(bytes).serialize().equals(bytes)).toBe(true);
  });

  it('builds the same store from the vectors it gives', async () => {
    const tokens = await store(['a b', 'c d'], ['e f g']);
    const again = storeOf([tokens.vectorsOf(0), tokens.vectorsOf(1)]);
    expect(again.serialize().equals(tokens.serialize())).toBe(true);
  });

  it('keeps a direction within a few degrees, also of an odd number of dimensions', () => {
    const vectors = Float32Array.from([0.9, -0.3, 0.1, -0.02, 0.4]);
    const rows = storeOf([[{ vectors, count: 1 }]]).rows(0, 1);
    expect([...rows]).toEqual([7, -2, 1, 0, 3]);
  });

  it('leaves out tokens without a direction', () => {
    const vectors = Float32Array.from([0, 0, 1, 0, Number.NaN, 1]);
    expect(storeOf([[{ vectors, count: 3 }]]).tokenCount).toBe(1);
  });

  it('refuses bytes that are cut short', async () => {
    const bytes = (await store(['een twee drie'])).serialize();
    expect(() => TokenStore.load(bytes.subarray(0, bytes.length - 1))).toThrow('packed data');
  });
});

describe('late interaction', () => {
  it('is the weighted mean of squared positive cosines', () => {
    const tokens = storeOf([[{ vectors: Float32Array.from([1, 0]), count: 1 }]]);
    const question = { vectors: Float32Array.from([3, 0, 0, 1]), count: 2 };
    expect(new MaxSim(tokens, question).score(0).score).toBeCloseTo(0.75, 5);
    const opposite = { vectors: Float32Array.from([-1, 0]), count: 1 };
    expect(new MaxSim(tokens, opposite).score(0).score).toBe(0);
    const slanted = { vectors: Float32Array.from([1, 1]), count: 1 };
    expect(new MaxSim(tokens, slanted).score(0).score).toBeCloseTo(0.5, 2);
  });

  it('prefers the passage, and in it the sentence, that holds the words', async () => {
    const tokens = await store(['', 'de kat slaapt', 'de hond blaft'], ['', 'het regent', 'de zon schijnt']);
    const [question] = await tokensOf(['hond blaft']);
    const maxSim = new MaxSim(tokens, question!);
    expect(maxSim.score(0).score).toBeGreaterThan(maxSim.score(1).score);
    const [, first, second] = maxSim.score(0).texts;
    expect(second!).toBeGreaterThan(first!);
    // Four bits a number turn a direction a little.
    expect(maxSim.score(0).score).toBeGreaterThan(0.98);
  });

  it('is finite and between 0 and 1 for any vectors', () => {
    const random = randomNumbers(3);
    const passages = Array.from({ length: 5 }, () => [
      { vectors: Float32Array.from({ length: 40 }, () => random() - 0.5), count: 5 },
    ]);
    const tokens = storeOf(passages);
    fc.assert(
      fc.property(fc.array(fc.float({ noNaN: true, min: -8, max: 8 }), { minLength: 0, maxLength: 48 }), (numbers) => {
        const count = Math.floor(numbers.length / 8);
        const maxSim = new MaxSim(tokens, { vectors: Float32Array.from(numbers.slice(0, count * 8)), count });
        for (let passage = 0; passage < 5; passage++) {
          const { score } = maxSim.score(passage);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1.0001);
        }
      }),
    );
  });

  it('scores nothing for a question of another dimension', async () => {
    const tokens = await store(['een']);
    expect(new MaxSim(tokens, { vectors: Float32Array.from([1, 2]), count: 1 }).score(0).score).toBe(0);
  });
});
