/**
 * How time and memory grow with the corpus: builds, loads and asks indexes of laws as filler.
 *
 *     node dist/bench/scale/main.js [--corpora ../shared/corpora] [--sizes 100,1000,10000] [--made] [--database URL]
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { writeResults } from '../results.ts';
import { writeFillerLetters } from './filler.ts';
import type { Measurement } from './measure.ts';

const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: '../shared/corpora' },
    sizes: { type: 'string', default: '100,1000,10000' },
    /** Keeps the indexes there instead of in folders: a PostgreSQL for nothing else. */
    database: { type: 'string' },
    /** Passages' vectors are made up out of a sample's, as the model would take an hour for a hundred thousand. */
    made: { type: 'boolean', default: false },
    /** Puts the table into bench/eval/RESULTS.md. */
    write: { type: 'boolean', default: false },
  },
});

const measurementSchema = z.record(z.string(), z.number());
const measure = fileURLToPath(new URL('./measure.js', import.meta.url));
const folder = await mkdtemp(path.join(tmpdir(), 'briefwijzer-scale-'));
const database = values.database === undefined ? [] : [values.database];
const vectors = values.made ? 'made' : 'model';
const rows: Measurement[] = [];
for (const size of values.sizes.split(',').map(Number)) {
  const letters = path.join(folder, `letters-${size}`);
  const filler = await writeFillerLetters(values.corpora, letters, size);
  // Each size in a process of its own, so that memory is not that of the size before.
  const run = (step: string) =>
    execFileSync(process.execPath, [measure, step, letters, path.join(folder, `index-${size}`), vectors, ...database], {
      input: JSON.stringify(filler),
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'inherit'],
      maxBuffer: 1e8,
    });
  rows.push({
    ...measurementSchema.parse(JSON.parse(run('build'))),
    ...measurementSchema.parse(JSON.parse(run('ask'))),
  });
  process.stderr.write(`${size} passages measured\n`);
}
process.stdout.write(`${table(rows)}\n`);
if (values.write) await writeResults(values.database === undefined ? 'scale' : 'scale in a database', table(rows));
await rm(folder, { recursive: true });

/** A row a measure, a column a size. */
function table(measurements: readonly Measurement[]): string {
  const [sizes = '', ...names] = Object.keys(measurements[0] ?? {});
  const row = (name: string) => `| ${[name, ...measurements.map((one) => one[name] ?? '')].join(' | ')} |`;
  return [row(sizes), `|${'---|'.repeat(measurements.length + 1)}`, ...names.map(row)].join('\n');
}
