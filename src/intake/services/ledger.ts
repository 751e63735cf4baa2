import path from 'node:path';
import { z } from 'zod';
import { FETCHED } from '../../letters/walk.ts';
import { readKept } from '../../read-kept.ts';
import { writeAtomically } from '../../write-atomically.ts';
import type { Placed } from '../place.ts';
import { sidecarOrNone } from '../shelf/sidecar-file.ts';

const entrySchema = z.object({
  /** What the services' lists said when it was fetched: as long as they say the same it is not asked for. */
  listed: z.string(),
  /** What was fetched, and what the service said of it. */
  address: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** The letter that it became, or is a copy of, in the letters folder. */
  letter: z.string().nullable(),
  /** Whether that letter is what was fetched, and not one that was there already. */
  own: z.boolean().default(true),
  /** When it was taken in as a new letter; null where it was there already. */
  added: z.iso.datetime().nullable(),
});

const fileSchema = z.object({ version: z.literal(1), papers: z.record(z.string(), entrySchema) });

export type LedgerEntry = z.infer<typeof entrySchema>;

/** A paper whose file was fetched and is no letter yet: what its entry will say. */
export type ListedPaper = Omit<LedgerEntry, 'letter' | 'added' | 'own'> & { readonly name: string };

/** What was fetched before, by the names of papers: kept beside the letters, so that nothing is asked for twice. */
export interface Ledger {
  get(paper: string): LedgerEntry | undefined;
  readonly entries: ReadonlyMap<string, LedgerEntry>;
  /** Resolves when it stands on disk. */
  set(paper: string, entry: LedgerEntry): Promise<void>;
}

/**
 * Opens the ledger of a letters folder. One that holds something else is put aside as `FILE.broken`: papers are then asked
 * for again, and letters that are there are known.
 * @param tell told in a sentence when it is put aside
 * @throws {Problem} where the file system refuses to read it or to put it aside
 */
export async function openLedger(lettersDir: string, tell: (sentence: string) => void): Promise<Ledger> {
  const file = path.join(lettersDir, FETCHED);
  const kept = await readKept(file, fileSchema, 'what was fetched', tell);
  const entries = new Map(Object.entries(kept?.papers ?? {}));
  return {
    entries,
    get: (paper) => entries.get(paper),
    async set(paper, entry) {
      entries.set(paper, entry);
      const papers = Object.fromEntries(entries);
      await writeAtomically(file, `${JSON.stringify({ version: 1, papers }, null, 2)}\n`);
    },
  };
}

/** Notes what became of a paper that was fetched. */
export async function noteTakenIn(
  { name, ...listed }: ListedPaper,
  { status, file, from }: Pick<Placed, 'status' | 'file' | 'from'>,
  ledger: Ledger,
  lettersDir: string,
): Promise<void> {
  const before = ledger.get(name);
  // A letter that came from here and is not noted: the run that took it in was killed before it could.
  const isOwn = (await sidecarOrNone(lettersDir, file)).source?.file === from.name;
  const isNew = status === 'added' || (isOwn && !before);
  const added = isNew ? new Date().toISOString() : (before?.added ?? null);
  await ledger.set(name, { ...listed, letter: file, own: isOwn, added });
}
