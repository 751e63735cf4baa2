import { detectFormat } from '../formats/detect.ts';
import { LIMITS } from '../limits.ts';
import type { Found } from '../sources.ts';
import { type IntakeOptions, type Outcome, takeIn } from '../take-in.ts';
import type { Format, SourceFile } from '../types.ts';
import type { Answer, Client } from './client.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import type { Paper, PaperFile } from './paper.ts';
import { PaperProblem, RequestProblem } from './problems.ts';

export interface FetchOptions extends IntakeOptions {
  readonly client: Client;
  readonly ledger: Ledger;
  /** Told after each paper how many are done, and how many of those are as they were. */
  readonly onProgress?: ((done: number, unchanged: number) => void) | undefined;
  /** ISO, for what was taken in when. */
  readonly now?: () => string;
}

/** A paper's file as it came, and what is kept in mind of it. */
interface Fetched {
  readonly file: PaperFile;
  readonly answer: Answer;
}

/**
 * Fetches papers and takes them in, one after the other. What did not change since it was fetched is not asked for, unless
 * letters are to be replaced; what can't be had is reported and the rest goes on. Whatever stops it, it goes on from there
 * the next time.
 *
 * @throws LetterError where the letters folder itself cannot be read
 */
export async function* fetchPapers(papers: readonly Paper[], options: FetchOptions): AsyncGenerator<Outcome> {
  const { ledger, client, replace, onProgress, now = () => new Date().toISOString() } = options;
  /** The paper whose file was handed on last: what `takeIn` says next is about it. */
  let underWay: Omit<LedgerEntry, 'letter' | 'added'> & { readonly name: string } = NOTHING;

  async function* files(): AsyncGenerator<Found> {
    let unchanged = 0;
    for (const [at, paper] of papers.entries()) {
      onProgress?.(at, unchanged);
      const before = replace ? undefined : ledger.get(paper.name);
      const listed = listing(paper);
      if (before?.listed === listed) {
        unchanged += 1;
        continue;
      }
      const fetched = await fetchBest(paper, before, client);
      if (fetched instanceof PaperProblem) {
        yield { kind: 'problem', problem: fetched };
        continue;
      }
      const { file, answer } = fetched;
      if (answer.bytes === null) {
        if (before) await ledger.set(paper.name, { ...before, listed });
        unchanged += 1;
        continue;
      }
      underWay = {
        name: paper.name,
        listed,
        address: file.address,
        etag: answer.etag,
        lastModified: answer.lastModified,
      };
      yield { kind: 'file', file: sourceFile(paper, file, answer.bytes), folder: '', known: factsOf(paper, file) };
    }
    onProgress?.(papers.length, unchanged);
  }

  for await (const outcome of takeIn(files(), options)) {
    if (outcome.status !== 'failed' && outcome.status !== 'passed over') {
      const { name, ...entry } = underWay;
      const added = outcome.status === 'added' ? now() : null;
      await ledger.set(name, { ...entry, letter: outcome.file, added: added ?? ledger.get(name)?.added ?? null });
    }
    yield outcome;
  }
}

const NOTHING = { name: '', listed: '', address: '', etag: null, lastModified: null };

/** What the lists say of a paper's best file. */
function listing({ files: [best] }: Paper): string {
  return best ? `${best.address} ${best.changed}` : '';
}

/** The best of a paper's files that can be had. */
async function fetchBest(
  paper: Paper,
  before: LedgerEntry | undefined,
  client: Client,
): Promise<Fetched | PaperProblem> {
  let problem = new PaperProblem(
    paper.name,
    'comes in no form that is read; look for it on officielebekendmakingen.nl.',
  );
  for (const file of paper.files) {
    const known = before?.address === file.address ? before : undefined;
    try {
      const answer = await client.get(file.address, {
        most: LIMITS.fileBytes,
        etag: known?.etag ?? undefined,
        lastModified: known?.lastModified ?? undefined,
      });
      if (answer.bytes === null || formatOf(answer.bytes) === file.format) return { file, answer };
      const host = new URL(file.address).host;
      problem = new PaperProblem(
        paper.name,
        `can't be had: ${host} sends something else than the ${file.format} it lists.`,
      );
    } catch (error) {
      if (!(error instanceof RequestProblem)) throw error;
      problem = new PaperProblem(paper.name, `can't be had: ${error.message}`, { cause: error });
    }
  }
  return problem;
}

/** What bytes are, whatever the service calls them; null for what is not read. */
function formatOf(bytes: Uint8Array): Format | null {
  try {
    return detectFormat({ name: '', bytes });
  } catch {
    return null;
  }
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
