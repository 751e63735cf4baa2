import { describe, expect, it } from 'vitest';
import { parseLetter } from '../../src/letters/parse.ts';
import { officeAsked } from '../../src/retrieval/question/office-asked.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { corpusOf, prepared, wordEncoder } from './fixtures.ts';

const signed = (office: string, name: string, body: string) =>
  `Den Haag, 3 maart 2019\n\nBetreft: Stand van zaken\n\n${body}\n\nDe ${office},\n${name}\n`;
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
