import type { Table } from '../eval/report.ts';
import { milliseconds, number, ratioCell } from './cells.ts';
import type { Growth } from './growth-chart.ts';
import type { Limits } from './limits.ts';
import type { Answered } from './messages.ts';
import type { QuestionRuns } from './questions.ts';
import { median, spread } from './rounds.ts';
import { SYSTEMS, type SystemName } from './system.ts';

/** The questions asked of one corpus. */
export interface Questions {
  readonly letters: number;
  readonly passages: number;
  readonly runs: readonly QuestionRuns[];
}

/** What a system finds of what it should, and how much it shows for it. */
export interface Quality {
  readonly system: SystemName;
  readonly hit1: number;
  readonly hit5: number;
  /** Characters of a place on average. */
  readonly characters: number;
}

type Cell = (answered: Answered) => number;

const clock: Cell = ({ ms }) => ms;
const processor: Cell = ({ cpuMs }) => cpuMs;

/** A row a size and system. */
export function questionTable(measured: readonly Questions[]): Table {
  const header = [
    'passages',
    'system',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'processor ms p50',
    'p95',
    'time, of ours (rounds)',
    'processor time, of ours (rounds)',
    'found nothing',
  ];
  const rows = measured.flatMap(({ passages, runs }) => {
    const ours = runs.find(({ system }) => system === 'briefwijzer');
    return runs.map((own) => {
      const all = own.rounds.flat();
      const time = spread(all.map(clock));
      const used = spread(all.map(processor));
      return [
        String(passages),
        SYSTEMS[own.system],
        ...[time.p50, time.p95, time.p99, used.p50, used.p95].map(milliseconds),
        ...[clock, processor].map((cell) => (ours ? ratioCell(medians(own, cell), medians(ours, cell)) : '-')),
        String(all.filter(({ places }) => places.length === 0).length),
      ];
    });
  });
  return [header, ...rows];
}

/** Where our own questions spend their time. */
export function stageTable(measured: readonly Questions[]): Table {
  const header = ['passages', 'step', 'processor ms p50', 'p95', 'p99'];
  const rows = measured.flatMap(({ passages, runs }) => {
    const all = runs.find(({ system }) => system === 'briefwijzer')?.rounds.flat() ?? [];
    const steps = [...new Set(all.flatMap(({ stages = {} }) => Object.keys(stages)))];
    return steps.map((step) => {
      const { p50, p95, p99 } = spread(all.flatMap(({ stages }) => stages?.[step] ?? []));
      return [String(passages), step, milliseconds(p50), milliseconds(p95), milliseconds(p99)];
    });
  });
  return [header, ...rows];
}

export function qualityTable(quality: readonly Quality[]): Table {
  return [
    ['system', 'hit@1', 'hit@5', 'characters shown a place'],
    ...quality.map(({ system, hit1, hit5, characters }) => [
      SYSTEMS[system],
      hit1.toFixed(2),
      hit5.toFixed(2),
      number(characters),
    ]),
  ];
}

/** What a question can't do without, and how far it is from that. */
export function questionLimit(
  measured: readonly Questions[],
  limits: Limits,
  { questions }: { questions: number },
): string {
  const largest = measured.at(-1);
  const encoder = largest?.runs
    .find(({ system }) => system === 'briefwijzer')
    ?.rounds.flat()
    .flatMap(({ stages }) => stages?.encoder ?? []);
  if (!largest || !encoder || encoder.length === 0) return '';
  const tokens = limits.tokens / questions;
  const least = ((tokens * limits.perToken) / limits.multiplyAdds) * 1000;
  const scan = ((largest.passages * 384 * 4) / limits.memory) * 1000;
  return `A question of ${number(tokens)} tokens takes the encoder at least ${milliseconds(least)} ms of processor time (measured ${milliseconds(median(encoder))} ms at the median, ${number(median(encoder) / least)} times that). Reading every vector of ${largest.passages} passages once, which exact search does and a graph does not, takes ${milliseconds(scan)} ms of memory bandwidth.`;
}

/** How a question grows with the passages. */
export function questionChart(measured: readonly Questions[]): Growth {
  const systems = [...new Set(measured.flatMap(({ runs }) => runs.map(({ system }) => system)))];
  return {
    title: 'A question, 95th percentile',
    across: 'passages',
    up: 'milliseconds of processor time',
    lines: systems.map((system) => ({
      name: SYSTEMS[system],
      points: measured.flatMap(({ passages, runs }) =>
        runs
          .filter((each) => each.system === system)
          .map(({ rounds }) => ({ x: passages, y: spread(rounds.flat().map(processor)).p95 })),
      ),
    })),
  };
}

function medians({ rounds }: QuestionRuns, cell: Cell): number[] {
  return rounds.map((round) => median(round.map(cell)));
}
