import { expect, test } from 'vitest';
import { withAmounts } from '../../src/retrieval/question/amounts.ts';
import type { Corpus } from '../../src/retrieval/types.ts';

/** A collection of which only the passages' words matter. */
function corpusOf(...texts: readonly string[]): Pick<Corpus, 'passages'> {
  return { passages: texts.map((text) => ({ passage: { text } })) as unknown as Corpus['passages'] };
}

const letters = corpusOf(
  'Voor de veren is 1.250.000 euro gereserveerd. Daarvan gaat 40 000 euro naar kwasten.',
  'De kade kost 12,5 miljoen euro, de sluis € 2.000.000.000 en het hek 300 euro.',
);

test.each([
  ['Waar gaat 40.000 euro naartoe?', 'Waar gaat 40 000 euro naartoe?'],
  ['Waar gaat € 40000 naartoe?', 'Waar gaat € 40 000 naartoe?'],
  ['What are the 40,000 euros for?', 'What are the 40 000 euros for?'],
  ['Waar is 1,25 miljoen euro voor?', 'Waar is 1.250.000 euro voor?'],
  ['What is the 1.25 million for?', 'What is the 1.250.000 for?'],
  ['Wat kost 12.500.000 euro?', 'Wat kost 12,5 miljoen euro?'],
  ['Wat kost 2 miljard euro?', 'Wat kost 2.000.000.000 euro?'],
])('%s is asked as the letters write it', (question, asked) => {
  expect(withAmounts(question, letters)).toBe(asked);
});

test.each([
  'Waar gaat 40 000 euro naartoe?',
  'Wat kost 12,5 miljoen euro?',
  'Waar gaat 90.000 euro naartoe?',
  'Wat kost 300 euro?',
  'Wat staat er in Kamerstuk 40 000?',
  'Wat gebeurde er op 1 juni 2021?',
  'Hoeveel waren er in 40000 jaar?',
])('%s stays', (question) => {
  expect(withAmounts(question, letters)).toBe(question);
});
