import { type Command, InvalidArgumentError } from 'commander';
import { answerDossier } from '../../export/dossiers.ts';
import { openLibrary } from '../app/open-library.ts';
import { assertExport, deliver, type ExportFlags, withExport } from '../options/export-options.ts';
import { withFolders } from '../options/folder-options.ts';
import { type FolderFlags, readSettings } from '../options/settings.ts';
import { UsageProblem } from '../terminal/failure.ts';
import { showAnswer } from '../terminal/show-answer.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { answerBatch } from './batch.ts';
import { whyNotAsked } from './question.ts';

interface AskFlags extends FolderFlags, ExportFlags {
  readonly top?: number;
  readonly batch?: boolean;
}

/** `briefwijzer ask`: one question, or with `--batch` many. */
export function addAsk(program: Command, terminal: Terminal): void {
  withExport(withFolders(program.command('ask')))
    .description('answer a question with quotes')
    .argument('[question...]', 'the question, in Dutch or English')
    .option('--top <n>', 'how many quotes (those that answer, three at most)', quoteCount)
    .option('--batch', 'read JSON lines {"id","question"} on standard input, write one answer a line')
    .action(async (words: string[], flags: AskFlags) => {
      const question = words.join(' ').trim();
      if (flags.batch && question !== '')
        throw new UsageProblem('ask --batch reads its questions from standard input; leave the question out.');
      if (flags.batch && ((flags.format ?? 'json') !== 'json' || flags.out !== undefined))
        throw new UsageProblem('ask --batch writes JSON lines to standard output; leave --format and --out out.');
      if (!flags.batch) assertQuestion(question);
      assertExport(flags, terminal);
      const settings = readSettings(flags, terminal.env);
      const { library, close } = await openLibrary(settings, terminal);
      try {
        if (flags.batch) return await answerBatch(library, terminal, { top: flags.top });
        const answer = await library.ask(question, { top: flags.top });
        await deliver(flags, terminal, {
          result: answer,
          dossier: () => answerDossier(answer, answer.language),
          show: () => showAnswer(answer, library.letters, terminal),
        });
      } finally {
        await close();
      }
    });
}

function assertQuestion(question: string): void {
  if (question === '')
    throw new UsageProblem('There is no question; ask one, as in: briefwijzer ask "Wat is besloten over Afghanistan?"');
  const why = whyNotAsked(question);
  if (why !== null) throw new UsageProblem(why);
}

function quoteCount(value: string): number {
  if (!/^([1-9]|[1-9]\d|100)$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1 to 100.');
  return Number(value);
}
