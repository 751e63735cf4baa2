import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Done, Hosted } from './hosted.ts';
import type { Cost } from './messages.ts';
import { turned } from './rounds.ts';
import { SYSTEMS, type SystemName } from './system.ts';

/** What the index job of one system took, once a round. */
export interface JobRuns {
  readonly system: SystemName;
  readonly letters: number;
  readonly runs: readonly JobRun[];
}

export interface JobRun extends Cost {
  readonly peakBytes: number;
  /** Of the index on disk. */
  readonly indexBytes: number;
  /** Run again with nothing changed, and with a letter changed; null for a system that makes all anew. */
  readonly again: Cost | null;
  readonly oneChanged: Cost | null;
}

/** LangChain's store in files knows neither updating nor deleting. */
const UPDATES: ReadonlySet<SystemName> = new Set(['briefwijzer']);

interface JobOptions {
  readonly systems: readonly SystemName[];
  readonly rounds: number;
  readonly lettersDir: string;
  readonly letters: number;
  /** Where indexes are made. */
  readonly folder: string;
  readonly start: (name: SystemName) => Promise<Hosted>;
}

/** Measures the index job: in every round each system once, in a process of its own, the order turned. */
export async function measureJobs(options: JobOptions): Promise<JobRuns[]> {
  const runs = new Map<SystemName, JobRun[]>(options.systems.map((system) => [system, []]));
  for (let round = 0; round < options.rounds; round++) {
    for (const system of turned(options.systems, round)) runs.get(system)?.push(await runOnce(system, options));
  }
  return [...runs].map(([system, each]) => ({ system, letters: options.letters, runs: each }));
}

async function runOnce(system: SystemName, { lettersDir, letters, folder, start }: JobOptions): Promise<JobRun> {
  const indexDir = await mkdtemp(path.join(folder, 'index-'));
  const build = async (): Promise<Done> => {
    const hosted = await start(system);
    try {
      return assertWhole(await hosted.do({ do: 'build', lettersDir, indexDir }), system, letters);
    } finally {
      await hosted.end();
    }
  };
  try {
    const { ms, cpuMs, peakBytes } = await build();
    const run = { ms, cpuMs, peakBytes, indexBytes: await bytesIn(indexDir) };
    if (!UPDATES.has(system)) return { ...run, again: null, oneChanged: null };
    const again = await build();
    return { ...run, again, oneChanged: await withOneChanged(lettersDir, build) };
  } finally {
    await rm(indexDir, { recursive: true });
  }
}

async function bytesIn(folder: string): Promise<number> {
  const sizes = await Promise.all((await readdir(folder)).map((name) => stat(path.join(folder, name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

/** Does something while one letter says more than it did. */
async function withOneChanged<T>(lettersDir: string, work: () => Promise<T>): Promise<T> {
  const [first = ''] = (await readdir(lettersDir)).sort();
  const file = path.join(lettersDir, first);
  const before = await readFile(file, 'utf8');
  await writeFile(file, `${before}\nHet kabinet besluit hierover voor de zomer van volgend jaar.\n`);
  try {
    return await work();
  } finally {
    await writeFile(file, before);
  }
}

/** @throws Error when a system indexed fewer letters than it was given: its time would say nothing. */
function assertWhole(done: Done, system: SystemName, letters: number): Done {
  if (done.letters === letters) return done;
  throw new Error(`${SYSTEMS[system]} indexed ${done.letters ?? 'no'} letters of ${letters}`);
}
