import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answers/ask.ts';
import { type Answer, answerSchema } from '../../src/answers/schema.ts';
import { parseLetter } from '../../src/letters/parse.ts';
import type { Retrieval, RetrievalRequest, RetrievedPassage } from '../../src/retrieval/types.ts';

const source = `Den Haag, 3 maart 2023

Hierbij ontvangt u het verslag van de bijeenkomst van de NAVO-ministers van Defensie van 14 en 15 februari 2023.

Munitie

De ministers spraken over de aanschaf van munitie voor de komende tien jaar. Er werd niets besloten.

Oefeningen

Ook kwam het oefenprogramma aan de orde.

De minister van Defensie
K.H. Ollongren
`;
const letter = parseLetter({ file: 'munitie.txt', source });
const corpus = { letters: [letter], passages: letter.passages.map((passage) => ({ letter, passage })) };
const at = (words: string) => letter.passages.findIndex(({ text }) => text.includes(words));

function parts(found: Partial<Retrieval>, of = corpus) {
  const retrieval: Retrieval = {
    language: 'nl',
    answered: true,
    confidence: 0.8,
    reasonCode: null,
    subjectFound: false,
    understood: {},
    passages: [],
    period: null,
    elsewhere: [],
    elsewhereSure: false,
    absentWords: [],
    ...found,
  };
  return {
    corpus: of,
    retriever: {
      retrieve: async (_: RetrievalRequest) => retrieval,
      lettersAbout: () => [],
      lettersCalled: () => [],
      says: () => false,
    },
  };
}

const found = (...words: string[]) =>
  words.map((w, i) => ({ passage: at(w), score: 1 - i / 10, highlights: [], answers: true, bears: true }));

describe('An answer', () => {
  test('quotes what was retrieved, best first', async () => {
    const answer = await ask(parts({ passages: found('munitie', 'oefenprogramma') }), 'Wat over munitie?');
    expect(answerSchema.parse(answer)).toEqual(answer);
    expect(answer.quotes.map(({ section }) => section)).toEqual(['Munitie', 'Oefeningen']);
    expect(answer).toMatchObject({
      answered: true,
      reason: null,
      nearest: [],
      coverage: { letters: 1, newest: '2023-03-03' },
    });
  });

  test('is looked for without what opens and closes a message', async () => {
    const asked: RetrievalRequest[] = [];
    const { retriever } = parts({ passages: found('munitie') });
    const retrieve = (request: RetrievalRequest) => {
      asked.push(request);
      return retriever.retrieve(request);
    };
    const previous = 'Hoi, Anna hier: wat over oefeningen?';
    const question = 'Wat over munitie? Mvg, Pieter';
    const answer = await ask({ corpus, retriever: { ...retriever, retrieve } }, question, { previous });
    expect(asked).toMatchObject([{ question: 'Wat over munitie?', previous: 'wat over oefeningen?' }]);
    expect(answer.question).toBe(question);
  });

  test('sets apart what only bears on the question, also when more is asked for', async () => {
    const [first, second] = found('munitie', 'oefenprogramma');
    const answer = { passages: [first, { ...second, answers: false }] as RetrievedPassage[] };
    const sections = ({ quotes, related }: Answer) => [quotes, related].map((all) => all.map(({ section }) => section));
    expect(sections(await ask(parts(answer), 'Wat over munitie?'))).toEqual([['Munitie'], ['Oefeningen']]);
    expect(sections(await ask(parts(answer), 'Wat over munitie?', { skip: 1 }))).toEqual([[], ['Oefeningen']]);
    expect(sections(await ask(parts(answer), 'Wat over munitie?', { top: 2 }))).toEqual([
      ['Munitie', 'Oefeningen'],
      [],
    ]);
  });

  test('leaves out what was shown before', async () => {
    const answer = await ask(parts({ passages: found('munitie', 'oefenprogramma') }), 'Wat over munitie?', {
      skip: 1,
      top: 3,
    });
    expect(answer.quotes.map(({ section }) => section)).toEqual(['Oefeningen']);
  });

  test('says what it understood, and nothing of what it did not', async () => {
    const answer = await ask(parts({ understood: { from: '2023-01-01', to: undefined } }), 'en in 2023?');
    expect(answer.understood).toEqual({ from: '2023-01-01' });
  });
});

