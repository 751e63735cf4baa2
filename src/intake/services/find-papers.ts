import type { Client } from './client.ts';
import { isLetter } from './kinds.ts';
import { listDocuments } from './odata.ts';
import { mergePapers, type Paper } from './paper.ts';
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
  const problems: RequestProblem[] = [];
  const orProblem = (error: unknown): Paper[] => {
    if (!(error instanceof RequestProblem)) throw error;
    problems.push(error);
    return [];
  };
  const listed: Paper[] = [];
  for (const dossier of dossiers) {
    listed.push(...(await listPublications(services.sru, dossier, since, client).catch(orProblem)));
    listed.push(...(await listDocuments(services.odata, dossier, since, client).catch(orProblem)));
  }
  const papers = mergePapers(listed).filter(({ date }) => since === null || date === null || date >= since);
  return {
    letters: papers.filter(isLetter),
    others: papers.filter((paper) => !isLetter(paper)),
    problems,
  };
}
