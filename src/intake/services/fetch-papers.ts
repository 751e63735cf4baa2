import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Found } from '../sources.ts';
import { type IntakeOptions, type Outcome, takeIn } from '../take-in.ts';
import type { Client } from './client.ts';
import { factsOf, fetchBest, listedAs, listing, sourceFile } from './fetch-best.ts';
import { type Ledger, type LedgerEntry, type ListedPaper, noteTakenIn } from './ledger.ts';
import type { Paper } from './paper.ts';
import { PaperProblem, RequestProblem } from './problems.ts';

export interface FetchOptions extends IntakeOptions {
  readonly client: Client;
  readonly ledger: Ledger;
  /** Somebody named each of the papers: one that was taken out of the folder comes back. */
  readonly named?: boolean | undefined;
  /** Told after each paper how far it is. */
  readonly onProgress?: ((progress: FetchProgress) => void) | undefined;
}

export interface FetchProgress {
  readonly done: number;
  /** Of those, not fetched again: what was fetched before is as it was. */
  readonly unchanged: number;
  /** Not fetched again, though there is a newer version: it would overwrite a letter. */
  readonly newer: number;
}

/**
 * Fetches papers and takes them in, one after the other. What was fetched before is not asked for, unless letters are to
 * be replaced: then it is where the service has a newer version. A letter that somebody took out of the folder stays out.
 * What can't be had is reported and the rest goes on. Whatever stops it, it goes on from there the next time.
 *
 * @throws LetterError where the letters folder itself cannot be read
 */
export async function* fetchPapers(papers: readonly Paper[], options: FetchOptions): AsyncGenerator<Outcome> {
  const { ledger, client, lettersDir, onProgress = () => {} } = options;
  const standing = papers.map((paper) => standingOf(paper, options));
  const count = (wanted: Standing): number => standing.filter((one) => one === wanted).length;
  const wanted = papers.filter((_, at) => standing[at] === 'wanted');
  const newer = count('newer');
  let unchanged = count('had');
  onProgress({ done: papers.length - wanted.length, unchanged, newer });
  if (wanted.length === 0) return;
  /** What `takeIn` says next is about this paper. */
  let underWay: ListedPaper | null = null;
  const left: string[] = [];

  async function* files(): AsyncGenerator<Found> {
    for (const [at, paper] of wanted.entries()) {
      const before = ledger.get(paper.name);
      // Only what is there already need not be sent again.
      const fetched = await fetchBest(paper, isThere(before, lettersDir) ? before : undefined, client);
      if (fetched instanceof PaperProblem) {
        if (fetched.cause instanceof RequestProblem && fetched.cause.reason === 'given_up') left.push(paper.name);
        else yield { kind: 'problem', problem: fetched };
      } else if (fetched.answer.bytes === null) {
        if (before) await ledger.set(paper.name, { ...before, listed: listing(paper) });
        unchanged += 1;
      } else {
        underWay = listedAs(paper, fetched);
        const source = sourceFile(paper, fetched.file, fetched.answer.bytes);
        yield { kind: 'file', file: source, folder: '', known: factsOf(paper, fetched.file) };
      }
      onProgress({ done: papers.length - wanted.length + at + 1, unchanged, newer });
    }
    if (left.length > 0) yield { kind: 'problem', problem: leftBehind(left) };
  }

  for await (const outcome of takeIn(files(), options)) {
    if (underWay && outcome.status !== 'failed' && outcome.status !== 'passed over') {
      await noteTakenIn(underWay, outcome, ledger, lettersDir);
    }
    yield outcome;
  }
}

/** `newer`: it was fetched, and there is another version by now. */
type Standing = 'wanted' | 'had' | 'newer';

function standingOf(paper: Paper, { ledger, lettersDir, replace, named = false }: FetchOptions): Standing {
  const before = ledger.get(paper.name);
  if (!before || (named && !existsSync(path.join(lettersDir, before.letter ?? '')))) return 'wanted';
  const isCurrent = before.listed === listing(paper);
  if (replace) return isCurrent && isThere(before, lettersDir) ? 'had' : 'wanted';
  return isCurrent || !existsSync(path.join(lettersDir, before.letter ?? '')) ? 'had' : 'newer';
}

/** Whether the folder holds what was fetched. */
function isThere(entry: LedgerEntry | undefined, lettersDir: string): boolean {
  return entry?.own === true && existsSync(path.join(lettersDir, entry.letter ?? ''));
}

function leftBehind([first = '', ...others]: readonly string[]): PaperProblem {
  const more = others.length > 0 ? ` and ${others.length} more were` : ' was';
  return new PaperProblem(first, `${more.trim()} not asked for: the service failed too often; run it again later.`);
}
