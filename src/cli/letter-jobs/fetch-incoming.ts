import type { NotFetched, ReadFile } from '../../discord/intake/port.ts';
import { createClient } from '../../intake/services/client.ts';
import { factsOf, fetchBest, listedAs, sourceFile } from '../../intake/services/fetch-best.ts';
import { findPaper } from '../../intake/services/find-papers.ts';
import { isLetter } from '../../intake/services/kinds.ts';
import { PaperProblem } from '../../intake/services/problems.ts';
import { PROMPT } from '../../intake/services/retry.ts';
import type { Jobs } from './messages.ts';
import { readIncoming } from './read-incoming.ts';

/** Fetches a paper from the official services, and reads it as it would be taken in. */
export async function fetchIncoming(task: Jobs['fetch']['task']): Promise<ReadFile | NotFetched> {
  const { paper: named, services, rate, lettersDir } = task;
  const client = createClient({ services: Object.values(services), rate, patience: PROMPT });
  const { paper, problems } = await findPaper(named, services, client);
  if (paper === null) {
    const detail = problems.map(({ message }) => message).join(' ');
    return { why: detail === '' ? 'unknown' : 'silent', kind: null, detail };
  }
  const { kind } = paper;
  if (!isLetter(paper)) return { why: 'no_letter', kind, detail: '' };
  const fetched = await fetchBest(paper, undefined, client);
  if (fetched instanceof PaperProblem) return { why: 'not_had', kind, detail: fetched.message };
  const { file, answer } = fetched;
  const source = sourceFile(paper, file, answer.bytes ?? new Uint8Array());
  const read = await readIncoming({ lettersDir, file: source, known: factsOf(paper, file) });
  return {
    letters: read.letters.map((letter) => ({ ...letter, paper: listedAs(paper, fetched) })),
    unread: read.unread.map(({ reason }) => ({ name: paper.name, reason })),
  };
}
