/**
 * One step of the scale bench in a process of its own: `measure.js build|ask LETTERS INDEX model|made [DATABASE_URL]`,
 * questions and a sample of passages on standard input.
 */
import { readdir, stat } from 'node:fs/promises';
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
  const { passages, elapsedMs } = await store.build({ lettersDir, encoder });
  const again = await store.build({ lettersDir, encoder });
  return {
    passages,
    'build s': seconds(elapsedMs),
    'unchanged s': seconds(again.elapsedMs),
    'build MB': megabytes(process.resourceUsage().maxRSS * 1024),
    'index MB': megabytes(await indexBytes()),
  };
}

async function indexBytes(): Promise<number> {
  if (databaseUrl !== undefined) {
    const database = openDatabase(databaseUrl);
    return stateOf(database)
      .then(({ bytes }) => bytes)
      .finally(database.close);
  }
  const sizes = await Promise.all((await readdir(indexDir)).map((name) => stat(path.join(indexDir, name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

async function measureAnswers(): Promise<Measurement> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const begun = performance.now();
  const library = await libraryOf(readSettings({ letters: lettersDir, index: indexDir }, {}), encoder, store);
  const loadMs = performance.now() - begun;
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  for (const question of questions.slice(0, 20)) await library.ask(question);
  const times: number[] = [];
  const encoding: number[] = [];
  for (const question of questions) {
    const asked = performance.now();
    await library.ask(question);
    times.push(performance.now() - asked);
    const encoded = performance.now();
    await encoder.encode([[question]], 'query');
    encoding.push(performance.now() - encoded);
  }
  return {
    'load s': seconds(loadMs),
    'blocked ms': Math.round(delay.max / 1e6),
    'answer p50 ms': percentile(times, 0.5),
    'answer p95 ms': percentile(times, 0.95),
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

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
