import { loadEncoder } from '../../src/encoder/transformers.ts';
import type { Encoder } from '../../src/encoder/types.ts';
import { Problem } from '../../src/problem.ts';
import { writeResults } from '../results.ts';
import { type EvidenceRow, evidenceFile } from './evidence.ts';
import { fields } from './fields.ts';
import { holdout } from './holdout.ts';
import { laws } from './laws.ts';
import { letters } from './letters.ts';
import { type Options, readOptions } from './options.ts';
import type { Report } from './report.ts';
import { shelves } from './shelves.ts';
import { summaries } from './summary.ts';

interface Encoders {
  readonly encoder: Encoder;
  readonly beside: Encoder | null;
}

/** The measurements asked for, one after the other. */
async function* reports(
  options: Options,
  { encoder, beside }: Encoders,
  onEvidence?: (row: EvidenceRow) => void,
): AsyncGenerator<Report> {
  if (options.fields) yield fields(options.real);
  if (options.summary) yield summaries(options.letters, options.points, encoder);
  if (options.questions)
    yield letters(options.letters, options.questions, encoder, { beside, database: options.database });
  if (options.shelves) yield shelves(options.shelves, encoder, onEvidence);
  if (options.holdout) yield holdout(options.holdout, encoder, onEvidence);
  if (options.laws) yield laws(options.laws, encoder);
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const encoder = await loadEncoder({ model: options.model });
  const beside = options.beside ? await loadEncoder({ model: options.beside }) : null;
  try {
    const evidence = options.evidence ? evidenceFile(options.evidence) : null;
    for await (const report of reports(options, { encoder, beside }, evidence?.add)) {
      process.stdout.write(`${report.forTerminal}\n\n`);
      if (options.write) await writeResults(report.name, report.forResults);
    }
    await evidence?.close();
  } finally {
    await encoder.close();
    await beside?.close();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
