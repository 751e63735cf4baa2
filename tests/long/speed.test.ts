import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { centrality } from '../../src/answers/selection/centrality.ts';
import { vectorOf } from '../../src/answers/selection/word-vectors.ts';
import { escapeMarkdown } from '../../src/discord/messages/parts/escape.ts';
import { normalizeQuestion } from '../../src/discord/messages/parts/question.ts';
import { loadEncoder } from '../../src/encoder/transformers.ts';
import type { Encoder } from '../../src/encoder/types.ts';
import { loadIndex } from '../../src/indexing/load.ts';
import { settingOf } from '../../src/intake/pdf/page-text.ts';
import { letterFile } from '../../src/intake/shelf/names.ts';
import { sketchOf } from '../../src/intake/shelf/similar.ts';
import { readMark } from '../../src/intake/text/note-marks.ts';
import { assertShallow } from '../../src/intake/text/tree.ts';
import { tidyOffice } from '../../src/letters/signature/offices.ts';
import { parseMarkdown } from '../../src/preview/page/markdown.ts';
import { asksSeveral } from '../../src/retrieval/question/scope.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { letterOf, seed } from '../letters/letters.ts';
import { lettersFrom, libraryOf } from '../support/letters-library.ts';

/** Runs something and tells how many milliseconds of the processor it took: a busy machine is no fault of its own. */
async function timed(work: () => unknown): Promise<number> {
  const begun = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

let encoder: Encoder;
beforeAll(async () => {
  encoder = await loadEncoder();
});
afterAll(() => encoder.close());

describe('Reading a letter of a million characters', () => {
  const fill = (text: string): string => text.repeat(Math.ceil(1_000_000 / text.length));

  test.each([
    ['letters', fill(seed(2).source)],
    ['one line', fill(seed(1).source.replace(/\s+/g, ' '))],
    ['no spaces', fill('abcdefghij')],
    ['full stops', fill('.')],
    ['spaces', fill('a                    ')],
    ['digits', fill('1 en 2 en ')],
    ['note marks', fill('woord1\n1 Noot\n')],
    ['broken words', fill('ab-\n')],
    ['capitals', fill('ABC DEF\n')],
    ['offices', fill('De Minister van Defensie en Van ')],
    ['questions', `Antwoord 2\n${fill('Vraag 1\n')}`],
  ])('takes under 15 seconds: %s', async (_, source) => {
    expect(await timed(() => expect(letterOf(source).parts.length).toBeGreaterThan(0))).toBeLessThan(15_000);
  });
});

test('How 300,000 lines of a PDF are set is counted within two seconds', async () => {
  const segment = { text: 'De kade is hoog.', x0: 0, x1: 100, size: 10, font: 'a' };
  const lines = Array.from({ length: 300_000 }, (_, i) => [{ ...segment, y: i * 12 }]);
  expect(await timed(() => settingOf([[lines]]))).toBeLessThan(2_000);
});

/** Lines by which parts of a letter are told from one another: each makes the program look at those around it. */
const MARKING = [
  'Hoogachtend,',
  'Namens deze,',
  'Namens de Minister van Defensie,',
  'Mede namens de Minister van',
  'De Minister van Defensie,',
  'A. Jansen',
  'De Minister van Defensie, A. Jansen',
  'Vraag 1',
  'Antwoord op vragen 1, 2 en 3',
  'Is dat zo?',
  '1',
  '1. Irak',
  '1 Zie Kamerstuk 28 676, nr. 280.',
  'Het besluit van de Raad.1 En verder.2',
  'AFSCHRIKKING',
  '- een punt;',
  'Pagina 2 van 4',
  'Den Haag, 4 november 2021',
  'Onderwerp',
  'Geachte voorzitter,',
  'Postbus 20018',
  'veiligheidssi-',
  'en de',
  '\f',
];

describe('Four times the lines that mark parts of a letter take four times as long to read', () => {
  const pairs = MARKING.map((line) => [line, MARKING.map((other) => `${line}\n${other}\n`)] as const);

  test.each(pairs)('%j with any other', async (_, all) => {
    for (const pair of all) {
      const few = await timed(() => letterOf(pair.repeat(500)));
      // What takes no time is not measured; where it grows with the square, sixteen times as long.
      expect(await timed(() => letterOf(pair.repeat(2_000))), pair).toBeLessThan(8 * few + 100);
    }
  });
});

test('A question of 10,000 characters is answered within a second', async () => {
  const { corpus, data } = await loadIndex(inject('indexDir'), encoder);
  const retriever = createRetriever({ corpus, data, encoder });
  const question = 'Wat vond Nederland van drinkwater en van de wolven? '.repeat(200);
  expect(await timed(() => retriever.retrieve({ question }))).toBeLessThan(1_000);
});

test('A letter of 60 pages is summed up within ten seconds', async () => {
  const { source } = seed(3);
  const chapters = Array.from({ length: 20 }, (_, i) => `\n\nOnderwerp ${i}\n\n${source.slice(2_500)}`);
  const { meetings, summarize } = await libraryOf(
    lettersFrom({ 'odd.txt': source.slice(0, 900) + chapters.join('\n') }),
  );
  const [meeting] = meetings;
  expect(await timed(() => meeting && summarize(meeting))).toBeLessThan(10_000);
});

test('What is central among 2,000 sentences is found within a second', async () => {
  const many = Array.from({ length: 2_000 }, (_, i) => `Het fonds koopt munitie ${i % 4} ${i}.`);
  const vectors = many.map(vectorOf);
  expect(await timed(() => centrality(vectors))).toBeLessThan(1_000);
});

test('Hostile Markdown of 4,000 characters is parsed within two seconds', async () => {
  const all = async () => {
    for (const part of ['*', '**a', '`', '[', '||_', '> ', '- ', '<@']) parseMarkdown(part.repeat(4000 / part.length));
  };
  expect(await timed(all)).toBeLessThan(2_000);
});

describe('10,000 characters made to keep a regular expression busy take under 50 ms of the processor', () => {
  const busy = (begin: string, again: string, end: string): string =>
    begin + again.repeat((10_000 - begin.length - end.length) / again.length) + end;

  test.each([
    ['hyphens and line ends', () => sketchOf(busy('A-', '\n', 'B'))],
    ['a note mark far from its text', () => readMark(`${' '.repeat(4_999)}a${' '.repeat(4_999)}a`)],
    ['elements that never end', () => assertShallow(busy('<A', 'A', '<A>'), 'a.html')],
    ['from, to and no year', () => asksSeveral(busy('', 'hoe van tot ', ''))],
    ['a name of hyphens', () => letterFile(busy('a', '-', 'a.b'), '', () => false)],
    ['white space before no comma', () => tidyOffice(busy('Minister', ' ', 'x'))],
    ['line ends that are none', () => escapeMarkdown(busy('', '\t', 'x'))],
    ['mentions that never end', () => normalizeQuestion(busy('', '<#', 'x'))],
    ['a letter of such lines', () => letterOf(busy('Onderwerp', ' ', ',\nx'))],
  ])('%s', async (_, work) => {
    work();
    expect(await timed(work)).toBeLessThan(50);
  });
});
