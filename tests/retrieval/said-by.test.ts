import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answers/ask.ts';
import { corpusPassages } from '../../src/indexing/stored.ts';
import { parseLetter } from '../../src/letters/parse.ts';
import { isPerson, saidBy } from '../../src/retrieval/question/said-by.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { lettersFrom } from '../support/letters-library.ts';
import { corpusOf, prepared, wordEncoder } from './fixtures.ts';

describe('Whose words a question asks for', () => {
  test.each([
    ['Wat zei Stoltenberg over Iran?', 'Stoltenberg'],
    ['Wat schrijft minister Van der Meer over Kosovo?', 'Van der Meer'],
    ['Wat vindt Kamp van Rusland?', 'Kamp'],
    ['Wat wil staatssecretaris Jan van der Meer?', 'Jan van der Meer'],
    ['Dacht Kamp dat er meer geld kwam?', 'Kamp'],
    ['What did secretary general Stoltenberg say about China?', 'Stoltenberg'],
    ['Why does minister Kamp want a fund?', 'Kamp'],
    ['Wat moet er volgens minister Kamp gebeuren?', 'Kamp'],
    ['Wat schrijft minister van Financiën Heinen over de btw?', 'Heinen'],
    ['Wat schrijft minister van Sociale Zaken en Werkgelegenheid Van Gennip over werk?', 'Van Gennip'],
    ['What did Minister of Finance Heinen write about taxes?', 'Heinen'],
    ['Wat moet er volgens staatssecretaris voor Cultuur Uslu gebeuren?', 'Uslu'],
    ['What did Foreign Minister Hoekstra write about Mali?', 'Hoekstra'],
    ['What did Prime Minister Mark Rutte say?', 'Mark Rutte'],
    ['What did NATO Secretary-General Stoltenberg say?', 'Stoltenberg'],
    ["Wat schrijft staatssecretaris Van 't Hof over schulden?", "Van 't Hof"],
    ["Wat zei minister 't Hooft over woningen?", "'t Hooft"],
    ["Wat vindt mevrouw In 't Veld van Iran?", "In 't Veld"],
    ["Wat wil minister d'Ancona?", "d'Ancona"],
    ['Wat zei staatssecretaris van der Burg?', 'van der Burg'],
    ['Wat vindt staatssecretaris Van Huffelen van de Belastingdienst?', 'Van Huffelen'],
    ['Wat vindt Kamp van de Navo?', 'Kamp'],
    ['Wat vindt Jan van der Meer van Kosovo?', 'Jan van der Meer'],
  ])('%s', (question, name) => {
    expect(saidBy(question)?.name).toBe(name);
  });

  test.each([
    'Wat zei de minister over Iran?',
    'Wat schrijft de minister van Buitenlandse Zaken over Iran?',
    'What did the Minister of Foreign Affairs say about Iran?',
    'What did the Foreign Minister say about Iran?',
    'Wat vindt minister van Defensie van Iran?',
    'Wat vindt de NAVO van Iran?',
    'Wie zei dat?',
    'Wat is Allied Solace?',
  ])('%s: nobody’s by name', (question) => {
    expect(saidBy(question)).toBeNull();
  });

  test('with the office and its field before the name', () => {
    const question = 'Wat schrijft minister van Financiën Heinen over de btw?';
    const said = saidBy(question);
    expect(question.slice(said?.start, said?.end)).toBe('minister van Financiën Heinen');
  });
});

describe('Whom letters name', () => {
  const isIn = (text: string, name: string) => isPerson(name, corpusOf([parseLetter({ file: 'a.txt', source: text })]));
  test.each([
    ['Op voorstel van secretaris-generaal Stoltenberg is gesproken.', 'Stoltenberg'],
    ['Dat schreef H.G.J. Kamp in mei.', 'Kamp'],
    ['Minister Van Garderen was er ook.', 'van Garderen'],
    ["Het lid Van 't Hof (XYZ) vroeg dat.", "Van 't Hof"],
  ])('%s', (text, name) => {
    expect(isIn(text, name)).toBe(true);
  });

  test.each([
    ['De reis is i.v.m. Rusland uitgesteld.', 'Rusland'],
    ['De minister van Defensie was er ook.', 'Van'],
    ['Het lid was in Kosovo.', 'Kosovo'],
  ])('%s: no person', (text, name) => {
    expect(isIn(text, name)).toBe(false);
  });
});

