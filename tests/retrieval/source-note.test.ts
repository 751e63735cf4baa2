import { describe, expect, it, test } from 'vitest';
import { parseLetter } from '../../src/letters/parse.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { asksForSource, isSourceNote } from '../../src/retrieval/source-note.ts';
import { prepared, wordEncoder } from './fixtures.ts';

describe('notes that only say where something is to be read', () => {
  test.each([
    '1 De Gazet, 6 maart 2024, «Wethouder wil dat zwembad open is» (https://gazet.example/zwembad)',
    '[2] Omroep Vecht, 23 mei 2021, ‘Zwembad gaat dicht’, omroepvecht.nl/nieuws/12',
    "3) Vechtbode, d.d. maart 2022, 'Hoe het bad leegliep'",
    '4 Kamerstukken II, 2023/2024, 31 839, nr. 1024',
    '5 Zie ook de brief van 24 januari 2024 over zwembaden (Kamerstuk 31 839, nr. 1255).',
    '6 Aanhangsel Handelingen, vergaderjaar 2023-2024, nr. 1121.',
    '7 Instituut Water, februari 2022, Verdrinking van kinderen, patronen en oorzaken, p. 55',
    '8 Stb. 2013, 123',
    '9 Te raadplegen via: https://www.zwembaden.example/uitspraken',
    '10 Zwemvaardigheid van kinderen | Rapport | Rijksoverheid.nl',
  ])('%s', (text) => {
    expect(isSourceNote({ kind: 'footnote', text })).toBe(true);
    expect(isSourceNote({ kind: 'paragraph', text })).toBe(false);
  });

  test.each([
    '1 De drie gemeenten zijn: Maarssen, Breukelen en Loenen.',
    '2 Dit betreft alleen buitenbaden (Kamerstuk 31 839, nr. 12).',
    '3 In 2023: € 4 miljoen, in 2024: € 5 miljoen.',
    '4 Een bad dat dieper is dan 1,40 meter; zie www.zwembaden.example.',
    '5 Directoraat-Generaal Water en Bodem',
    '6 Peildatum 1 januari, inclusief 12% seizoenskrachten',
  ])('but not: %s', (text) => {
    expect(isSourceNote({ kind: 'footnote', text })).toBe(false);
  });

  it('are found where a source is asked for, and nowhere else', async () => {
    const letter = parseLetter({
      file: 'zwembad.txt',
      source: `Den Haag, 3 april 2024

Geachte voorzitter,

In de Vechtstreek sloot een zwembad voor kinderen zijn deuren.1 De gemeente zoekt een andere plek.

1 De Gazet, 6 maart 2024, «Zwembad voor kinderen in de Vechtstreek gesloten» (https://gazet.example/zwembad)
`,
    });
    const corpus = { letters: [letter], passages: letter.passages.map((passage) => ({ letter, passage })) };
    const encoder = wordEncoder();
    const retriever = createRetriever({ corpus, data: await prepared(encoder, corpus), encoder });
    const found = async (question: string) =>
      (await retriever.retrieve({ question, top: 50 })).passages.map(
        ({ passage }) => corpus.passages[passage]?.passage.kind,
      );
    expect(await found('Welke krant schreef over het zwembad voor kinderen in de Vechtstreek?')).toContain('footnote');
    expect(await found('Waarom is het zwembad voor kinderen in de Vechtstreek gesloten?')).toEqual(['paragraph']);
  });
});

test.each([
  ['Welke krant schreef daarover?', true],
  ['In welk onafhankelijk onderzoek staat dat?', true],
  ['Which newspaper reported it?', true],
  ['Wat is de bron?', true],
  ['Wat gebeurt er met het rapport?', false],
  ['Wie doet het onderzoek?', false],
])('%s asks for a source: %s', (question, asks) => {
  expect(asksForSource(question)).toBe(asks);
});
