import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answers/ask.ts';
import { answerSchema } from '../../src/answers/schema.ts';
import type { AskOptions } from '../../src/answers/types.ts';
import { corpusPassages } from '../../src/indexing/stored.ts';
import { parseLetter } from '../../src/letters/parse.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { prepared, wordEncoder } from '../retrieval/fixtures.ts';
import { expectVerbatim, lettersFrom } from '../support/letters-library.ts';

interface Facts {
  readonly number: number;
  readonly office: string;
  readonly date: string;
  readonly text: string;
  readonly name: string;
}

const written = ({ number, office, date, text, name }: Facts) => `28 676 NAVO

Nr. ${number} BRIEF VAN DE ${office.toUpperCase()}

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, ${date}

${text}

De ${office},
${name}
`;

const letters = lettersFrom({
  'hangar.txt': written({
    number: 601,
    office: 'Minister van Defensie',
    date: '3 maart 2025',
    text: 'Hierbij informeer ik uw Kamer over de hangar in Gilze-Rijen. De hangar is volledig gerenoveerd.',
    name: 'A. B. Voorbeeld',
  }),
  'ambassade.txt': written({
    number: 602,
    office: 'Minister van Buitenlandse Zaken',
    date: '4 april 2025',
    text: 'Hierbij informeer ik uw Kamer over de ambassade in Parijs. De ambassade krijgt een nieuw dak.',
    name: 'C. D. Anders',
  }),
  'werven.txt': written({
    number: 603,
    office: 'Minister van Defensie',
    date: '5 mei 2025',
    text: 'Hierbij informeer ik uw Kamer over de scheepswerven in Vlissingen. De scheepswerven bouwen fregatten.',
    name: 'E. F. Derde',
  }),
  'raad.txt': written({
    number: 604,
    office: 'Minister van Buitenlandse Zaken',
    date: '6 juni 2025',
    text: 'Hierbij ontvangt u het verslag van de Milieuraad van 28 mei 2025. Er is gesproken over de scheepswerven in Den Helder.',
    name: 'C. D. Anders',
  }),
  'visie.txt': written({
    number: 605,
    office: 'Minister van Defensie',
    date: '7 juli 2025',
    text: 'Hierbij informeer ik uw Kamer over NAVO 2030. De plannen zijn af.',
    name: 'E. F. Derde',
  }),
  'kaal.txt': `Den Haag, 1 juli 2025

Betreft: Muggen

De muggen worden bestreden. Dat gebeurt met netten.
`,
});
const corpus = { letters, passages: corpusPassages(letters) };
const encoder = wordEncoder();
const retriever = createRetriever({ corpus, data: await prepared(encoder, corpus), encoder });

async function answerTo(question: string, options?: AskOptions) {
  const answer = await ask({ corpus, retriever }, question, options);
  expect(answerSchema.parse(answer)).toEqual(answer);
  for (const quote of answer.quotes) expectVerbatim(quote, letters);
  return answer;
}

/** File and words of each quote. */
async function quoted(question: string, options?: AskOptions) {
  return (await answerTo(question, options)).quotes.map(({ file, text }) => [file, text]);
}

