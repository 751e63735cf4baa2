import type { NamedPaper } from '../../letters/papers.ts';
import type { Client } from './client.ts';
import { isLetter } from './kinds.ts';
import { listDocuments } from './odata.ts';
import { mergePapers, type Paper, type Wanted } from './paper.ts';
import { RequestProblem } from './problems.ts';
import { listPublications } from './sru.ts';

/** Where the services are. */
export interface ServiceAddresses {
  /** The SRU service of the official publications. */
  readonly sru: string;
  /** The Tweede Kamer's open data. */
  readonly odata: string;
}

/** The papers of some dossiers. */
export interface FoundPapers {
  /** Ministers' letters, the newest first. */
  readonly letters: readonly Paper[];
  /** All others. */
  readonly others: readonly Paper[];
  /** Services that did not answer; what the others listed is there. */
  readonly problems: readonly RequestProblem[];
}

/**
 * Asks both services for the papers of dossiers ("28 676"); each paper is listed once, whoever has it.
 *
 * @param since only papers of this day (ISO) and later
 */
export async function findPapers(
  dossiers: readonly string[],
  since: string | null,
  services: ServiceAddresses,
  client: Client,
): Promise<FoundPapers> {
  const { papers, problems } = await askBoth(dossiers, { since: since ?? undefined }, services, client);
  const recent = papers.filter(({ date }) => since === null || date === null || date >= since);
  return {
    letters: recent.filter(isLetter),
    others: recent.filter((paper) => !isLetter(paper)),
    problems,
  };
}

/** One paper; null where no service that answered has it. */
export interface FoundPaper {
  readonly paper: Paper | null;
  /** Services that did not answer. */
  readonly problems: readonly RequestProblem[];
}

/** Asks both services for one paper. */
export async function findPaper(
  { dossier, number }: NamedPaper,
  services: ServiceAddresses,
  client: Client,
): Promise<FoundPaper> {
  const { papers, problems } = await askBoth([dossier], { number }, services, client);
  // A service that does not know the narrower question answers with more.
  const isIt = (paper: Paper): boolean => paper.number === number && paper.dossiers.includes(dossier);
  return { paper: papers.find(isIt) ?? null, problems };
}

async function askBoth(
  dossiers: readonly string[],
  wanted: Wanted,
  services: ServiceAddresses,
  client: Client,
): Promise<{ readonly papers: readonly Paper[]; readonly problems: readonly RequestProblem[] }> {
  const problems: RequestProblem[] = [];
  const orProblem = (error: unknown): Paper[] => {
    if (!(error instanceof RequestProblem)) throw error;
    problems.push(error);
    return [];
  };
  const listed: Paper[] = [];
  for (const dossier of dossiers) {
    listed.push(...(await listPublications(services.sru, dossier, wanted, client).catch(orProblem)));
    listed.push(...(await listDocuments(services.odata, dossier, wanted, client).catch(orProblem)));
  }
  return { papers: mergePapers(listed), problems };
}
