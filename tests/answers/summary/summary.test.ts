import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { leans } from '../../../src/answers/selection/leaning.ts';
import { sentencesOf } from '../../../src/answers/selection/sentences.ts';
import { storedVectors } from '../../../src/answers/selection/stored-vectors.ts';
import { wordVectors } from '../../../src/answers/selection/word-vectors.ts';
import { summarySchema } from '../../../src/answers/summary/schema.ts';
import type { Library } from '../../../src/answers/types.ts';
import { loadEncoder } from '../../../src/encoder/transformers.ts';
import type { Encoder } from '../../../src/encoder/types.ts';
import { loadIndex } from '../../../src/indexing/load.ts';
import type { Letter } from '../../../src/letters/types.ts';
import { expectVerbatim, lettersFrom, libraryOf, one } from '../../support/letters-library.ts';

let letters: readonly Letter[];
let library: Library;
let encoder: Encoder;
beforeAll(async () => {
  encoder = await loadEncoder();
  const { corpus, sentences } = await loadIndex(inject('indexDir'), encoder);
  ({ letters } = corpus);
  library = await libraryOf(letters, sentences ? storedVectors(corpus, sentences) : wordVectors);
});
afterAll(() => encoder.close());

describe('A summary of a meeting', () => {
  test('is at most twelve verbatim quotes, or five, apart from each other; every section is shown or named', async () => {
    for (const meeting of library.meetings) {
      for (const limit of [12, 5]) {
        const summary = summarySchema.parse(await library.summarize(meeting, { limit }));
        const points = summary.parts.flatMap(({ points }) => points);
        expect(points.length).toBeLessThanOrEqual(limit);
        expect(points.length).toBeGreaterThan(limit / 2);
        for (const point of points) expectVerbatim(point, letters);
        const inOrder = [...points].sort((a, b) => a.start - b.start);
        for (const [i, point] of inOrder.entries())
          if (i > 0) expect(point.start).toBeGreaterThanOrEqual(inOrder[i - 1]!.end);
        const told = new Set([...points.map(({ section }) => section), ...summary.leftOut]);
        expect(library.sections(meeting).filter((title) => !told.has(title))).toEqual([]);
      }
    }
  });

  test('says which letter is not there', async () => {
    const missing = await Promise.all(library.meetings.map((meeting) => library.summarize(meeting)));
    expect(missing.map((summary) => summary.missing)).toEqual([
      ['after'],
      ['before'],
      ['after'],
      ['before'],
      ['before'],
    ]);
  });

  test('begins no quote with a sentence that leans on one before it, unless two more stand between', async () => {
    for (const meeting of library.meetings) {
      const { parts } = await library.summarize(meeting);
      for (const { text, start, file } of parts.flatMap(({ points }) => points)) {
        const all = sentencesOf(letters.find((letter) => letter.file === file)!);
        const first = all.find(({ passage, at }) => passage.sentences[at]!.start === start)!;
        const opensSection = all[first.order - 1]?.section !== first.section;
        if (leans(first.text) && !opensSection) expect(text).toContain(all[first.order + 2]!.text);
      }
    }
  });

  test('puts promises, positions and what comes next apart, under headings in the reader’s language', async () => {
    const meeting = one(library.findMeeting('okt 2021'));
    const nl = await library.summarize(meeting, { language: 'nl' });
    const en = await library.summarize(meeting, { language: 'en' });
    const textOf = (kind: string) =>
      nl.parts
        .filter((part) => part.kind === kind)
        .flatMap(({ points }) => points.map(({ text }) => text))
        .join(' ');
    expect(textOf('about')).toContain('ministers van Defensie');
    expect(textOf('promised')).toContain('zal uw Kamer over relevante ontwikkelingen informeren');
    expect(textOf('next')).toContain('de volgende bijeenkomst van de ministers van Defensie in 2022');
    expect(textOf('position')).toContain('Nederland nog niet voldoet');
    expect(nl.parts[0]?.heading).toBe('Waar het over ging');
    expect(en.parts[0]?.heading).toBe('What it was about');
    expect(en.parts.map(({ points }) => points)).toEqual(nl.parts.map(({ points }) => points));
  });

  test('of one section quotes only that', async () => {
    const meeting = one(library.findMeeting('okt 2021'));
    const { parts, section } = await library.summarize(meeting, { section: 'Afghanistan' });
    const points = parts.flatMap(({ points }) => points);
    expect(section).toBe('Afghanistan');
    expect(points.length).toBeGreaterThan(2);
    expect(new Set(points.map((point) => point.section))).toEqual(new Set(['Afghanistan']));
  });

  test('is the same every time', async () => {
    const [meeting] = library.meetings;
    const { elapsedMs: _, ...first } = await library.summarize(meeting!);
    expect(await library.summarize(meeting!)).toMatchObject(first);
  });
});

describe('A letter unlike the others', () => {
  const paragraph =
    'De aankoop van schepen is vertraagd. Ik heb de werf gevraagd om een nieuwe planning. Uw Kamer ontvangt deze planning voor het zomerreces.';
  test.each([
    ['one paragraph', paragraph],
    ['one word', 'Ontvangen.'],
    ['headings without text', 'Inleiding\n\nSlot\n'],
    ['a table', Array.from({ length: 50 }, (_, i) => `Post ${i}   ${i * 3}   ${i * 7}`).join('\n')],
    ['no sentence in it', 'woord '.repeat(3_000)],
  ])('%s, is quoted as far as it goes', async (_, source) => {
    const odd = lettersFrom({ 'odd.txt': source });
    const { meetings, summarize } = await libraryOf(odd);
    const summary = summarySchema.parse(await summarize(meetings[0]!));
    const points = summary.parts.flatMap(({ points }) => points);
    expect(summary.meeting).toBeNull();
    expect(summary.missing).toEqual([]);
    expect(points).toHaveLength(1);
    for (const point of points) expectVerbatim(point, odd);
  });

  test('in capitals, has the same parts', async () => {
    const odd = lettersFrom({ 'odd.txt': letters[0]!.source.toUpperCase() });
    const { meetings, summarize } = await libraryOf(odd);
    const { parts } = await summarize(meetings[0]!);
    expect(parts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['about', 'position', 'promised', 'next']));
  });

  test('60 pages long, is summed up', async () => {
    const { source } = letters[3]!;
    const chapters = Array.from({ length: 20 }, (_, i) => `\n\nOnderwerp ${i}\n\n${source.slice(2_500)}`);
    const odd = lettersFrom({ 'odd.txt': source.slice(0, 900) + chapters.join('\n') });
    const { meetings, summarize } = await libraryOf(odd);
    const summary = await summarize(meetings[0]!);
    expect(summary.parts.flatMap(({ points }) => points)).toHaveLength(16);
  });
});
