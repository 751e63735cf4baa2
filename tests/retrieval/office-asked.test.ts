import { describe, expect, it } from 'vitest';
import { parseLetter } from '../../src/letters/parse.ts';
import { officeAsked } from '../../src/retrieval/question/office-asked.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { corpusOf, prepared, wordEncoder } from './fixtures.ts';

const signed = (office: string, name: string, body: string, day = '3 maart 2019') =>
  `Den Haag, ${day}\n\nBetreft: Stand van zaken\n\n${body}\n\nDe ${office},\n${name}\n`;
const corpus = corpusOf(
  [
    signed('Minister van Defensie', 'A. B. Voorbeeld', 'De hangar wordt hersteld.'),
    signed('Minister van Veiligheid en Justitie', 'C. D. Anders', 'De rechtbank verhuist.'),
    signed('Staatssecretaris van Landbouw en Natuur', 'E. F. Derde', 'De bossen groeien.'),
    signed('Minister voor Natuur', 'G. H. Vierde', 'De Duitse minister van Landbouw, Klara Zesde, was er ook.'),
  ].map((source, i) => parseLetter({ file: `${i}.txt`, source })),
);
const encoder = wordEncoder();
const retriever = createRetriever({ corpus, data: await prepared(encoder, corpus), encoder, threshold: 0.3 });
/** What answers, as it stands in the letters. */
async function answers(question: string): Promise<string[]> {
  const { answered, passages } = await retriever.retrieve({ question });
  return answered ? passages.map(({ passage }) => corpus.passages[passage]?.passage.text ?? '') : [];
}

describe('Which office a question asks about', () => {
  it.each([
    ['Wie is de minister van Defensie?', 'minister', 'de Defensie'],
    ['Wie was in 2015 minister van Landbouw?', 'minister', 'in Landbouw'],
    ['En wie is nu staatssecretaris van Onderwijs, Cultuur en Wetenschap?', 'staatssecretaris', undefined],
    ['Who was the Dutch minister for foreign affairs in 2011?', 'minister', 'the foreign affairs in'],
    ['Who is the defence minister?', 'minister', 'the defence'],
    ['Wie zijn de ministers?', 'minister', 'de'],
    ['Wie is de huidige minister-president?', 'minister-president', 'de'],
    ['Wie was minister van Defensie tijdens de evacuatie uit Kabul?', 'minister', 'Defensie'],
    ['Wie is de Duitse minister van Defensie?', 'minister', 'de Duitse Defensie'],
    ['Wie is de minister die over de natuur gaat?', 'minister', 'de de natuur'],
    ['Wie is de minister die verantwoordelijk is voor natuur?', 'minister', 'de natuur'],
    ['Who is the minister in charge of defence?', 'minister', 'the defence'],
  ])('%j: %s, %j', (question, rank, field) => {
    const asked = officeAsked(question);
    expect(asked?.ranks[0]).toBe(rank);
    if (field !== undefined) expect(asked?.field).toBe(field);
  });

  it.each([
    'Wie is de woordvoerder van de minister van Defensie?',
    'Wie was volgens de minister verantwoordelijk voor de ramp?',
    'Wie zijn de ministers die de motie steunen?',
    'Wie is de minister die over de motie sprak?',
    'Wat doet de minister van Defensie?',
    'Wie is de vice-minister-president?',
  ])('%j: none', (question) => {
    expect(officeAsked(question)).toBeNull();
  });
});

describe('When an office is asked about', () => {
  it.each([
    ['Wie is de minister van Defensie?', 'now'],
    ['Wie is de nieuwe minister van Defensie?', 'now'],
    ['Who is the current minister of defence?', 'now'],
    ['Wie was de vorige minister van Defensie?', 'before'],
    ['Who is the former minister of defence?', 'before'],
    ['Wie was in 2015 minister van Defensie?', null],
    ['Wie was in maart minister van Defensie?', null],
    ['Wie is de minister van Defensie die de nota uitbracht?', null],
    ['Wie is de minister die over defensie gaat?', 'now'],
    ['Wie was toen minister van Defensie?', null],
    ['Who was the then minister of defence?', null],
    ['Wie was minister van Defensie tijdens de missie?', null],
    ['Wie was de eerste minister van Defensie?', null],
    ['Wie is de minister voor Natuur?', 'now'],
    ['Wie was de minister van Defensie voor Van der Laan?', { is: 'before', name: 'Van der Laan' }],
    ['Who was the minister of defence after Kamp?', { is: 'after', name: 'Kamp' }],
    ['Wie was minister van Defensie voor minister Kamp?', { is: 'before', name: 'Kamp' }],
    ['Wie was minister van Defensie voor minister Henk Kamp?', { is: 'before', name: 'Kamp' }],
    ['Wie was minister van Defensie na de heer Van der Laan?', { is: 'after', name: 'Van der Laan' }],
    ['Wie was staatssecretaris van Defensie onder minister Kamp?', null],
  ])('%j: %s', (question, when) => {
    expect(officeAsked(question)?.when).toEqual(when);
  });
});

