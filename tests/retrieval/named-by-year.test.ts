import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../src/letters/parse.ts';
import { lettersNamedByYear, yearFirst } from '../../src/retrieval/question/named-by-year.ts';
import { periodAsked } from '../../src/retrieval/question/period.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { corpusOf, prepared, wordEncoder } from './fixtures.ts';

const letterOf = (file: string, date: string, about: string, text: string) =>
  parseLetter({
    file,
    source: `Den Haag, ${date}\n\nBetreft: ${about}\n\nGeachte voorzitter,\n\n${text}\n\nDe Minister van Natuur,\nP. Zevende\n`,
  });

const corpus = corpusOf([
  letterOf('plan.txt', '19 september 2023', 'Pakket Oeverplan 2024', 'Voor vissers komt er een nieuwe aftrek.'),
  letterOf('nota.txt', '3 oktober 2023', 'Vissers', 'De Visserijnota 2024 volgt.\n\nDe aftrek voor vissers blijft.'),
  letterOf('later.txt', '4 april 2024', 'Otters', 'De otters keren in het jaar 2024 terug. Er is geen aftrek.'),
  letterOf('eerder.txt', '5 mei 2022', 'Vissers', 'De aftrek voor vissers verdwijnt. In 2021 was die er nog.'),
]);
const encoder = wordEncoder();
const retriever = createRetriever({ corpus, data: await prepared(encoder, corpus), encoder });

function named(question: string): string[] {
  const period = periodAsked(question);
  return period ? [...lettersNamedByYear(question, period, corpus)].map(({ file }) => file) : [];
}

async function searched(question: string): Promise<Set<string>> {
  const { passages } = await retriever.retrieve({ question, top: 50 });
  return new Set(passages.flatMap(({ passage }) => corpus.passages[passage]?.letter.file ?? []));
}

describe('A year that belongs to a name', () => {
  test.each([
    ['Welke aftrek staat er in het Oeverplan 2024 voor vissers?', ['plan.txt']],
    ['wat staat in de visserijnota 2024 over vissers?', ['nota.txt']],
    ['Welke aftrek is er in het jaar 2024?', []],
    ['Welke aftrek is er in 2024?', []],
    ['Welke aftrek staat er in het Oeverplan 2022?', []],
    ['Oeverplan april 2024?', []],
    ['Otters 2024?', []],
  ])('%s names %j', (question, files) => {
    expect(named(question)).toEqual(files);
  });

  test('allows the letters of that name, whatever their year', async () => {
    const files = await searched('Welke aftrek staat er in het Oeverplan 2024 voor vissers?');
    expect(files).toContain('plan.txt');
    expect(files).not.toContain('eerder.txt');
  });

  test('else is the time that is asked about', async () => {
    expect(await searched('Welke aftrek was er voor vissers in 2022?')).toEqual(new Set(['eerder.txt']));
    expect(await searched('Vissers 2022?')).toEqual(new Set(['eerder.txt']));
  });
});

describe('What is said of a name with its year comes before what is said of it with another', async () => {
  const plans = corpusOf([
    letterOf(
      'plannen.txt',
      '19 september 2023',
      'Aftrek voor vissers',
      'In het Dijkplan 2024 staat de aftrek voor vissers: de aftrek in het Dijkplan 2024 is 5 euro.\n\nHet Dijkplan 2023 kende er een van 3 euro.\n\nVissers vragen om een aftrek.',
    ),
  ]);
  const retriever = createRetriever({ corpus: plans, data: await prepared(encoder, plans), encoder });
  const first = async (question: string) => {
    const [best] = (await retriever.retrieve({ question })).passages;
    return plans.passages[best?.passage ?? -1]?.passage.text;
  };

  test.each([
    ['Welke aftrek staat er in het Dijkplan 2023 voor vissers?', '3 euro'],
    ['Welke aftrek staat er volgens de brief van 19 september 2023 in het Dijkplan 2024 voor vissers?', '5 euro'],
    ['Welke aftrek staat er in het Dijkplan voor vissers?', '5 euro'],
  ])('%s', async (question, words) => {
    expect(await first(question)).toContain(words);
  });

  test.each([
    ['Dijkplan 2023?', 'Het Dijkplan 2024 blijft.', 1],
    ['Dijkplan 2024?', 'Na het Dijkplan 2023 komt het Dijkplan 2024.', 0],
    ['Dijkplan 2023?', 'Vissers vissen.', null],
    ['Dijkplan 2023 of Dijkplan 2024?', 'Het Dijkplan 2024 blijft.', undefined],
    ['Vissers in 2023?', 'De vissers in 2024.', undefined],
  ])('%s, of %j: %s', (question, text, order) => {
    const [passage] = corpusOf([letterOf('a.txt', '3 mei 2023', 'Vis', text)]).passages.filter(
      ({ passage }) => passage.text === text,
    );
    expect(passage && yearFirst(question)?.(passage)).toBe(order);
  });

  test('else by what the letter is called', () => {
    const { passages } = corpusOf([letterOf('a.txt', '3 mei 2023', 'Pakket Dijkplan 2024', 'Vissers vissen.')]);
    const [passage] = passages.filter(({ passage }) => passage.text === 'Vissers vissen.');
    expect(passage && yearFirst('Dijkplan 2023?')?.(passage)).toBe(1);
    expect(passage && yearFirst('Dijkplan 2024?')?.(passage)).toBe(0);
  });
});