describe('Who signed, when, which number', () => {
  test.each([
    ['Wie ondertekende de brief over de hangar?', 'hangar.txt', 'De Minister van Defensie, A. B. Voorbeeld'],
    ['Who signed the letter about the hangar?', 'hangar.txt', 'De Minister van Defensie, A. B. Voorbeeld'],
    [
      'Wie heeft de brief van 4 april 2025 ondertekend?',
      'ambassade.txt',
      'De Minister van Buitenlandse Zaken, C. D. Anders',
    ],
    [
      'Which minister sent the letter on the embassy?',
      'ambassade.txt',
      'De Minister van Buitenlandse Zaken, C. D. Anders',
    ],
    ['Welke minister stuurde 28 676, nr. 603?', 'werven.txt', 'De Minister van Defensie, E. F. Derde'],
    [
      'Wie is de schrijver van de brief over de ambassade?',
      'ambassade.txt',
      'De Minister van Buitenlandse Zaken, C. D. Anders',
    ],
    ['Wie tekende het verslag van de Milieuraad?', 'raad.txt', 'De Minister van Buitenlandse Zaken, C. D. Anders'],
    ['Wie tekende het verslag van 28 mei 2025?', 'raad.txt', 'De Minister van Buitenlandse Zaken, C. D. Anders'],
    ['Van welke datum is de brief over de ambassade?', 'ambassade.txt', 'Den Haag, 4 april 2025'],
    ['Wanneer is de brief over de scheepswerven in Vlissingen gestuurd?', 'werven.txt', 'Den Haag, 5 mei 2025'],
    ['When did the minister send the letter about the embassy?', 'ambassade.txt', 'Den Haag, 4 april 2025'],
    ['Wanneer is de brief van Voorbeeld verstuurd?', 'hangar.txt', 'Den Haag, 3 maart 2025'],
    [
      'Wie ondertekende de laatste brief over de scheepswerven in Vlissingen?',
      'werven.txt',
      'De Minister van Defensie, E. F. Derde',
    ],
    ['Wanneer is de laatste Kamerbrief over de scheepswerven gestuurd?', 'raad.txt', 'Den Haag, 6 juni 2025'],
    ['When was the last letter about the scheepswerven sent?', 'raad.txt', 'Den Haag, 6 juni 2025'],
    ['Van welke datum is de eerste brief over de scheepswerven?', 'werven.txt', 'Den Haag, 5 mei 2025'],
    [
      'Wie tekende de recente brief van de Minister van Defensie?',
      'visie.txt',
      'De Minister van Defensie, E. F. Derde',
    ],
  ])('%s', async (question, file, words) => {
    expect(await quoted(question)).toEqual([[file, words]]);
  });

  test('a number comes with its dossier, each with the words that state it', async () => {
    const { quotes } = await answerTo('Welk kamerstuknummer heeft de brief over de hangar?');
    expect(quotes.map(({ text, marks }) => marks.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['Nr. 601'],
      ['28 676 N'],
    ]);
  });

  test('the number that only a page bears is quoted from there, also where it stands within a paragraph', async () => {
    const [letter] = lettersFrom({
      'pagina.txt': `Deze brief gaat over de dijk bij Delden en over alles wat daar in de loop van het jaar\n\nTweede Kamer, vergaderjaar 2024–2025, 28 676, nr. 700\n\n\fgebeurt.\n`,
    });
    const own = { letters: [letter!], passages: corpusPassages([letter!]) };
    const quotes = (await ask({ corpus: own, retriever }, 'Welk kamerstuknummer heeft de brief?')).quotes;
    expect(quotes.map(({ text }) => text)).toEqual(['Tweede Kamer, vergaderjaar 2024–2025, 28 676, nr. 700']);
  });

  test('what is asked of several letters is quoted from each', async () => {
    expect(await quoted('Wie ondertekenden de brieven over de scheepswerven?')).toEqual([
      ['werven.txt', 'De Minister van Defensie, E. F. Derde'],
      ['raad.txt', 'De Minister van Buitenlandse Zaken, C. D. Anders'],
    ]);
  });

  test('a year in a name is no date', async () => {
    expect(await quoted('Wie tekende de brief over NAVO 2030?')).toEqual([
      ['visie.txt', 'De Minister van Defensie, E. F. Derde'],
    ]);
  });

  test('the letter that was chosen is the one that is meant', async () => {
    const [, embassy] = letters;
    expect(await quoted('Wie ondertekende de brief?', { filters: { letter: embassy!.id } })).toEqual([
      ['ambassade.txt', 'De Minister van Buitenlandse Zaken, C. D. Anders'],
    ]);
  });
});

