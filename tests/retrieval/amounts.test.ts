import { describe, expect, it, test } from 'vitest';
import { CorpusWords } from '../../src/retrieval/lexical/corpus-words.ts';
import { Lexicon } from '../../src/retrieval/lexical/lexicon.ts';
import { WrittenNumbers } from '../../src/retrieval/lexical/written-numbers.ts';
import { absentAmounts, withAmounts } from '../../src/retrieval/question/amounts.ts';
import { periodAsked } from '../../src/retrieval/question/period.ts';
import type { Corpus } from '../../src/retrieval/types.ts';

/** What is written in a collection of which only the passages' words matter. */
function writtenIn(...texts: readonly string[]): WrittenNumbers {
  const passages = texts.map((text) => ({ passage: { text } })) as unknown as Corpus['passages'];
  const sentences = texts.map((text) => ({ sentences: text.split(/(?<=\.) /), context: '' }));
  return new WrittenNumbers({ passages }, Lexicon.of(CorpusWords.of(sentences), []));
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

describe('an amount is the same in whatever spelling', () => {
  const spellings = [
    ['1,5 miljard', '€ 1,5 mld.', 'anderhalf miljard euro', '€ 1.500.000.000', '1500 miljoen', '1.5 billion'],
    ['2 miljard', 'twee miljard', '€ 2,0 mld', '2.000 miljoen euro', 'two billion euros'],
    ['3 miljoen', 'drie miljoen', '€ 3,00 miljoen', '3 mln euro', 'EUR 3.000.000'],
    ['€ 12.000', '€ 12.000,00', '12 duizend euro', 'twaalfduizend euro', '€ 12.000,-', '€12k', '€ 12000'],
    ['500.000 euro', 'een half miljoen', '€ 5 ton', 'vijf ton euro', 'vijfhonderdduizend euro', 'half a million euros'],
    ['1 miljoen', 'een miljoen', 'één miljoen', 'a million', '€ 1.000.000'],
    ['25 miljoen', 'vijfentwintig miljoen', 'twenty-five million'],
    ['€ 7,50', '7.5 euro', 'zeven en een halve euro'],
    ['€ 2000', '2.000 euro', 'tweeduizend euro', 'twee duizend euro'],
    ['3%', '3,0%', '3 procent', 'drie procent', 'three per cent'],
    ['25%', 'vijfentwintig procent', '25,00 procent'],
    ['1,5%', 'anderhalf procent'],
  ];
  const pairs = spellings.flatMap(([one = '', ...others]) =>
    others.flatMap((other) => [
      [one, other],
      [other, one],
    ]),
  );

  test.each(pairs)('%s is asked where %s stands', (asked, stands) => {
    const written = writtenIn('Er zijn 8 sluizen en 4.500 m kade.', `De brug kost ${stands}, dat is genoeg.`);
    expect(absentAmounts(`Wie krijgt ${asked}?`, written)).toEqual([]);
  });

  test.each([
    ['€ 2000', 'Natura 2000 en € 3.000'],
    ['2 miljoen', '2 miljard'],
    ['€ 300', 'een dijk van 300 m'],
    ['twee miljoen', '2 sluizen voor 3 miljoen'],
    ['€ 5 ton', 'vijf ton zout'],
    ['3%', '3 miljoen en 30%'],
    ['drie procent', 'drie sluizen'],
    ['12 miljoen', '12.000'],
  ])('%s is asked in vain where %s stands', (asked, stands) => {
    expect(absentAmounts(`Wie krijgt ${asked}?`, writtenIn(`Hier is ${stands}.`))).toEqual([asked]);
  });

  test.each(['tussen 2 en 4 procent', 'tussen de 1% en de 2%', 'between 5 million and 6 million euros'])(
    '%s bounds what is asked for',
    (asked) => {
      expect(absentAmounts(`Ligt het ${asked}?`, writtenIn('Niets.'))).toEqual([]);
    },
  );

  test.each(['een euro', 'honderden miljoenen', 'geen miljoen', 'drie ton', '4 m', '15e plaats', 'de eenheid euro'])(
    '%s is no amount',
    (asked) => {
      expect(absentAmounts(`Wie krijgt ${asked}?`, writtenIn('Niets.'))).toEqual([]);
    },
  );

  it('and is asked as the letters write it, be it where money is meant', () => {
    const written = writtenIn('Voor Natura 2000 is € 2.000 en twee miljard euro.', 'De sluis kost 0,5 mln.');
    expect(withAmounts('Wie krijgt € 2000?', written)).toBe('Wie krijgt € 2.000?');
    expect(withAmounts('Waar is 2 mld. voor?', written)).toBe('Waar is twee miljard. voor?');
    expect(withAmounts('Kost dat een half miljoen euro?', written)).toBe('Kost dat 0,5 mln euro?');
    expect(withAmounts('Kost dat 2 duizend euro of drie euro?', written)).toBe('Kost dat 2.000 euro of drie euro?');
  });

  it('and is looked for in few passages', () => {
    let read = 0;
    const passages = Array.from({ length: 1_000 }, (_, i) => ({
      passage: {
        get text() {
          read++;
          return `Post ${i} kost ${i + 2} miljoen euro en ${i}%.`;
        },
      },
    })) as unknown as Corpus['passages'];
    const lexicon = Lexicon.of(
      CorpusWords.of(passages.map(({ passage }) => ({ sentences: [passage.text], context: '' }))),
      [],
    );
    read = 0;
    const numbers = new WrittenNumbers({ passages }, lexicon);
    const question = 'Waar zijn 123 miljoen, 2,5 miljard en 1,234% voor?';
    expect(absentAmounts(question, numbers)).toEqual(['2,5 miljard', '1,234%']);
    expect(read).toBeLessThan(20);
  });
});
