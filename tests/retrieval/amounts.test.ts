import { describe, expect, it, test } from 'vitest';
import { Lexicon } from '../../src/retrieval/lexical/lexicon.ts';
import { WrittenNumbers } from '../../src/retrieval/lexical/written-numbers.ts';
import { absentAmounts, withAmounts } from '../../src/retrieval/question/amounts.ts';
import { periodAsked } from '../../src/retrieval/question/period.ts';
import type { Corpus } from '../../src/retrieval/types.ts';

/** What is written in a collection of which only the passages' words matter. */
function writtenIn(...texts: readonly string[]): WrittenNumbers {
  const passages = texts.map((text) => ({ passage: { text } })) as unknown as Corpus['passages'];
  const sentences = texts.map((text) => ({ sentences: text.split(/(?<=\.) /), context: '' }));
  return new WrittenNumbers({ passages }, Lexicon.build(sentences, []));
}

const letters = writtenIn(
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

describe('a number of things is no year where the letters write it as a number', () => {
  const counts = writtenIn('Er gaan 2.000 militairen naar de dijk.', 'In 2021 kwamen 1 950 schepen, in 2000 geen.');

  test.each([
    ['Worden er 2000 militairen uitgezonden?', 'Worden er 2.000 militairen uitgezonden?'],
    ['Waar kwamen de 1950 schepen?', 'Waar kwamen de 1 950 schepen?'],
  ])('%s', (question, asked) => {
    expect(withAmounts(question, counts)).toBe(asked);
    expect(periodAsked(asked)).toBeNull();
  });

  test.each(['Wat deden in 2000 militairen daar?', 'Kwamen er in 2021 schepen?', 'Kwamen er 2000 schepen?'])(
    '%s stays',
    (question) => {
      expect(withAmounts(question, counts)).toBe(question);
    },
  );
});

describe('cents, short scales and words that begin like euro', () => {
  const others = writtenIn(
    'Er zijn 3 loketten, 2 sluizen en 0 klachten. Het kaartje kost € 7,50, de tunnel 1,5 miljard.',
    'Voor de 44 dijken is 40.000 euro; de weg krijgt 12 miljoen.',
  );

  test.each([
    ['Wie betaalt € 7.50?', 'Wie betaalt € 7,50?'],
    ['Who pays €1.5bn?', 'Who pays €1,5 miljard?'],
    ['Who gets 1.5 bn?', 'Who gets 1,5 miljard?'],
    ['Who gets €40k?', 'Who gets €40.000?'],
    ['Who gets 12m euros?', 'Who gets 12 miljoen euros?'],
  ])('%s is asked as the letters write it', (question, asked) => {
    expect(withAmounts(question, others)).toBe(asked);
  });

  test.each(['Wie betaalt € 2,50?', 'Wie betaalt € 0,45?', 'Who pays €2.5 for it?', 'Hoe hoog is een mast van 40 m?'])(
    '%s stays',
    (question) => {
      expect(withAmounts(question, others)).toBe(question);
    },
  );

  test.each([
    ['Wat doen de 45 Europese landen?', []],
    ['What do the 30 European countries want?', []],
    ['Wat willen de 19 euro-landen?', []],
    ['Wie bouwt een hek van 300 m?', []],
    ['Who pays 30 euros?', ['30']],
    ['Who pays €5m?', ['€5m']],
    ['Who pays € 7,50?', []],
  ])('of %s no letter gives %j', (question, amounts) => {
    expect(absentAmounts(question, others)).toEqual(amounts);
  });
});

describe('a number that is looked up', () => {
  const texts = [
    'In 2019 300 euro, in 2020 € 4.500,50 en 12\u00A0000 euro.',
    'De KC-30 en de F35 kosten 1,25 miljoen; 3 % en 2,5 procent zijn voor de 15e brigade.',
    'Van 1 300 euro blijft 40-50 miljoen over, in 3 jaar. Zie 12.300,45 en artikel 5.2.',
  ];
  const written = writtenIn(...texts);
  const runs = new Set(texts.flatMap((text) => text.match(/\d[\d.,\u00A0 ]*\d|\d/g) ?? []));
  const forms = [...runs].flatMap((run) => [run, ...(run.match(/\d+/g) ?? []), `${run} euro`, `${run} miljoen`]);

  it.each(forms)('%j stands where a search of all texts finds it', (form) => {
    const pattern = new RegExp(`(?<![\\d.,])${form.replace(/\./g, '\\.')}(?![\\p{L}\\d]|[.,]\\d)`, 'u');
    expect(written.stands(form)).toBe(texts.some((text) => pattern.test(text)));
  });

  it('is read in few passages', () => {
    let read = 0;
    const passages = Array.from({ length: 1_000 }, (_, i) => ({
      passage: {
        get text() {
          read++;
          return `Post ${i} kost ${i + 2} miljoen euro en ${i}%.`;
        },
      },
    })) as unknown as Corpus['passages'];
    const lexicon = Lexicon.build(
      passages.map(({ passage }) => ({ sentences: [passage.text], context: '' })),
      [],
    );
    read = 0;
    const numbers = new WrittenNumbers({ passages }, lexicon);
    expect([numbers.stands('123 miljoen'), numbers.stands('2.000 miljoen'), numbers.standsAsShare('1.234')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(read).toBeLessThan(20);
  });
});
