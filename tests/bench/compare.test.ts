import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { growthChart } from '../../bench/compare/growth-chart.ts';
import type { Done, Hosted } from '../../bench/compare/hosted.ts';
import { jobTable } from '../../bench/compare/job-report.ts';
import { measureJobs } from '../../bench/compare/jobs.ts';
import type { Answered, Request } from '../../bench/compare/messages.ts';
import { readOptions } from '../../bench/compare/options.ts';
import { questionTable } from '../../bench/compare/question-report.ts';
import { measureQuestions } from '../../bench/compare/questions.ts';
import { ratioOf, turned } from '../../bench/compare/rounds.ts';
import { standInEncoder } from '../../bench/compare/stand-in-encoder.ts';
import { Stopwatch } from '../../bench/compare/stopwatch.ts';
import type { SystemName } from '../../bench/compare/system.ts';
import { Problem } from '../../src/problem.ts';
import { temporaryFolder } from '../support/folders.ts';
import { wordEncoder } from '../support/word-encoder.ts';

interface Scripted {
  readonly ms?: number;
  readonly letters?: number;
  readonly answers?: (questions: readonly string[]) => Answered[];
}

const PLACE = { file: 'a.txt', start: 0, end: 10 };

/** A system that takes what it is told to. */
function scripted(name: SystemName, { ms = 10, letters = 2, answers }: Scripted = {}): Hosted & { asked: Request[] } {
  const asked: Request[] = [];
  const all = answers ?? ((questions) => questions.map(() => ({ ms, cpuMs: ms, places: [PLACE] })));
  return {
    name,
    asked,
    async do(request): Promise<Done> {
      asked.push(request);
      const done = { ms, cpuMs: ms, peakBytes: ms * 1e6 };
      return request.do === 'ask' ? { ...done, answers: all(request.questions) } : { ...done, letters };
    },
    async end() {},
  };
}

const QUESTIONS = ['een', 'twee', 'drie', 'vier', 'vijf'];
const asking = (...systems: Hosted[]) => measureQuestions(systems, { questions: QUESTIONS, rounds: 2, k: 5 });

async function working(systems: Readonly<Partial<Record<SystemName, Scripted>>>) {
  const lettersDir = await temporaryFolder();
  await writeFile(path.join(lettersDir, 'a.txt'), 'a');
  await writeFile(path.join(lettersDir, 'b.txt'), 'b');
  return measureJobs({
    systems: Object.keys(systems) as SystemName[],
    rounds: 2,
    lettersDir,
    letters: 2,
    folder: await temporaryFolder(),
    start: async (name) => scripted(name, systems[name]),
  });
}

describe('Questions to several systems', () => {
  test('A system that was slowed down shows by as much', async () => {
    const runs = await asking(scripted('briefwijzer', { ms: 10 }), scripted('orama', { ms: 35 }));
    const table = questionTable([{ letters: 2, passages: 80, runs }]);
    const row = (name: string) => table.find((cells) => cells[1] === name);
    expect(row('Briefwijzer')).toContain('1× (1 to 1)');
    expect(row('Orama, hybrid')?.slice(2, 9)).toEqual([
      '35',
      '35',
      '35',
      '35',
      '35',
      '3.5× (3.5 to 3.5)',
      '3.5× (3.5 to 3.5)',
    ]);
  });

  test('Each is asked every question once, and each begins a round', async () => {
    const systems = [scripted('briefwijzer'), scripted('orama')];
    await asking(...systems);
    for (const { asked } of systems) {
      const questions = asked.flatMap((request) => (request.do === 'ask' ? request.questions : []));
      expect([...questions].sort()).toEqual([...QUESTIONS].sort());
      expect(asked).toHaveLength(2);
    }
    expect([turned(['a', 'b', 'c'], 0), turned(['a', 'b', 'c'], 1)]).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c', 'a'],
    ]);
  });

  test('A system that leaves questions out, finds too much or cites nothing that is there is told of', async () => {
    const answered = (places: Answered['places']) => ({ ms: 1, cpuMs: 1, places });
    const lazy = scripted('orama', { answers: (questions) => questions.slice(1).map(() => answered([PLACE])) });
    await expect(asking(lazy)).rejects.toThrow('Orama, hybrid answered 2 questions of 3');
    const wordy = scripted('orama', { answers: (all) => all.map(() => answered(Array(6).fill(PLACE))) });
    await expect(asking(wordy)).rejects.toThrow('found 6 places where 5 were asked for');
    const lost = scripted('langchain', { answers: (all) => all.map(() => answered([{ ...PLACE, start: -1 }])) });
    await expect(asking(lost)).rejects.toThrow('LangChain.js, HNSWLib found a place that does not stand in its letter');
  });

  test('What a system finds nothing for is counted', async () => {
    const silent = scripted('minisearch', { answers: (all) => all.map(() => ({ ms: 1, cpuMs: 1, places: [] })) });
    const runs = await asking(scripted('briefwijzer'), silent);
    const table = questionTable([{ letters: 2, passages: 80, runs }]);
    expect(table.map((row) => row.at(-1))).toEqual(['found nothing', '0', '5']);
  });
});

