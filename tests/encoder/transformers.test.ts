import { afterAll, beforeAll, expect, test } from 'vitest';
import { ModelProblem } from '../../src/encoder/errors.ts';
import { loadEncoder } from '../../src/encoder/transformers.ts';
import type { Encoder } from '../../src/encoder/types.ts';

let encoder: Encoder;
beforeAll(async () => {
  encoder = await loadEncoder();
});
afterAll(() => encoder.close());

const ODD = [
  'defensie-uitgaven',
  '«Der Spiegel»',
  'één Nederlandse civiele expert',
  '🙂',
  '1.900',
  'a'.repeat(20_000),
  '\u0000',
];

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

test('Every text gives one vector of unit length, in order', async () => {
  const texts = [...ODD, 'geld voor het leger'];
  const vectors = await encoder.encode(texts, 'passage');
  expect(vectors).toHaveLength(texts.length);
  for (const vector of vectors) {
    expect(vector).toHaveLength(encoder.dimension);
    expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
  }
});

test('A text without words gives the zero vector and no tokens', async () => {
  const [vector] = await encoder.encode(['  \n '], 'query');
  expect(vector!.every((x) => x === 0)).toBe(true);
  expect(await encoder.encodeTokens!([''], 'query')).toEqual([{ vectors: new Float32Array(0), count: 0 }]);
});

test("A text's vector does not depend on the texts beside it", async () => {
  const alone = await encoder.encode(['Strategisch Concept'], 'passage');
  const among = await encoder.encode(
    ['een veel langer stuk tekst over de NAVO en Rusland', 'Strategisch Concept'],
    'passage',
  );
  expect([...among[1]!]).toEqual([...alone[0]!]);
});

test('Pooled token vectors are the vector of the text', async () => {
  const text = 'De ministers spraken over lastenverdeling.';
  const [vector] = await encoder.encode([text], 'passage');
  const [tokens] = await encoder.encodeTokens!([text], 'passage');
  const sum = new Float32Array(encoder.dimension);
  for (let i = 0; i < tokens!.count * encoder.dimension; i++) sum[i % encoder.dimension]! += tokens!.vectors[i]!;
  expect(cosine(sum, vector!) / Math.hypot(...sum)).toBeGreaterThan(0.9999);
});

test('Texts of like meaning are nearer than others, also across languages', async () => {
  const [question, like, other] = await encoder.encode(
    ['defence spending', 'de uitgaven voor defensie', 'een appeltaart in de oven'],
    'query',
  );
  expect(cosine(question!, like!)).toBeGreaterThan(cosine(question!, other!) + 0.1);
});

test('The same model has the same fingerprint', async () => {
  const again = await loadEncoder();
  expect(again.fingerprint).toBe(encoder.fingerprint);
});

test('A model that is neither here nor to be reached is named in one sentence', async () => {
  const attempt = loadEncoder({ model: 'nobody/no-such-model-at-all', cache: '/dev/null/models' });
  await expect(attempt).rejects.toThrow(ModelProblem);
});
