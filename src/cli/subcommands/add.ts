import type { Command } from 'commander';
import { Problem } from '../../problem.ts';
import { visibleLine } from '../../visible.ts';
import { withJson } from '../options/folder-options.ts';
import { readSettings } from '../options/settings.ts';
import { Ended, EXIT } from '../terminal/failure.ts';
import { showProgress } from '../terminal/progress.ts';
import { type IntakeRow, intakeSummary, showIntake, toIntakeRow } from '../terminal/show-intake.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** So many files that are passed over are named. */
const NAMED = 10;

interface AddFlags {
  readonly letters?: string;
  readonly dryRun?: boolean;
  readonly replace?: boolean;
  readonly ocr?: boolean;
  readonly json?: boolean;
}

/** `briefwijzer add`: takes letters in, whatever they come as. */
export function addAdd(program: Command, terminal: Terminal): void {
  withJson(program.command('add'))
    .description('take letters in: PDF, Word, web page, official XML, e-mail, Markdown or text')
    .argument('<source...>', 'files, folders, or - for standard input')
    .option('--letters <dir>', 'folder they go to (LETTERS_DIR, seeds)')
    .option('--dry-run', 'show what would be taken in; write nothing')
    .option('--replace', 'overwrite letters that are there already')
    .option('--ocr', 'read scanned pages with Tesseract (tesseract-ocr-nld)')
    .action(async (sources: string[], flags: AddFlags) => {
      const { lettersDir } = readSettings(flags, terminal.env);
      const { rows, failed, passedOver } = await takeAllIn(sources, lettersDir, flags, terminal);
      if (flags.json) terminal.print(JSON.stringify(rows, null, 2));
      else if (rows.length > 0) terminal.print(showIntake(rows, terminal));
      logPassedOver(passedOver, terminal);
      // Together and last, where they are seen.
      for (const message of failed) terminal.log(visibleLine(message));
      if (rows.length + failed.length === 0)
        throw new Problem(`There is no letter in ${visibleLine(sources.join(', '))}.`);
      terminal.log(intakeSummary(rows, { failed: failed.length, dryRun: flags.dryRun === true, lettersDir }));
      if (failed.length > 0) throw new Ended(EXIT.failed);
    });
}

async function takeAllIn(
  sources: readonly string[],
  lettersDir: string,
  flags: AddFlags,
  terminal: Terminal,
): Promise<{ rows: IntakeRow[]; failed: string[]; passedOver: string[] }> {
  // The readers of all formats take a while to load; only who takes letters in waits for them.
  const { createReader, listSources, readSources, takeIn } = await import('../app/intake.ts');
  const listed = await listSources(sources);
  const progress = showProgress(terminal, 'files');
  const reader = createReader({ ocr: flags.ocr });
  const rows: IntakeRow[] = [];
  const failed: string[] = [];
  const passedOver: string[] = [];
  const options = {
    lettersDir,
    replace: flags.replace === true,
    dryRun: flags.dryRun === true,
    convert: reader.convert,
    onFile: (done: number) => progress.update(done, listed.length),
  };
  try {
    for await (const outcome of takeIn(readSources(listed, terminal.input), options)) {
      if (outcome.status === 'failed') failed.push(outcome.problem.message);
      else if (outcome.status === 'passed over') passedOver.push(outcome.name);
      else rows.push(toIntakeRow(outcome));
    }
  } finally {
    reader.close();
    progress.end();
  }
  return { rows, failed, passedOver };
}

/** What is no letter, by name as long as it is not too much. */
function logPassedOver(names: readonly string[], terminal: Terminal): void {
  for (const name of names.slice(0, NAMED))
    terminal.log(`Passed over ${visibleLine(name)}: not a kind of file that is read.`);
  if (names.length > NAMED) terminal.log(`Passed over ${names.length - NAMED} more files of such kinds.`);
}
