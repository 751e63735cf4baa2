import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadEncoder } from '../../src/encoder/transformers.ts';
import type { Encoder, Reading } from '../../src/encoder/types.ts';
import { TokenStoreBuilder } from '../../src/retrieval/rerank/token-store-builder.ts';

let encoder: Encoder;
beforeAll(async () => {
  encoder = await loadEncoder();
});
afterAll(() => encoder.close());

async function read(question: string, passages: readonly (readonly string[])[]): Promise<Reading[]> {
  const [asked] = await encoder.encode([[question]], 'query');
  const store = new TokenStoreBuilder();
  for (const { tokens } of await encoder.encode(passages, 'passage')) store.add(tokens ?? []);
  const built = store.finish();
  const tokens = asked?.tokens?.[0];
  if (!tokens || !encoder.read) throw new Error('the bundled encoder brings no reader');
  return encoder.read(
    tokens,
    passages.map((_, i) => built.sentenceRows(i)),
  );
}

const SHARES = ['answers', 'bears', 'nothing'] as const;
const CLINIC = ['', 'De kliniek in Zwolle krijgt volgend jaar een nieuwe vleugel.', 'De bouw kost 12 miljoen euro.'];
const SCHOOL = ['', 'Leerlingen in het basisonderwijs krijgen meer gymlessen.'];

test('What answers is told from what is about something else', async () => {
  const [clinic, school] = await read('Hoeveel kost de nieuwe vleugel van de kliniek in Zwolle?', [CLINIC, SCHOOL]);
  expect(clinic?.answers).toBeGreaterThan(school?.answers ?? 1);
  expect(school?.nothing).toBeGreaterThan(clinic?.nothing ?? 1);
  for (const reading of [clinic, school]) {
    expect(SHARES.reduce((sum, share) => sum + (reading?.[share] ?? 0), 0)).toBeCloseTo(1, 4);
  }
});

test('A detail that is not there makes an answer less likely than one that is', async () => {
  const [there] = await read('Hoeveel kost de nieuwe vleugel van de kliniek in Zwolle?', [CLINIC]);
  const [missing] = await read('Hoeveel bedden krijgt de nieuwe vleugel van de kliniek in Zwolle?', [CLINIC]);
  expect(there?.answers).toBeGreaterThan(missing?.answers ?? 1);
});

test('A passage is read alike whatever is read beside it', async () => {
  const question = 'Wat kost de vleugel?';
  const [alone] = await read(question, [CLINIC]);
  const [, among] = await read(question, [SCHOOL, CLINIC]);
  expect(among?.answers).toBeCloseTo(alone?.answers ?? -1, 4);
});

test('Without tokens there is nothing to read', async () => {
  const [reading] = await read(' ', [CLINIC]);
  expect(reading).toMatchObject({ answers: 0, nothing: 1 });
});