const letters = lettersFrom({
  'verslag.txt': `Den Haag, 3 maart 2024

Hierbij ontvangt u het verslag van de NAVO-raad van 1 maart 2024.

Werkdiner

Op voorstel van secretaris-generaal Stoltenberg spraken de ministers over scheepvaart. Ook spraken de ministers over Iran.

Kosovo

Secretaris-generaal Stoltenberg noemde de opvang in Kosovo een succes. Hij vroeg om steun voor Albanië.

Noorwegen

De ministers van Finland en Zweden spraken over de NAVO. Noorwegen is een betrouwbare bondgenoot van de NAVO.
De NAVO-partners Georgië en Moldavië spraken met de Finse minister.

Er zijn twee fregatten gekomen en drie kleine schepen met dertig matrozen aan boord.

De Minister van Defensie,
K. Eerste
`,
  'brief.txt': `Den Haag, 5 april 2024

De opvang in Kosovo wordt verlengd tot de zomer. De kosten van de opvang zijn bekend.

De Minister van Justitie,
L. Tweede
`,
  'boeren.txt': `Den Haag, 6 mei 2024

De ministers spraken met minister Tweede over boeren. Het kabinet helpt boeren met geld.

De Minister van Landbouw,
C.E.G. van Garderen
`,
});
const corpus = { letters, passages: corpusPassages(letters) };
const encoder = wordEncoder();
const data = await prepared(encoder, corpus);
const retriever = createRetriever({ corpus, data, encoder, threshold: 0 });
const answerTo = (question: string) => ask({ corpus, retriever }, question);
const found = async (question: string) => {
  const { understood, absentWords, passages } = await retriever.retrieve({ question });
  return { understood, absentWords, quotes: passages.map(({ passage }) => corpus.passages[passage]?.letter.file) };
};

describe('What somebody said stands in a sentence that names them and what it is about', () => {
  test.each([
    ['Wat zei Stoltenberg over Kosovo?', 'Kosovo een succes'],
    ['Wat zei Stoltenberg over Albanië?', 'Albanië'],
    ['What did Stoltenberg say about Kosovo before June 2024?', 'Kosovo een succes'],
  ])('%s', async (question, words) => {
    const { quotes } = await answerTo(question);
    expect(quotes[0]?.text).toContain(words);
    const marked = quotes[0]?.marks.map(({ start, end }) => quotes[0]?.text.slice(start, end));
    expect(marked?.join(' ')).toContain(words);
  });

  test('else it is refused, also where nothing else would be', async () => {
    const strict = createRetriever({ corpus, data, encoder, threshold: 0.2 });
    const answer = await ask({ corpus, retriever: strict }, 'Wat zei Stoltenberg over Iran?');
    expect(answer).toMatchObject({ answered: false, quotes: [] });
    expect(answer.confidence).toBeLessThanOrEqual(0.1);
  });
});

