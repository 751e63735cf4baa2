import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { errorCode } from '../../error-code.ts';
import { parseJson } from '../../json.ts';
import { FETCHED } from '../../letters/walk.ts';
import { Problem } from '../../problem.ts';
import { writeAtomically } from '../../write-atomically.ts';
import type { Placed } from '../place.ts';
import { readSidecar } from '../shelf/sidecar-file.ts';

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

/** @throws {Problem} where the file is there and holds something else */
export async function openLedger(lettersDir: string): Promise<Ledger> {
  const file = path.join(lettersDir, FETCHED);
  const entries = new Map(Object.entries(await readPapers(file)));
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
  const isOwn = (await readSidecar(lettersDir, file)).source?.file === from.name;
  const isNew = status === 'added' || (isOwn && !before);
  const added = isNew ? new Date().toISOString() : (before?.added ?? null);
  await ledger.set(name, { ...listed, letter: file, own: isOwn, added });
}

async function readPapers(file: string): Promise<Record<string, LedgerEntry>> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return {};
    throw new Problem(`${file} can't be read: ${error instanceof Error ? error.message : String(error)}.`, {
      cause: error,
    });
  }
  const read = fileSchema.safeParse(parseJson(content));
  if (read.success) return read.data.papers;
  throw new Problem(
    `${file} is not what "briefwijzer fetch" wrote; remove it, and what was fetched is asked for again.`,
  );
}
