import path from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../../src/package-root.ts';
import { Problem } from '../../src/problem.ts';

const USAGE = `Say what to measure on:
  npm run eval -- summary               summaries, by the reference points that come with the project [--points FILE]
  npm run eval -- fields                what is read from letters, field by field [--real DIR: the texts of real papers]
  npm run eval -- --questions FILE      questions with quotes that answer them, as JSON lines, about --letters DIR (seeds)
  npm run eval -- --shelves DIR         shelves of documents (made by training/retrieval/shelves.py)
  npm run eval -- --holdout DIR         written questions no encoder was trained on (training/retrieval/holdout.py)
  npm run eval -- --laws DIR            headings of laws as questions (made with those)
Also: --model NAME; --database URL (with --questions) measures it with its index there too; --beside NAME measures another encoder's plain search beside it; --write puts the figures into
bench/eval/RESULTS.md; --evidence FILE writes what weights are fitted on (of shelves and written questions).`;

const OPTIONS = {
  questions: { type: 'string' },
  letters: { type: 'string', default: process.env.LETTERS_DIR ?? 'seeds' },
  points: { type: 'string', default: path.join(packageRoot(), 'bench/eval/summary-points.jsonl') },
  real: { type: 'string' },
  shelves: { type: 'string' },
  holdout: { type: 'string' },
  laws: { type: 'string' },
  model: { type: 'string' },
  beside: { type: 'string' },
  database: { type: 'string' },
  evidence: { type: 'string' },
  write: { type: 'boolean', default: false },
} as const;

export type Options = ReturnType<typeof parsed>['values'] & {
  readonly summary: boolean;
  readonly fields: boolean;
};

/**
 * What is to be measured on.
 * @throws {Problem} that says what can be, where nothing is named or something is not understood
 */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parsed(args);
  const summary = positionals[0] === 'summary';
  const fields = positionals[0] === 'fields';
  if (!summary && !fields && !(values.questions || values.shelves || values.holdout || values.laws))
    throw new Problem(USAGE);
  return { ...values, summary, fields };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS, args });
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