describe('What a signatory writes stands in the letters they signed', () => {
  test.each([
    ['Wat schrijft minister Tweede over Kosovo?', 'brief.txt'],
    ['Wat schrijft minister Eerste over Kosovo?', 'verslag.txt'],
    ['What does minister Tweede write about Kosovo?', 'brief.txt'],
    ['Wat schrijft minister van Justitie Tweede over Kosovo?', 'brief.txt'],
    ['What did Justice Minister Tweede write about Kosovo?', 'brief.txt'],
    ['Wat doet minister Eerste aan scheepvaart?', 'verslag.txt'],
    ['Wat doet minister van Garderen voor boeren?', 'boeren.txt'],
    ['Hoe helpt Karien van Garderen boeren?', 'boeren.txt'],
    ['Wat is het standpunt van Tweede over Kosovo?', 'brief.txt'],
    ['What is the view of Tweede on Kosovo?', 'brief.txt'],
    ['Wat gebeurde er onder minister Eerste met Kosovo?', 'verslag.txt'],
  ])('%s', async (question, file) => {
    const { quotes, related, understood } = await answerTo(question);
    expect(understood).toEqual({ signatory: expect.any(String) });
    expect(new Set([...quotes, ...related].map((quote) => quote.file))).toEqual(new Set([file]));
  });
});

describe('and where they write of something, there that is spoken of', () => {
  const strict = createRetriever({ corpus, data, encoder, threshold: 0.2 });
  const strictly = (question: string) => ask({ corpus, retriever: strict }, question);

  test.each([
    'Wat schrijft minister Tweede over scheepvaart?',
    'Wat schrijft minister Tweede over boeren in Kosovo en over matrozen?',
    'What does minister Tweede write about farmers?',
    'Wat heeft minister Eerste over boeren gezegd?',
    'Wat is het standpunt van minister Eerste over boeren?',
  ])('%s: refused', async (question) => {
    const answer = await strictly(question);
    expect(answer).toMatchObject({ answered: false, quotes: [] });
    expect(answer.confidence).toBeLessThanOrEqual(0.1);
  });

  test.each([
    ['Wat schrijft minister Eerste over scheepvaart?', 'scheepvaart'],
    ['Wat schrijft minister Tweede over de kosten van opvang?', 'kosten'],
    ['Wat heeft minister van Garderen over boeren gezegd?', 'boeren'],
    // No letter calls anything so.
    ['Wat schrijft minister Tweede over asielzoekerscentra in Kosovo?', 'opvang'],
  ])('%s', async (question, words) => {
    expect((await answerTo(question)).quotes[0]?.text).toContain(words);
    expect((await strictly(question)).confidence).toBeGreaterThan(0.1);
  });
});

test.each([
  'Wat gebeurde er na minister Eerste met Kosovo?',
  'What happened in Kosovo since minister Eerste?',
  'Wat is het standpunt van Noorwegen over Kosovo?',
])('%s is no question for letters of one signatory', async (question) => {
  expect((await found(question)).understood).toEqual({});
});

test('a signatory of whom others write is looked for everywhere, without a first name that letters lack', async () => {
  const { understood, quotes, absentWords } = await found('Met wie sprak Lotte Tweede over boeren?');
  expect(understood).toEqual({});
  expect(absentWords).toEqual([]);
  expect(quotes).toContain('boeren.txt');
});

describe('Who is a member is told by a sentence that speaks of members', () => {
  test('Is Noorwegen lid van de NAVO?', async () => {
    expect((await answerTo('Is Noorwegen lid van de NAVO?')).quotes[0]?.text).toContain('bondgenoot');
  });

  test('Is Moldavië lid van de NAVO?', async () => {
    expect((await answerTo('Is Moldavië lid van de NAVO?')).quotes[0]?.text).toContain('NAVO-partners Georgië');
  });

  test('Is Finland lid van de NAVO?', async () => {
    expect((await answerTo('Is Finland lid van de NAVO?')).confidence).toBeLessThanOrEqual(0.1);
  });

  test('what was done with members is no matter of membership', async () => {
    const question = 'Is de verlenging van de opvang in Kosovo door de leden besproken?';
    expect((await answerTo(question)).confidence).toBeGreaterThan(0.1);
  });
});

test.each([
  ['Hoeveel fregatten zijn er gekomen?', 'Er zijn twee fregatten'],
  ['Hoeveel matrozen zijn er aan boord?', 'Er zijn twee fregatten'],
])('%s is answered by a number of just that', async (question, words) => {
  expect((await answerTo(question)).quotes[0]?.text).toContain(words);
});