describe('Who holds an office', () => {
  it.each([
    ['Wie is de minister van Defensie?', 'Voorbeeld'],
    ['Who is the minister of defence?', 'Voorbeeld'],
    ['Wie is de minister van Justitie?', 'Anders'],
    ['Wie was in 2019 staatssecretaris van Landbouw?', 'Derde'],
    ['Wie is de Duitse minister van Landbouw?', 'Zesde'],
    ['Wie is de minister van V&J?', 'Anders'],
    ['wie was minister van venj', 'Anders'],
    ['Wie is verantwoordelijk minister voor Natuur?', 'Vierde'],
  ])('%j: %s and nobody else', async (question, name) => {
    expect(await answers(question)).toEqual([expect.stringContaining(name)]);
  });

  it.each([
    'Wie is de minister van Onderwijs?',
    'Who is the minister of education?',
    'Wie is de staatssecretaris van Defensie?',
    'Wie is de minister van VWS?',
    'Wie is de Franse minister van Landbouw?',
    'Wie is minister-president?',
  ])('%j: nobody', async (question) => {
    expect(await answers(question)).toEqual([]);
  });
});

describe('Of those who held an office one after the other', async () => {
  const letters = [
    signed('Minister van Defensie', 'A. B. Oudste-Vroeger', 'De hangar wordt hersteld.', '3 maart 2010'),
    signed('Minister van Defensie', 'C. D. Nieuwste', 'De kade wordt hersteld.', '3 maart 2020'),
    signed('Minister van Defensie', 'C. D. Nieuwste', 'De sluis wordt hersteld.', '3 april 2021'),
    // More than are looked at closely.
    ...Array.from({ length: 30 }, (_, i) =>
      signed('Minister van Defensie', 'E. F. Middelste', `Schip ${i} is er.`, `${(i % 28) + 1} mei 201${5 + (i % 3)}`),
    ),
    signed('Minister van Landbouw', 'G. H. Anders', 'De minister van Defensie was er niet.', '3 maart 2024'),
  ].map((source, i) => parseLetter({ file: `${i}.txt`, source }));
  const corpus = corpusOf(letters.toReversed());
  const retriever = createRetriever({ corpus, data: await prepared(encoder, corpus), encoder, threshold: 0.3 });
  const named = async (question: string) => {
    const { answered, passages } = await retriever.retrieve({ question });
    const texts = passages.map(({ passage }) => corpus.passages[passage]?.passage.text ?? '');
    return answered ? texts.flatMap((text) => /Oudste|Middelste|Nieuwste|Anders/.exec(text)?.[0] ?? []) : [];
  };
  const dayOf = async (question: string) => {
    const [first] = (await retriever.retrieve({ question })).passages;
    return corpus.passages[first?.passage ?? -1]?.letter.metadata.letterDate;
  };

  it.each([
    ['Wie is de minister van Defensie?', ['Nieuwste', 'Middelste', 'Oudste']],
    ['Who is the current minister of defence?', ['Nieuwste', 'Middelste', 'Oudste']],
    ['Wie was de vorige minister van Defensie?', ['Middelste', 'Oudste']],
    ['Wie was de minister van Defensie voor Nieuwste?', ['Middelste']],
    ['Wie was minister van Defensie vóór Middelste?', ['Oudste']],
    ['Wie was minister van Defensie voor minister Nieuwste?', ['Middelste']],
    ['Wie was minister van Defensie voor minister Oudste?', []],
    ['Who was the minister of defence after Oudste?', ['Middelste']],
    ['Who was the minister of defence after Oudste-Vroeger?', ['Middelste']],
    ['Wie was de minister van Defensie voor Oudste?', []],
    ['Wie is de minister van Defensie na Nieuwste?', []],
  ])('%j: the newest of those who are meant first', async (question, names) => {
    expect(await named(question)).toEqual(names);
  });

  it('their newest letter tells it', async () => {
    expect(await dayOf('Wie is de minister van Defensie?')).toBe('2021-04-03');
  });

  it('a time that is named decides, or that nobody held it before', async () => {
    expect((await named('Wie was in 2010 minister van Defensie?'))[0]).toBe('Oudste');
    expect(await dayOf('Wie was in maart 2020 minister van Defensie?')).toBe('2020-03-03');
    expect(await named('Wie was de vorige minister van Landbouw?')).toEqual([]);
  });
});
