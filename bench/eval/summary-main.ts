import path from 'node:path';
import { loadEncoder } from '../../src/encoder/transformers.ts';
import { readLetters } from '../../src/letters/read.ts';
import { packageRoot } from '../../src/package-root.ts';
import { showSummaryFigures, summaryFigures } from './summary.ts';

/** `node dist/bench/eval/summary-main.js [POINTS.jsonl] [LETTERS]`: measures summaries by themselves. */
const [
  points = path.join(packageRoot(), 'bench/eval/summary-points.jsonl'),
  folder = path.join(packageRoot(), 'seeds'),
] = process.argv.slice(2);
const encoder = await loadEncoder();
const { letters } = await readLetters(folder);
process.stdout.write(`${showSummaryFigures(await summaryFigures(letters, encoder, points))}\n`);
await encoder.close();
