import { type Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import type { Client } from '../../intake/services/client.ts';
import type { FetchOptions, FetchProgress } from '../../intake/services/fetch-papers.ts';
import type { ServiceAddresses } from '../../intake/services/find-papers.ts';
import type { Paper } from '../../intake/services/paper.ts';
import { hostOf, RequestProblem } from '../../intake/services/problems.ts';
import type { NamedPaper } from '../../letters/papers.ts';
import { Problem } from '../../problem.ts';
import { wordsIn } from '../../texts/words.ts';
import { visibleLine } from '../../visible.ts';
import { withJson } from '../options/folder-options.ts';
import { readDossiers, readPapers } from '../options/papers.ts';
import { readSettings, type Settings } from '../options/settings.ts';
import { Ended, EXIT, UsageProblem } from '../terminal/failure.ts';
import { showProgress } from '../terminal/progress.ts';
import { type IntakeRow, intakeSummary, showIntake, toIntakeRow } from '../terminal/show-intake.ts';
import { showPapers, skippedKinds, toPaperRow } from '../terminal/show-papers.ts';
import type { Terminal } from '../terminal/terminal.ts';

interface FetchFlags {
  readonly dossier?: string;
  readonly since?: string;
  readonly letters?: string;
  readonly dryRun?: boolean;
  readonly replace?: boolean;
  readonly json?: boolean;
}

const { and, count } = wordsIn('en');

/** What the services have of what was asked for. */
interface Asked {
  readonly letters: readonly Paper[];
  readonly others: readonly Paper[];
  /** What could not be had: services that did not answer, papers that none has. */
  readonly problems: readonly Problem[];
}

/** `briefwijzer fetch`: takes letters in from the official services, by their numbers or whole dossiers. */
export function addFetch(program: Command, terminal: Terminal): void {
  withJson(program.command('fetch'))
    .description("take ministers' letters in from the official services")
    .argument('[paper...]', 'papers by their Kamerstuk numbers: 28676-270 "28 676, nr. 270"')
    .option('--dossier <number>', 'all letters of dossiers, with commas: 28676,21501-28')
    .option('--since <date>', 'only letters of this day and later: 2024-01-31', readDay)
    .option('--letters <dir>', 'folder they go to (LETTERS_DIR, seeds)')
    .option('--dry-run', 'show what would be fetched; fetch and write nothing')
    .option('--replace', 'fetch newer versions too, and overwrite letters that are there already')
    .action((papers: string[], flags: FetchFlags) =>
      fetchLetters(papers, flags, readSettings(flags, terminal.env), terminal),
    );
}

function readDay(typed: string): string {
  const day = z.iso.date().safeParse(typed);
  if (day.success) return day.data;
  throw new InvalidArgumentError('It must be a day, as 2024-01-31.');
}

async function fetchLetters(
  named: readonly string[],
  flags: FetchFlags,
  { lettersDir, config }: Settings,
  terminal: Terminal,
): Promise<void> {
  const ask = asking(named, flags, terminal);
  const { createClient, openLedger } = await import('../app/fetching.ts');
  const services = { sru: config.SRU_URL, odata: config.ODATA_URL };
  const client = createClient({
    services: Object.values(services),
    rate: config.FETCH_RATE,
    onRetry: ({ address, why }, wait) =>
      terminal.log(visibleLine(`${hostOf(address)} ${why}; trying again in ${Math.ceil(wait / 1000)} s.`)),
  });
  const ledger = await openLedger(lettersDir, terminal.log);
  const hosts = [...new Set(Object.values(services).map(hostOf))];
  terminal.log(`Asking ${and(hosts)}.`);
  const { letters, others, problems } = await ask(services, client);
  if (letters.length + others.length === 0 && problems.length > 0 && problems.every(isDisconnected))
    throw new Problem(`${and(hosts)} can't be reached: nothing is fetched. Look whether this machine has a network.`);
  for (const problem of problems) terminal.log(visibleLine(problem.message));
  const skipped = skippedKinds(others);
  const says = Object.entries(skipped).map(([kind, number]) => `${number} ${visibleLine(kind)}`);
  if (says.length > 0) terminal.log(`No ministers' letters, passed over: ${says.join(', ')}.`);
  if (flags.dryRun) {
    const papers = letters.map((paper) => toPaperRow(paper, ledger.get(paper.name) !== undefined));
    if (flags.json) terminal.print(JSON.stringify({ papers, skipped }, null, 2));
    else if (papers.length > 0) terminal.print(showPapers(papers, terminal));
    terminal.log(`Dry run, nothing is fetched: ${count(letters.length, 'letter', 'letters')}.`);
  } else {
    const options = { client, ledger, lettersDir, named: named.length > 0 };
    const { rows, failed, unchanged, newer } = await takePapersIn(letters, options, flags, terminal);
    if (flags.json) terminal.print(JSON.stringify({ letters: rows, skipped, unchanged, newer, failed }, null, 2));
    else if (rows.length > 0) terminal.print(showIntake(rows, terminal));
    terminal.log(intakeSummary(rows, { failed: failed.length, unchanged, newer, lettersDir }));
    if (failed.length > 0) throw new Ended(EXIT.failed);
  }
  if (problems.length > 0) throw new Ended(EXIT.failed);
}

type Ask = (services: ServiceAddresses, client: Client) => Promise<Asked>;

/** What to ask the services. */
function asking(named: readonly string[], { dossier, since }: FetchFlags, terminal: Terminal): Ask {
  if (named.length > 0) {
    if (dossier !== undefined || since !== undefined)
      throw new UsageProblem('Name papers, or dossiers with --dossier (and --since), not both.');
    const papers = readPapers(named);
    return (...by) => askForPapers(papers, ...by);
  }
  if (dossier === undefined) throw new UsageProblem('Name papers (28676-270), or whole dossiers with --dossier.');
  const dossiers = readDossiers(dossier);
  return async (...by) => {
    terminal.log(`Asking for the papers of ${and(dossiers)}.`);
    const { findPapers } = await import('../app/fetching.ts');
    const { letters, others, problems } = await findPapers(dossiers, since ?? null, ...by);
    if (letters.length + others.length === 0 && problems.length === 0)
      throw new Problem(`The services have no papers of ${and(dossiers)}${since ? ` since ${since}` : ''}.`);
    return { letters, others, problems };
  };
}

/** Whether a service was not even reached, or left alone after that. */
function isDisconnected(problem: Problem): boolean {
  return problem instanceof RequestProblem && (problem.reason === 'no_connection' || problem.reason === 'given_up');
}

async function askForPapers(papers: readonly NamedPaper[], ...by: Parameters<Ask>): Promise<Asked> {
  const { findPaper, isLetter } = await import('../app/fetching.ts');
  const found: Paper[] = [];
  const problems: Problem[] = [];
  for (const { dossier, number } of papers) {
    const name = `Kamerstuk ${dossier}, nr. ${number}`;
    const { paper, problems: silent } = await findPaper({ dossier, number }, ...by);
    problems.push(...silent);
    if (!paper && silent.length === 0)
      problems.push(new Problem(`The services have no ${name}; look whether it is the right number.`));
    if (paper && !isLetter(paper))
      problems.push(new Problem(`${name} is no letter of a minister; parliament calls it ${paper.kind}.`));
    if (paper) found.push(paper);
  }
  return { letters: found.filter(isLetter), others: [], problems };
}

async function takePapersIn(
  letters: readonly Paper[],
  options: Pick<FetchOptions, 'client' | 'ledger' | 'lettersDir' | 'named'>,
  flags: FetchFlags,
  terminal: Terminal,
): Promise<{ rows: IntakeRow[]; failed: string[]; unchanged: number; newer: number }> {
  const { createReader, fetchPapers } = await import('../app/fetching.ts');
  const progress = showProgress(terminal, 'letters');
  const reader = createReader();
  const rows: IntakeRow[] = [];
  const failed: string[] = [];
  let reached: FetchProgress = { done: 0, unchanged: 0, newer: 0 };
  const outcomes = fetchPapers(letters, {
    ...options,
    convert: reader.convert,
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
    reader.close();
    progress.end();
  }
  return { rows, failed, unchanged: reached.unchanged, newer: reached.newer };
}
