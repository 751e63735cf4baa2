import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { convert } from '../../src/intake/convert.ts';
import { type Extraction, measureExtraction } from './measure.ts';

/**
 * Measures how well files become text against plain texts of the same papers:
 * `node dist/bench/intake/main.js FILES TEXTS`. A text belongs to the file whose name it ends in.
 */
const [folder, texts] = process.argv.slice(2);
if (!folder || !texts) {
  process.stderr.write('Name the folder of files and the folder of their texts.\n');
  process.exit(2);
}

const references = (await readdir(texts)).filter((name) => name.endsWith('.txt'));
const rows: Extraction[] = [];
for (const name of (await readdir(folder)).sort()) {
  const { name: base } = path.parse(name);
  const reference = references.find((one) => one === `${base}.txt` || one.endsWith(`_${base}.txt`));
  if (!reference) continue;
  const { letters, problems } = await convert({ name, bytes: await readFile(path.join(folder, name)) });
  for (const { message } of problems) process.stderr.write(`${message}\n`);
  for (const { text } of letters) {
    const measured = measureExtraction(text, await readFile(path.join(texts, reference), 'utf8'));
    rows.push(measured);
    process.stdout.write(`${show(measured)}  ${name}\n`);
  }
}
const mean = (of: (row: Extraction) => number): number => rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
const all = {
  precision: mean((r) => r.precision),
  recall: mean((r) => r.recall),
  f1: mean((r) => r.f1),
  order: mean((r) => r.order),
};
process.stdout.write(`${show(all)}  mean of ${rows.length}\n`);

function show({ precision, recall, f1, order }: Extraction): string {
  const part = (label: string, value: number): string => `${label} ${value.toFixed(4)}`;
  return [part('precision', precision), part('recall', recall), part('F1', f1), part('order', order)].join('  ');
}
