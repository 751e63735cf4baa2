import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadEncoder } from '../../src/encoder/transformers.ts';
import type { CloseReading, Encoder } from '../../src/encoder/types.ts';

let encoder: Encoder;
beforeAll(async () => {
  encoder = await loadEncoder();
});
afterAll(() => encoder.close());

async function read(question: string, passages: readonly (readonly string[])[]): Promise<(CloseReading | null)[]> {
  if (!encoder.readClosely) throw new Error('the bundled encoder brings no cross-encoder');
  const readings: (CloseReading | null)[] = [];
  for (const passage of passages) readings.push(await encoder.readClosely(question, passage));
  return readings;
}

const CLINIC = [
  'Nieuwbouw van ziekenhuizen',
  'De kliniek in Zwolle krijgt volgend jaar een nieuwe vleugel.',
  'De bouw kost 12 miljoen euro.',
];
const SCHOOL = ['Gymlessen', 'Leerlingen in het basisonderwijs krijgen meer gymlessen.'];

test('What answers is told from what is about something else', async () => {
  const [clinic, school] = await read('Hoeveel kost de nieuwe vleugel van de kliniek in Zwolle?', [CLINIC, SCHOOL]);
  expect(clinic?.answers).toBeGreaterThan(10 * (school?.answers ?? 1));
  expect(school?.nothing).toBeGreaterThan(0.5);
  for (const { answers = 0, bears = 0, nothing = 0 } of [clinic ?? {}, school ?? {}] as Partial<CloseReading>[]) {
    expect(answers + bears + nothing).toBeCloseTo(1, 4);
  }
});

test('A detail that is not there is told from one that is, and where that stands', async () => {
  const [there] = await read('Hoeveel kost de nieuwe vleugel van de kliniek in Zwolle?', [CLINIC]);
  const [missing] = await read('Hoeveel bedden krijgt de nieuwe vleugel van de kliniek in Zwolle?', [CLINIC]);
  expect(missing?.answers).toBeLessThan(there?.answers ?? 0);
  const [, first = null, second = null] = there?.parts ?? [];
  expect(second).toBeGreaterThan(first ?? 0);
});

test('What is too long to be read whole says so of the parts behind', async () => {
  const long = Array.from({ length: 60 }, (_, i) => `Maatregel ${i} kost de gemeente ${i} miljoen euro.`);
  const [reading] = await read('Wat kost maatregel 3?', [['Maatregelen', ...long]]);
  expect(reading?.parts).toHaveLength(61);
  expect(reading?.parts[1]).toEqual(expect.any(Number));
  expect(reading?.parts.at(-1)).toBeNull();
});

test('A question of no words is read like any other', async () => {
  const [reading] = await read(' ', [CLINIC]);
  expect(reading?.answers).toBeLessThan(0.9);
});
