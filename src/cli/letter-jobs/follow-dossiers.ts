import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Followed } from '../../discord/follow/port.ts';
import { createClient } from '../../intake/services/client.ts';
import { fetchPapers } from '../../intake/services/fetch-papers.ts';
import { findPapers } from '../../intake/services/find-papers.ts';
import { type Ledger, openLedger } from '../../intake/services/ledger.ts';
import type { Paper } from '../../intake/services/paper.ts';
import { bringUpToDate, isUpToDate } from './change-folder.ts';
import type { Jobs } from './messages.ts';
import { createReader } from './reader.ts';

/** Fetches what is new in dossiers, and builds the index. */
export async function followDossiers(task: Jobs['follow']['task']): Promise<Followed> {
  const { dossiers, services, rate, lettersDir } = task;
  const client = createClient({ services: Object.values(services), rate });
  const letters: Followed['letters'][number][] = [];
  const problems: string[] = [];
  const ledger = await openLedger(lettersDir, (sentence) => problems.push(sentence));
  const reader = createReader();
  try {
    const options = { client, ledger, lettersDir, convert: reader.convert, replace: false, dryRun: false };
    for (const { dossier, since } of dossiers) {
      const found = await findPapers([dossier], since, services, client);
      problems.push(...found.problems.map(({ message }) => message));
      for await (const outcome of fetchPapers(found.letters, options)) {
        if (outcome.status === 'failed') problems.push(outcome.problem.message);
      }
      const taken = found.letters.flatMap((paper) => takenIn(paper, ledger));
      const standing = taken.filter(({ file }) => existsSync(path.join(lettersDir, file)));
      letters.push(...standing.map((one) => ({ dossier, ...one })));
    }
  } finally {
    reader.close();
  }
  if (!(await isUpToDate(task))) await bringUpToDate(task);
  return { letters, problems };
}

/** The letter that a paper became; none for one that was there already, or could not be had. */
function takenIn({ name }: Paper, ledger: Ledger): { file: string; added: string }[] {
  const { letter: file = null, added = null } = ledger.get(name) ?? {};
  return file === null || added === null ? [] : [{ file, added }];
}
