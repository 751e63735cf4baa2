import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../src/letters/parse.ts';
import { lettersNamedByYear } from '../../src/retrieval/question/named-by-year.ts';
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
