import { type Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import type { FetchOptions, FetchProgress } from '../../intake/services/fetch-papers.ts';
import type { Paper } from '../../intake/services/paper.ts';
import { Problem } from '../../problem.ts';
import { wordsIn } from '../../texts/words.ts';
import { visibleLine } from '../../visible.ts';
import { readDossiers } from '../options/dossiers.ts';
import { withJson } from '../options/folder-options.ts';
import { readSettings, type Settings } from '../options/settings.ts';
import { Ended, EXIT } from '../terminal/failure.ts';
import { showProgress } from '../terminal/progress.ts';
import { type IntakeRow, intakeSummary, showIntake, toIntakeRow } from '../terminal/show-intake.ts';
import { showPapers, skippedKinds, toPaperRow } from '../terminal/show-papers.ts';
import type { Terminal } from '../terminal/terminal.ts';

interface FetchFlags {
  readonly dossier: string;
  readonly since?: string;
  readonly letters?: string;
  readonly dryRun?: boolean;
  readonly replace?: boolean;
  readonly json?: boolean;
}

const { and, count } = wordsIn('en');

/** `briefwijzer fetch`: takes the letters of whole dossiers in from the official services. */
export function addFetch(program: Command, terminal: Terminal): void {
  withJson(program.command('fetch'))
    .description("take the ministers' letters of dossiers in from the official services")
    .requiredOption('--dossier <number>', 'dossiers with commas: 28676,21501-28')
    .option('--since <date>', 'only letters of this day and later: 2024-01-31', readDay)
    .option('--letters <dir>', 'folder they go to (LETTERS_DIR, seeds)')
    .option('--dry-run', 'show what would be fetched; fetch and write nothing')
    .option('--replace', 'fetch newer versions too, and overwrite letters that are there already')
    .action((flags: FetchFlags) => fetchLetters(flags, readSettings(flags, terminal.env), terminal));
}

function readDay(typed: string): string {
  const day = z.iso.date().safeParse(typed);
  if (day.success) return day.data;
  throw new InvalidArgumentError('It must be a day, as 2024-01-31.');
}

async function fetchLetters(flags: FetchFlags, { lettersDir, config }: Settings, terminal: Terminal): Promise<void> {
  const dossiers = readDossiers(flags.dossier);
  const { createClient, findPapers, openLedger } = await import('../app/fetching.ts');
  const services = { sru: config.SRU_URL, odata: config.ODATA_URL };
  const client = createClient({ services: Object.values(services), rate: config.FETCH_RATE });
  const ledger = await openLedger(lettersDir);
  terminal.log(`Asking for the papers of ${and(dossiers)}.`);
  const { letters, others, problems } = await findPapers(dossiers, flags.since ?? null, services, client);
  for (const { message } of problems) terminal.log(visibleLine(message));
  const skipped = skippedKinds(others);
  if (letters.length + others.length === 0 && problems.length === 0) {
    throw new Problem(`The services have no papers of ${and(dossiers)}${flags.since ? ` since ${flags.since}` : ''}.`);
  }
  const says = Object.entries(skipped).map(([kind, number]) => `${number} ${visibleLine(kind)}`);
  if (says.length > 0) terminal.log(`No ministers' letters, passed over: ${says.join(', ')}.`);
  if (flags.dryRun) {
    const papers = letters.map((paper) => toPaperRow(paper, ledger.get(paper.name) !== undefined));
    if (flags.json) terminal.print(JSON.stringify({ papers, skipped }, null, 2));
    else if (papers.length > 0) terminal.print(showPapers(papers, terminal));
    terminal.log(`Dry run, nothing is fetched: ${count(letters.length, 'letter', 'letters')}.`);
  } else {
    const { rows, failed, unchanged, newer } = await takePapersIn(
      letters,
      { client, ledger, lettersDir },
      flags,
      terminal,
    );
    if (flags.json) terminal.print(JSON.stringify({ letters: rows, skipped, unchanged, newer, failed }, null, 2));
    else if (rows.length > 0) terminal.print(showIntake(rows, terminal));
    terminal.log(intakeSummary(rows, { failed: failed.length, unchanged, newer, lettersDir }));
    if (failed.length > 0) throw new Ended(EXIT.failed);
  }
  if (problems.length > 0) throw new Ended(EXIT.failed);
}

async function takePapersIn(
  letters: readonly Paper[],
  options: Pick<FetchOptions, 'client' | 'ledger' | 'lettersDir'>,
  flags: FetchFlags,
  terminal: Terminal,
): Promise<{ rows: IntakeRow[]; failed: string[]; unchanged: number; newer: number }> {
  const { fetchPapers } = await import('../app/fetching.ts');
  const progress = showProgress(terminal, 'letters');
  const rows: IntakeRow[] = [];
  const failed: string[] = [];
  let reached: FetchProgress = { done: 0, unchanged: 0, newer: 0 };
  const outcomes = fetchPapers(letters, {
    ...options,
    replace: flags.replace === true,
    dryRun: false,
    onProgress: (now) => {
      reached = now;
      progress.update(now.done, letters.length);
    },
  });
  try {
    for await (const outcome of outcomes) {
      if (outcome.status === 'failed') {
        failed.push(outcome.problem.message);
        progress.end();
        terminal.log(visibleLine(outcome.problem.message));
      } else if (outcome.status !== 'passed over') rows.push(toIntakeRow(outcome));
    }
  } finally {
    progress.end();
  }
  return { rows, failed, unchanged: reached.unchanged, newer: reached.newer };
}
