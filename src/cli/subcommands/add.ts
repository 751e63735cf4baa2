import type { Command } from 'commander';
import { Problem } from '../../problem.ts';
import { visibleLine } from '../../visible.ts';
import { withJson } from '../options/folder-options.ts';
import { readSettings } from '../options/settings.ts';
import { Ended, EXIT } from '../terminal/failure.ts';
import { type IntakeRow, intakeSummary, showIntake, toIntakeRow } from '../terminal/show-intake.ts';
import type { Terminal } from '../terminal/terminal.ts';

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
      const { rows, failed } = await takeAllIn(sources, lettersDir, flags, terminal);
      if (flags.json) terminal.print(JSON.stringify(rows, null, 2));
      else if (rows.length > 0) terminal.print(showIntake(rows, terminal));
      if (rows.length + failed === 0) throw new Problem(`There is no letter in ${visibleLine(sources.join(', '))}.`);
      terminal.log(intakeSummary(rows, { failed, dryRun: flags.dryRun === true, lettersDir }));
      if (failed > 0) throw new Ended(EXIT.failed);
    });
}

async function takeAllIn(
  sources: readonly string[],
  lettersDir: string,
  flags: AddFlags,
  terminal: Terminal,
): Promise<{ rows: IntakeRow[]; failed: number }> {
  // The readers of all formats take a while to load; only who takes letters in waits for them.
  const { readSources, takeIn, tesseract } = await import('../app/intake.ts');
  const rows: IntakeRow[] = [];
  let failed = 0;
  const options = {
    lettersDir,
    replace: flags.replace === true,
    dryRun: flags.dryRun === true,
    ocr: flags.ocr ? tesseract() : undefined,
  };
  for await (const outcome of takeIn(readSources(sources, terminal.input), options)) {
    if (outcome.status === 'failed') {
      failed += 1;
      terminal.log(visibleLine(outcome.problem.message));
    } else if (outcome.status === 'passed over')
      terminal.log(`Passed over ${visibleLine(outcome.name)}: not a kind of file that is read.`);
    else rows.push(toIntakeRow(outcome));
  }
  return { rows, failed };
}
