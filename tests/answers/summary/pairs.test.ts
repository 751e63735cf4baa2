import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { lettersOf, missingOf } from '../../../src/answers/meetings.ts';
import { type Summary, summarySchema } from '../../../src/answers/summary/schema.ts';
import type { Library } from '../../../src/answers/types.ts';
import { readLetters } from '../../../src/letters/read.ts';
import type { Letter } from '../../../src/letters/types.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { expectVerbatim, libraryOf } from '../../support/letters-library.ts';

const PAIRS = path.join(packageRoot(), 'tests/answers/summary/pairs');
const pairSchema = z.object({
  name: z.string(),
  misleading: z.string().optional(),
  dates: z.array(z.string()),
  announced: z.string(),
  outcome: z.string(),
});
const pairs = z.array(pairSchema).parse(JSON.parse(await readFile(path.join(PAIRS, 'pairs.json'), 'utf8')));

let letters: readonly Letter[];
let library: Library;
const summaries = new Map<string, Summary>();

beforeAll(async () => {
  ({ letters } = await readLetters(PAIRS));
  library = await libraryOf(letters);
  for (const meeting of library.meetings) {
    const [{ file } = { file: '' }] = meeting.after;
    summaries.set(file.replace('-after.txt', ''), await library.summarize(meeting));
  }
});

describe('Letters before and after a meeting', () => {
  test('twelve letters are six meetings', () => {
    expect(library.meetings).toHaveLength(6);
    expect(library.meetings.flatMap(missingOf)).toEqual([]);
  });

  test.each(pairs.map((pair) => [pair.misleading ? `${pair.name} (${pair.misleading})` : pair.name, pair] as const))(
    '%s: are brought together',
    (_, { name, dates }) => {
      const meeting = library.meetings.find((one) => lettersOf(one).some(({ file }) => file.startsWith(name)))!;
      expect(meeting.before.map(({ file }) => file)).toEqual([`${name}-before.txt`]);
      expect(meeting.after.map(({ file }) => file)).toEqual([`${name}-after.txt`]);
      expect(meeting.meeting?.dates).toEqual(dates);
    },
  );

  test.each(pairs)('$name: what was announced stands right before what came of it', ({ name, outcome }) => {
    const { parts } = summaries.get(name)!;
    const points = parts.flatMap(({ points }) => points);
    const at = points.findIndex(({ text }) => text.includes(outcome));
    expect(points[at]?.letter.kind).toBe('report');
    expect(points[at - 1]?.letter.kind).toBe('annotated_agenda');
    // The very sentence, or another one of the same section.
    expect(points[at - 1]?.section).toBe(points[at]?.section);
  });

  test('mostly with the sentence a reader would choose', () => {
    const hit = pairs.filter(({ name, announced, outcome }) => {
      const points = summaries.get(name)!.parts.flatMap(({ points }) => points);
      const at = points.findIndex(({ text }) => text.includes(outcome));
      return points[at - 1]?.text.includes(announced);
    });
    expect(hit.length).toBeGreaterThanOrEqual(3);
  });

  test('are summed up in at most twelve quotes, each verbatim and each once, every section shown or named', () => {
    for (const summary of summaries.values()) {
      const points = summarySchema.parse(summary).parts.flatMap(({ points }) => points);
      expect(points.length).toBeGreaterThan(3);
      expect(points.length).toBeLessThanOrEqual(12);
      for (const point of points) expectVerbatim(point, letters);
      expect(new Set(points.map(({ file, start, end }) => `${file} ${start} ${end}`)).size).toBe(points.length);
      const titles = summary.letters.flatMap(({ file }) =>
        letters.find((letter) => letter.file === file)!.sections.flatMap(({ title }) => title ?? []),
      );
      const told = new Set([...points.map(({ section }) => section), ...summary.leftOut]);
      expect(titles.filter((title) => !told.has(title))).toEqual([]);
    }
  });
});