describe('Index jobs of several systems', () => {
  test('A system that was slowed down, or takes more memory, shows by as much', async () => {
    const runs = await working({ briefwijzer: { ms: 1000 }, langchain: { ms: 2500 } });
    const [, ours = [], theirs = []] = jobTable({ encoding: 'real', runs });
    expect(ours.slice(1, 9)).toEqual(['Briefwijzer', '1', '1', '2', '1.00', ...Array(3).fill('1× (1 to 1)')]);
    expect(theirs.slice(1, 9)).toEqual([
      'LangChain.js, HNSWLib',
      '2.5',
      '2.5',
      '0.8',
      '2.50',
      ...Array(3).fill('2.5× (2.5 to 2.5)'),
    ]);
    expect([ours.slice(9), theirs.slice(9)]).toEqual([
      ['1', '1'],
      ['all anew', 'all anew'],
    ]);
  });

  test('A system that indexes fewer letters than it was given is told of', async () => {
    await expect(working({ briefwijzer: {}, langchain: { letters: 1 } })).rejects.toThrow(
      'LangChain.js, HNSWLib indexed 1 letters of 2',
    );
  });
});

test('Ratios are of medians over the rounds that both took part in', () => {
  expect(ratioOf([2, 4, 60], [1, 2, 3])).toEqual({ ratio: 2, least: 2, most: 20 });
  expect(() => ratioOf([1], [1, 2])).toThrow('missed a round');
});

test('A stopwatch adds up the steps that come more than once', () => {
  let now = 0;
  const stopwatch = new Stopwatch(() => now);
  stopwatch.begin('search');
  for (const [at, step] of [
    [5, 'read'],
    [7, 'search'],
    [10, 'quote'],
  ] as const) {
    now = at;
    stopwatch.enter(step);
  }
  now = 11;
  expect(stopwatch.end()).toEqual({ search: 8, read: 2, quote: 1 });
});

test('Stand-ins lie near a vector that was encoded, at unit length, with tokens for as much text', async () => {
  const words = wordEncoder();
  const encoder = standInEncoder(words);
  const texts = Array.from({ length: 200 }, (_, i) => [`brief ${i}`, 'over munitie en tanks']);
  const encodings = await encoder.encode(texts, 'passage');
  expect(words.encoded).toHaveLength(128);
  const [own, standIn] = [encodings[0]!, encodings[128]!];
  expect(Math.hypot(...standIn.vector)).toBeCloseTo(1);
  const cosine = standIn.vector.reduce((sum, value, i) => sum + value * own.vector[i]!, 0);
  expect(cosine).toBeGreaterThan(0.7);
  expect(cosine).toBeLessThan(0.99);
  expect(standIn.tokens?.map(({ count }) => count)).toEqual([3, 6]);
  expect(standIn.tokens?.[1]?.vectors).toHaveLength(6 * words.dimension);
});

test('A picture of growth has a line, a mark a size and a name for every system, on scales that hold them', () => {
  const svg = growthChart({
    title: 'A & B',
    across: 'letters',
    up: 'seconds',
    lines: [
      { name: 'ours', points: [5, 50, 500].map((x) => ({ x, y: x / 10 })) },
      { name: 'theirs', points: [5, 50, 500].map((x) => ({ x, y: x })) },
    ],
  });
  expect(svg.match(/<polyline/g)).toHaveLength(2);
  expect(svg.match(/<circle/g)).toHaveLength(3 + 1);
  expect(svg.match(/<polygon/g)).toHaveLength(3 + 1);
  expect(svg).toContain('A &amp; B');
  expect(svg).toContain('prefers-color-scheme:dark');
  for (const [, y] of svg.matchAll(/[\d.]+,([\d.]+)/g)) {
    expect(Number(y)).toBeGreaterThan(100);
    expect(Number(y)).toBeLessThan(700);
  }
});

test('Options that are not understood are told of with what can be measured', () => {
  expect(readOptions(['--quick'])).toMatchObject({ letters: [5], questions: 100, parts: ['job', 'question', 'bot'] });
  expect(readOptions(['--quick', '--letters', '5,20', '--parts', 'job'])).toMatchObject({
    letters: [5, 20],
    parts: ['job'],
  });
  for (const wrong of [['--letters', 'x'], ['--parts', 'jobs'], ['--fast'], ['--rounds', '0']])
    expect(() => readOptions(wrong)).toThrow(Problem);
});
