import { afterAll, beforeAll, expect, test } from 'vitest';
import { ModelProblem } from '../../src/encoder/errors.ts';
import { locateModel } from '../../src/encoder/location.ts';
import { loadEncoder } from '../../src/encoder/transformers.ts';
import type { Encoder, Encoding, TextKind } from '../../src/encoder/types.ts';

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

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

async function encode(parts: readonly string[], kind: TextKind = 'passage'): Promise<Encoding> {
  const [encoding] = await encoder.encode([parts], kind);
  if (!encoding) throw new Error('nothing was encoded');
  return encoding;
}

test('Every text gives one vector of unit length, in order', async () => {
  const texts = [...ODD, 'geld voor het leger'];
  const encodings = await encoder.encode(
    texts.map((text) => [text]),
    'passage',
  );
  expect(encodings).toHaveLength(texts.length);
  for (const { vector } of encodings) {
    expect(vector).toHaveLength(encoder.dimension);
    expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
  }
});

test('A text without words gives the zero vector and no tokens', async () => {
  const { vector, tokens } = await encode(['  \n ', ''], 'query');
  expect(vector.every((x) => x === 0)).toBe(true);
  expect(tokens).toEqual([
    { vectors: new Float32Array(0), count: 0 },
    { vectors: new Float32Array(0), count: 0 },
  ]);
});

test("A text's vectors do not depend on the texts beside it", async () => {
  const alone = await encode(['Strategisch Concept']);
  const [, among] = await encoder.encode(
    [['een veel langer stuk tekst over de NAVO en Rusland'], ['Strategisch Concept']],
    'passage',
  );
  expect(among).toEqual(alone);
});

test('Parts are read as one text, and each keeps its own tokens', async () => {
  const parts = ['De ministers spraken over lastenverdeling.', 'Nederland steunt dat.'];
  const apart = await encode(parts);
  const whole = await encode([parts.join(' ')]);
  expect(cosine(apart.vector, whole.vector)).toBeGreaterThan(0.9999);
  const [first, second] = apart.tokens ?? [];
  const [all] = whole.tokens ?? [];
  expect([...(first?.vectors ?? []), ...(second?.vectors ?? [])]).toEqual([...(all?.vectors ?? [])]);
  expect(second?.count).toBeGreaterThan(2);
});

test('A word means what its sentence makes of it', async () => {
  const lastOf = async (text: string) =>
    (await encode([text])).tokens?.[0]?.vectors.slice(-(encoder.tokenDimension ?? 0));
  const money = await lastOf('Zij brengt haar spaargeld naar de bank');
  const seat = await lastOf('Hij zit in de woonkamer op de bank');
  expect(money).toBeDefined();
  const alike = cosine(money ?? new Float32Array(), seat ?? new Float32Array());
  expect(alike / (Math.hypot(...(money ?? [])) * Math.hypot(...(seat ?? [])))).toBeLessThan(0.98);
});

test('What is past the longest text that the model reads is cut, in the last parts', async () => {
  const { tokens } = await encode(['begin', 'woord '.repeat(2_000), 'einde']);
  expect(tokens?.map(({ count }) => count > 0)).toEqual([true, true, false]);
});

test('Texts of like meaning are nearer than others, also across languages', async () => {
  const question = await encode(['defence spending'], 'query');
  const like = await encode(['de uitgaven voor defensie']);
  const other = await encode(['een appeltaart in de oven']);
  expect(cosine(question.vector, like.vector)).toBeGreaterThan(cosine(question.vector, other.vector) + 0.1);
});

test('The same model has the same fingerprint', async () => {
  const again = await loadEncoder({ model: locateModel().folder });
  expect(again.fingerprint).toBe(encoder.fingerprint);
  await again.close();
});

test('The bundled model is loaded once, and serves whoever asks for it after it was closed', async () => {
  const before = await encode(['Hoeveel zeppelins?']);
  await encoder.close();
  expect(await loadEncoder()).toBe(encoder);
  expect(await encode(['Hoeveel zeppelins?'])).toEqual(before);
});

test('A model that is neither here nor to be reached is named in one sentence', async () => {
  const attempt = loadEncoder({ model: 'nobody/no-such-model-at-all', cache: '/dev/null/models' });
  await expect(attempt).rejects.toThrow(ModelProblem);
});