describe('A refusal', () => {
  const refused = parts({
    answered: false,
    confidence: 0.1,
    reasonCode: 'not_in_letters',
    passages: found('munitie', 'niets besloten'),
  });

  test('names the heading under which the letters speak of the subject, where they were read to', async () => {
    const { reason } = await ask(
      parts({ answered: false, reasonCode: 'not_in_letters', subjectFound: true, passages: found('munitie') }),
      'Hoeveel munitie?',
    );
    expect(reason).toContain('“Munitie”');
    expect((await ask(refused, 'Hoeveel tanks?')).reason).not.toContain('“');
  });

  test('quotes nothing, says why and offers each nearest heading once', async () => {
    const answer = await ask(refused, 'Hoeveel tanks?');
    expect(answerSchema.parse(answer)).toEqual(answer);
    expect(answer.quotes).toEqual([]);
    expect(answer.nearest).toEqual([{ letterId: letter.id, section: 'Munitie' }]);
    expect(answer.reason).toMatch(/3 maart 2023/);
  });

  test("speaks the reader's language", async () => {
    expect((await ask(refused, 'Hoeveel tanks?', { language: 'en' })).reason).toMatch(/3 March 2023/);
  });
});

test('A refusal names an answer to a question with the letter that it stands in: "Antwoord 2" says nothing by itself', async () => {
  const paper = parseLetter({
    file: 'antwoorden.txt',
    source: `Den Haag, 3 maart 2023

Onderwerp: Beantwoording vragen over de haven

Vraag 1
Kent u de haven?

Antwoord 1
Ja.

Vraag 2
Wat kost de haven?

Antwoord 2
De haven kost 12 miljoen euro.
`,
  });
  const own = { letters: [paper], passages: paper.passages.map((passage) => ({ letter: paper, passage })) };
  const passage = paper.passages.findIndex(({ text }) => text.includes('12 miljoen'));
  const refused = {
    answered: false,
    reasonCode: 'not_in_letters',
    subjectFound: true,
    passages: [{ passage, score: 1, highlights: [], answers: false, bears: true }],
  } as const;
  const { reason, nearest } = await ask(parts(refused, own), 'Wie betaalt de haven?');
  expect(nearest).toEqual([{ letterId: paper.id, section: 'Antwoord 2' }]);
  expect(reason).toContain(`“Antwoord 2, ${paper.title}”`);
  const other = await ask(parts({ ...refused, passages: found('munitie') }), 'Wie betaalt de munitie?');
  expect(other.reason).not.toContain(letter.title);
});

test('another time is said to answer only where it most likely does', async () => {
  const period = { from: '2019-01-01', to: '2019-12-31', precision: 'year' } as const;
  const reasons = [true, false].map(async (elsewhereSure) => {
    const refused = { answered: false, reasonCode: 'not_then', period, elsewhere: found('munitie') } as const;
    return (await ask(parts({ ...refused, elsewhereSure }), 'Munitie in 2019?')).reason;
  });
  expect(await Promise.all(reasons)).toEqual([
    'Ik heb geen brief van 2019; in februari 2023 wel:',
    'Ik heb geen brief van 2019; misschien wel in februari 2023:',
  ]);
});

test('where only the letter that was named was searched, the refusal speaks of that one', async () => {
  const refused = { answered: false, reasonCode: 'not_in_letters', understood: { letter: letter.id } } as const;
  expect((await ask(parts(refused), 'Wat staat er in nr. 5 over muggen?')).reason).toBe(
    `Dat vind ik niet terug in “${letter.title}”, dus ik citeer niets.`,
  );
});

test('an answer that may be none says so', async () => {
  const tentative = async (confidence: number, answered = true) =>
    (await ask(parts({ answered, confidence, passages: found('munitie') }), 'Wat over munitie?')).tentative;
  expect([await tentative(0.9), await tentative(0.6), await tentative(0.2, false)]).toEqual([false, true, false]);
});
