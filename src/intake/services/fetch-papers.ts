import { existsSync } from 'node:fs';
import path from 'node:path';
import { readSidecar } from '../shelf/sidecar-file.ts';
import type { Found } from '../sources.ts';
import { type IntakeOptions, type Outcome, takeIn } from '../take-in.ts';
import type { SourceFile } from '../types.ts';
import type { Client } from './client.ts';
import { fetchBest } from './fetch-best.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import type { Paper, PaperFile } from './paper.ts';
import { PaperProblem, RequestProblem } from './problems.ts';

export interface FetchOptions extends IntakeOptions {
  readonly client: Client;
  readonly ledger: Ledger;
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

/** What is kept in mind of a paper whose file was handed on. */
type UnderWay = Omit<LedgerEntry, 'letter' | 'added' | 'own'> & { readonly name: string };

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
  let underWay: UnderWay | null = null;
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
        const { file, answer } = fetched;
        const { etag, lastModified } = answer;
        underWay = { name: paper.name, listed: listing(paper), address: file.address, etag, lastModified };
        const source = sourceFile(paper, file, fetched.answer.bytes);
        yield { kind: 'file', file: source, folder: '', known: factsOf(paper, file) };
      }
      onProgress({ done: papers.length - wanted.length + at + 1, unchanged, newer });
    }
    if (left.length > 0) yield { kind: 'problem', problem: leftBehind(left) };
  }

  for await (const outcome of takeIn(files(), options)) {
    if (underWay && outcome.status !== 'failed' && outcome.status !== 'passed over') {
      const { name, ...entry }: UnderWay = underWay;
      const before = ledger.get(name);
      // A letter that came from here and is not noted: the run that took it in was killed before it could.
      const isOwn = (await readSidecar(lettersDir, outcome.file)).source?.file === outcome.from.name;
      const isNew = outcome.status === 'added' || (isOwn && !before);
      const added = isNew ? new Date().toISOString() : (before?.added ?? null);
      await ledger.set(name, { ...entry, letter: outcome.file, own: isOwn, added });
    }
    yield outcome;
  }
}

/** `newer`: it was fetched, and there is another version by now. */
type Standing = 'wanted' | 'had' | 'newer';

function standingOf(paper: Paper, { ledger, lettersDir, replace }: FetchOptions): Standing {
  const before = ledger.get(paper.name);
  if (!before) return 'wanted';
  const isCurrent = before.listed === listing(paper);
  if (replace) return isCurrent && isThere(before, lettersDir) ? 'had' : 'wanted';
  return isCurrent || !existsSync(path.join(lettersDir, before.letter ?? '')) ? 'had' : 'newer';
}

/** Whether the folder holds what was fetched. */
function isThere(entry: LedgerEntry | undefined, lettersDir: string): boolean {
  return entry?.own === true && existsSync(path.join(lettersDir, entry.letter ?? ''));
}

/** What the lists say of a paper's best file. */
function listing({ files: [best] }: Paper): string {
  return best ? `${best.address} ${best.changed}` : '';
}

function leftBehind([first = '', ...others]: readonly string[]): PaperProblem {
  const more = others.length > 0 ? ` and ${others.length} more were` : ' was';
  return new PaperProblem(first, `${more.trim()} not asked for: the service failed too often; run it again later.`);
}

/** Named after its paper: "https://…/resource › kst-28676-348.pdf". */
function sourceFile({ name }: Paper, { address, format }: PaperFile, bytes: Uint8Array): SourceFile {
  return { name: `${address} › ${name}.${format}`, bytes };
}

function factsOf(
  { dossiers, number, date, subject }: Paper,
  { url }: PaperFile,
): Extract<Found, { kind: 'file' }>['known'] {
  return {
    url,
    ...(dossiers.length > 0 && { dossiers: [...dossiers] }),
    ...(number !== null && { number }),
    ...(date !== null && { letterDate: date }),
    ...(subject !== null && { subject }),
  };
}