describe('No signature, date or number of another letter', () => {
  test.each([
    ['Wie ondertekende de brief over de marinebasis?', /weet niet welke brief/],
    ['Who signed the letter about the naval base?', /do not know which letter/],
    ['Wie ondertekende de brief van 4 november 2021?', /weet niet welke brief/],
    ['Wie ondertekende de brief van 4 april 2025 over de hangar?', /weet niet welke brief/],
    ['Wie ondertekende de brief van de negen lidstaten?', /weet niet welke brief/],
    ['Wie ondertekende de brief over muggen?', /“Muggen” \(1 juli 2025\) staat niet wie/],
    ['Wie ondertekende de brief?', /meer dan één brief/],
    ['Wie ondertekende de brief over de laatste scheepswerven?', /meer dan één|5 mei 2025/],
    ['Wie ondertekende de laatste brief over de marinebasis?', /weet niet welke brief/],
    ['Wie ondertekende de brief over de scheepswerven?', /5 mei 2025.*nr\. 603.*6 juni 2025|Milieuraad/],
  ])('%s', async (question, reason) => {
    const answer = await answerTo(question);
    expect(answer).toMatchObject({ answered: false, quotes: [], reasonCode: 'not_in_letters' });
    expect(answer.reason).toMatch(reason);
  });
});

test('What only the sidecar says is said to be from there, and not quoted', async () => {
  const source = 'Deze brief gaat over de dijk bij Delden. De dijk wordt hoger.\n';
  const letter = parseLetter({ file: 'dijk.txt', source, sidecar: { signatories: [{ name: 'G. Zevende' }] } });
  const own = { letters: [letter], passages: corpusPassages([letter]) };
  const answer = await ask({ corpus: own, retriever }, 'Wie ondertekende de brief?');
  expect(answer).toMatchObject({ answered: false, quotes: [] });
  expect(answer.reason).toContain('is genoteerd: G. Zevende.');
});

describe('A follow-up', () => {
  const previous = 'Welke hangar is volledig gerenoveerd?';
  test.each([
    ['en wie ondertekende die?', 'De Minister van Defensie, A. B. Voorbeeld'],
    ['And who signed it?', 'De Minister van Defensie, A. B. Voorbeeld'],
    ['Van welke datum is die brief?', 'Den Haag, 3 maart 2025'],
  ])('%s means the letter of the answer before', async (question, words) => {
    expect(await quoted(question, { previous })).toEqual([['hangar.txt', words]]);
  });

  test('means the letter that the question before named', async () => {
    const before = 'Wie ondertekende de brief over de ambassade?';
    expect(await quoted('en van welke datum is die?', { previous: before })).toEqual([
      ['ambassade.txt', 'Den Haag, 4 april 2025'],
    ]);
    expect(await quoted('en welk nummer heeft die?', { previous: `${before} en van welke datum is die?` })).toEqual([
      ['ambassade.txt', 'Nr. 602 BRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN'],
      ['ambassade.txt', '28 676 NAVO'],
    ]);
  });

  test('that names something else asks no letter', async () => {
    const found = await answerTo('Who wrote Pride and Prejudice?', { previous });
    expect(found.quotes.filter(({ text }) => text.startsWith('De Minister'))).toEqual([]);
  });

  test.each(['Door wie?', 'By whom?'])('%s asks no letter where none was spoken of', async (question) => {
    const found = await answerTo(question, { previous });
    expect(found.quotes.filter(({ text }) => text.startsWith('De Minister'))).toEqual([]);
    expect(await quoted(question, { previous: `${previous} / Van welke datum is die brief?` })).toEqual([
      ['hangar.txt', 'De Minister van Defensie, A. B. Voorbeeld'],
    ]);
  });

  test('about another thing that is signed asks no letter', async () => {
    const found = await answerTo('en wie ondertekende die?', {
      previous: 'Wat staat er in de verklaring over de hangar?',
    });
    expect(found.quotes.filter(({ text }) => text.startsWith('De Minister'))).toEqual([]);
  });
});
