import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answers/ask.ts';
import { parseLetter } from '../../src/letters/parse.ts';
import { withoutFirstNames } from '../../src/retrieval/question/first-names.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { corpusOf, prepared, wordEncoder } from './fixtures.ts';

const source = `Den Haag, 3 maart 2024

Hierbij ontvangt u het verslag van de bijeenkomst van 1 maart 2024.

Sancties

Nieuwe sancties tegen schepen zijn nodig, zoals ook door de president Zuiderman is aangegeven. Het kabinet steunt dat.

Overig

De ministers spraken met voorzitter Von der Heide, met ambtgenoot Westerveld en onder EU-voorzitter Laagland over vis. In
Laagland is dat besproken met Anna Westerveld en met Noorderbank. Ook Pieter Bosma was er. Joris Oosterhof stemde tegen.
Volgens president Oosterhof is er te weinig vis. Met Oosterhof en voorzitter Zuidhof is dat besproken. Volgens Zuidhof niet.

De Minister van Landbouw,
K. Eerste
`;
const corpus = corpusOf([parseLetter({ file: 'a.txt', source })]);

describe('A first name that letters lack', () => {
  test.each([
    ['Wat zei Joe Zuiderman?', ['Joe']],
    ['Wat vindt Jean-Luc Zuiderman ervan?', ['Jean-Luc']],
    ["What is Joe Zuiderman's plan?", ['Joe']],
    ['Wat is het plan van de Joe Zuiderman-regering?', ['Joe']],
    ['Wat zei Joe R. Zuiderman?', ['Joe']],
    ['Wat zei John Joe Zuiderman?', ['John', 'Joe']],
    ['Wat zei Ursula von der Heide?', ['Ursula']],
    ['Wat zei Annette Westerveld?', ['Annette']],
    ['Wat zei Johan Oosterhof?', ['Johan']],
    ['Wat zei Joe Zuidhof?', ['Joe']],
  ])('%s', (question, absent) => {
    expect(withoutFirstNames(absent, question, corpus)).toEqual([]);
  });

  test.each([
    ['Wat zei Joe Voorbeeld?', ['Joe', 'Voorbeeld']],
    ['Wat zei Zuiderman over Joe?', ['Joe']],
    ['Wat zei Joe, Zuiderman en Bosma?', ['Joe']],
    ['Steunt Joe Laagland?', ['Joe']],
    ['Wat zegt PQR Zuiderman?', ['PQR']],
    ['Wat zegt Joe Noorderbank?', ['Joe']],
    ['Vliegt een F-99 Zuiderman?', ['F-99']],
    ['Wat zei Hunter Westerveld?', ['Hunter']],
    ['Wat zei Melania Oosterhof?', ['Melania']],
    ['Wat zei Joe Joe?', ['Joe']],
  ])('%s: it is none, or somebody else’s', (question, absent) => {
    expect(withoutFirstNames(absent, question, corpus)).toEqual(absent);
  });
});

describe('does not keep a question from being answered', async () => {
  const encoder = wordEncoder();
  const retriever = createRetriever({ corpus, data: await prepared(encoder, corpus), encoder, threshold: 0.2 });
  const answerTo = (question: string) => ask({ corpus, retriever }, question);

  test.each(['Wat heeft Joe Zuiderman aangegeven over sancties?', 'Wat zei Joe Zuiderman over sancties?'])(
    '%s',
    async (question) => {
      expect((await answerTo(question)).quotes[0]?.text).toContain('Zuiderman is aangegeven');
    },
  );

  test('nor does it let others speak', async () => {
    expect((await answerTo('Wat zei Joe Zuiderman over Laagland?')).answered).toBe(false);
    expect((await answerTo('Wat heeft Joe Voorbeeld aangegeven over sancties?')).answered).toBe(false);
  });
});
