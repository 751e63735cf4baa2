import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadEncoder } from '../../src/encoder/transformers.ts';
import type { Encoder } from '../../src/encoder/types.ts';
import { packageRoot } from '../../src/package-root.ts';
import { Problem } from '../../src/problem.ts';
import { writeResults } from '../results.ts';
import { type EvidenceRow, evidenceFile } from './evidence.ts';
import { holdout } from './holdout.ts';
import { laws } from './laws.ts';
import { letters } from './letters.ts';
import type { Report } from './report.ts';
import { shelves } from './shelves.ts';
import { summaries } from './summary.ts';

const USAGE = `Say what to measure on:
  npm run eval -- summary               summaries, by the reference points that come with the project [--points FILE]
  npm run eval -- --questions FILE      questions with quotes that answer them, as JSON lines, about --letters DIR (seeds)
  npm run eval -- --shelves DIR         shelves of documents (made by training/retrieval/shelves.py)
  npm run eval -- --holdout DIR         written questions no encoder was trained on (training/retrieval/holdout.py)
  npm run eval -- --laws DIR            headings of laws as questions (made with those)
Also: --model NAME; --write puts the figures into bench/eval/RESULTS.md; --evidence FILE writes what weights are fitted
on (of shelves and written questions).`;

const OPTIONS = {
  questions: { type: 'string' },
  letters: { type: 'string', default: process.env.LETTERS_DIR ?? 'seeds' },
  points: { type: 'string', default: path.join(packageRoot(), 'bench/eval/summary-points.jsonl') },
  shelves: { type: 'string' },
  holdout: { type: 'string' },
  laws: { type: 'string' },
  model: { type: 'string' },
  evidence: { type: 'string' },
  write: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof read>['values'];

function read(args?: string[]) {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS, ...(args && { args }) });
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

/** The measurements asked for, one after the other. */
async function* reports(
  { questions, letters: folder, shelves: shelvesFolder, holdout: holdoutFolder, laws: lawsFolder, points }: Values,
  summary: boolean,
  encoder: Encoder,
  onEvidence?: (row: EvidenceRow) => void,
): AsyncGenerator<Report> {
  if (summary) yield summaries(folder, points, encoder);
  if (questions) yield letters(folder, questions, encoder);
  if (shelvesFolder) yield shelves(shelvesFolder, encoder, onEvidence);
  if (holdoutFolder) yield holdout(holdoutFolder, encoder, onEvidence);
  if (lawsFolder) yield laws(lawsFolder, encoder);
}

async function main(): Promise<void> {
  const { values, positionals } = read();
  const summary = positionals[0] === 'summary';
  if (!summary && !(values.questions || values.shelves || values.holdout || values.laws)) throw new Problem(USAGE);
  const encoder = await loadEncoder({ model: values.model });
  try {
    const evidence = values.evidence ? evidenceFile(values.evidence) : null;
    for await (const report of reports(values, summary, encoder, evidence?.add)) {
      process.stdout.write(`${report.forTerminal}\n\n`);
      if (values.write) await writeResults(report.name, report.forResults);
    }
    await evidence?.close();
  } finally {
    await encoder.close();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
