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
  /** Told after each paper how many are done, and how many of those are as they were. */
  readonly onProgress?: ((done: number, unchanged: number) => void) | undefined;
}

/** What is kept in mind of a paper whose file was handed on. */
type UnderWay = Omit<LedgerEntry, 'letter' | 'added'> & { readonly name: string };

/**
 * Fetches papers and takes them in, one after the other. What did not change since it was fetched is not asked for, unless
 * letters are to be replaced; what can't be had is reported and the rest goes on. Whatever stops it, it goes on from there
 * the next time.
 *
 * @throws LetterError where the letters folder itself cannot be read
 */
export async function* fetchPapers(papers: readonly Paper[], options: FetchOptions): AsyncGenerator<Outcome> {
  const { ledger, client, replace, lettersDir, onProgress = () => {} } = options;
  const changed = papers.filter((paper) => replace || ledger.get(paper.name)?.listed !== listing(paper));
  let unchanged = papers.length - changed.length;
  onProgress(unchanged, unchanged);
  if (changed.length === 0) return;
  /** What `takeIn` says next is about this paper. */
  let underWay: UnderWay | null = null;
  const left: string[] = [];

  async function* files(): AsyncGenerator<Found> {
    const before = unchanged;
    for (const [at, paper] of changed.entries()) {
      const known = replace ? undefined : ledger.get(paper.name);
      const fetched = await fetchBest(paper, known, client);
      if (fetched instanceof PaperProblem) {
        if (fetched.cause instanceof RequestProblem && fetched.cause.reason === 'given_up') left.push(paper.name);
        else yield { kind: 'problem', problem: fetched };
      } else if (fetched.answer.bytes === null) {
        if (known) await ledger.set(paper.name, { ...known, listed: listing(paper) });
        unchanged += 1;
      } else {
        const { file, answer } = fetched;
        const { etag, lastModified } = answer;
        underWay = { name: paper.name, listed: listing(paper), address: file.address, etag, lastModified };
        yield {
          kind: 'file',
          file: sourceFile(paper, file, fetched.answer.bytes),
          folder: '',
          known: factsOf(paper, file),
        };
      }
      onProgress(before + at + 1, unchanged);
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
      await ledger.set(name, { ...entry, letter: outcome.file, added });
    }
    yield outcome;
  }
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
