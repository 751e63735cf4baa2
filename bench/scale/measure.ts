/**
 * One step of the scale bench in a process of its own: `measure.js build|ask LETTERS INDEX model|made [DATABASE_URL]`,
 * questions and a sample of passages on standard input.
 */
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { libraryOf } from '../../src/cli/app/open-library.ts';
import { openStore } from '../../src/cli/app/open-store.ts';
import { readSettings } from '../../src/cli/options/settings.ts';
import { openDatabase } from '../../src/database/connection.ts';
import { stateOf } from '../../src/database/state.ts';
import { loadEncoder } from '../../src/encoder/transformers.ts';
import { madeEncoder } from './made-encoder.ts';

export type Measurement = Readonly<Record<string, number>>;

const [step, lettersDir = '', indexDir = '', vectors, databaseUrl] = process.argv.slice(2);
const { questions, sample } = z
  .object({ questions: z.array(z.string()), sample: z.array(z.string()) })
  .parse(JSON.parse(await text(process.stdin)));
const model = await loadEncoder();
const encoder =
  vectors === 'made'
    ? await madeEncoder(
        model,
        sample.map((one) => [one]),
      )
    : model;
const store = await openStore({ indexDir, databaseUrl });
const measurement = step === 'build' ? await measureBuild() : await measureAnswers();
process.stdout.write(JSON.stringify(measurement));
await store.close();
await encoder.close();

async function measureBuild(): Promise<Measurement> {
  const begun = process.cpuUsage();
  const { passages, elapsedMs } = await store.build({ lettersDir, encoder });
  const built = secondsOf(process.cpuUsage(begun));
  const again = await store.build({ lettersDir, encoder });
  const changed = databaseUrl === undefined ? await measureUpdate() : {};
  return {
    passages,
    'build s': seconds(elapsedMs),
    'build cpu s': built,
    'unchanged s': again.elapsedMs / 1_000,
    ...changed,
    'build MB': megabytes(process.resourceUsage().maxRSS * 1024),
    'bytes a passage': Math.round((await indexBytes()) / passages),
    ...(databaseUrl === undefined ? await bytesByKind(passages) : {}),
  };
}

/** One letter more than before, and back again. */
async function measureUpdate(): Promise<Measurement> {
  const letter = path.join(lettersDir, 'nieuw.txt');
  await writeFile(letter, 'Den Haag, 3 maart 2025\n\nDe minister bestelt veertig fregatten voor de kust.\n');
  const begun = process.cpuUsage();
  const { elapsedMs } = await store.build({ lettersDir, encoder });
  const used = secondsOf(process.cpuUsage(begun));
  await rm(letter);
  await store.build({ lettersDir, encoder });
  return { 'one letter s': seconds(elapsedMs), 'one letter cpu s': used };
}

async function bytesByKind(passages: number): Promise<Measurement> {
  const names = (await readdir(indexDir)).filter((name) => /-[0-9a-f]{12}\./.test(name));
  const kinds: Record<string, number> = { encoded: 0, graph: 0, lexical: 0, letters: 0, passages: 0 };
  // The generation before lies beside it: the newest of a kind, but all files of what was encoded.
  const manifest = z
    .object({ files: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(await readFile(path.join(indexDir, 'manifest.json'), 'utf8')));
  const named = JSON.stringify(manifest.files);
  for (const name of names) {
    const kind = name.split('-')[0] ?? '';
    if (named.includes(name) && kind in kinds) kinds[kind]! += (await stat(path.join(indexDir, name))).size;
  }
  return Object.fromEntries(Object.entries(kinds).map(([kind, bytes]) => [`of ${kind}`, Math.round(bytes / passages)]));
}

async function indexBytes(): Promise<number> {
  if (databaseUrl !== undefined) {
    const database = openDatabase(databaseUrl);
    return stateOf(database)
      .then(({ bytes }) => bytes)
      .finally(database.close);
  }
  const named = await readFile(path.join(indexDir, 'manifest.json'), 'utf8');
  const names = (await readdir(indexDir)).filter((name) => named.includes(name));
  const sizes = await Promise.all(names.map((name) => stat(path.join(indexDir, name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

async function measureAnswers(): Promise<Measurement> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const begun = performance.now();
  const loading = process.cpuUsage();
  const library = await libraryOf(readSettings({ letters: lettersDir, index: indexDir }, {}), encoder, store);
  const loadMs = performance.now() - begun;
  const loaded = secondsOf(process.cpuUsage(loading));
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  for (const question of questions.slice(0, 20)) await library.ask(question);
  const times: number[] = [];
  const encoding: number[] = [];
  let answering = 0;
  for (const question of questions) {
    const asked = performance.now();
    const used = process.cpuUsage();
    await library.ask(question);
    times.push(performance.now() - asked);
    answering += secondsOf(process.cpuUsage(used), 1e6) * 1_000;
    const encoded = performance.now();
    await encoder.encode([[question]], 'query');
    encoding.push(performance.now() - encoded);
  }
  return {
    'load s': seconds(loadMs),
    'load cpu s': loaded,
    'blocked ms': Math.round(delay.max / 1e6),
    'answer p50 ms': percentile(times, 0.5),
    'answer p95 ms': percentile(times, 0.95),
    'answer cpu ms': Math.round(answering / questions.length),
    'of which encoder p50 ms': percentile(encoding, 0.5),
    'serving MB': megabytes(process.memoryUsage().rss),
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}

/** Time of the processor in seconds: what a busy machine does not stretch. */
function secondsOf({ user, system }: NodeJS.CpuUsage, steps = 10): number {
  return Math.round(((user + system) / 1e6) * steps) / steps;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
