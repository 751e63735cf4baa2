import { formatOf } from '../formats/detect.ts';
import { LIMITS } from '../limits.ts';
import type { Facts, SourceFile } from '../types.ts';
import type { Answer, Client } from './client.ts';
import type { LedgerEntry, ListedPaper } from './ledger.ts';
import type { Paper, PaperFile } from './paper.ts';
import { PaperProblem, RequestProblem } from './problems.ts';

/** A paper's file as it came. */
export interface Fetched {
  readonly file: PaperFile;
  readonly answer: Answer;
}

/**
 * The best of a paper's files that can be had: one that is not there, or not what it is listed as, gives way to the next.
 *
 * @param before what was fetched of the paper last; the service is told, and need not send the same again
 */
export async function fetchBest(
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
      if (answer.bytes === null || formatOf({ name: '', bytes: answer.bytes }) === file.format) return { file, answer };
      const { host } = new URL(file.address);
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

export function listedAs(paper: Paper, { file, answer: { etag, lastModified } }: Fetched): ListedPaper {
  return { name: paper.name, listed: listing(paper), address: file.address, etag, lastModified };
}

/** What the lists say of a paper's best file. */
export function listing({ files: [best] }: Paper): string {
  return best ? `${best.address} ${best.changed}` : '';
}

/** Named after its paper: "https://…/resource › kst-28676-348.pdf". */
export function sourceFile({ name }: Paper, { address, format }: PaperFile, bytes: Uint8Array): SourceFile {
  return { name: `${address} › ${name}.${format}`, bytes };
}

/** What is known of a paper apart from its file. */
export function factsOf({ dossiers, number, date, subject }: Paper, { url }: PaperFile): Facts {
  return {
    url,
    ...(dossiers.length > 0 && { dossiers: [...dossiers] }),
    ...(number !== null && { number }),
    ...(date !== null && { letterDate: date }),
    ...(subject !== null && { subject }),
  };
}
