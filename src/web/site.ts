import { lstat, readFile, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Library } from '../answers/types.ts';
import { ensureFolder } from '../ensure-folder.ts';
import { parseJson } from '../json.ts';
import { Problem } from '../problem.ts';
import type { TextLanguage } from '../texts/dates.ts';
import { whyNotWritten } from '../why-not-written.ts';
import { writeAtomically } from '../write-atomically.ts';
import { LIST } from './address.ts';
import { entrancePage, pagesOf } from './pages.ts';

/** In the folder, what of it was made here: nothing else is ever replaced or removed. */
export const MADE = '.briefwijzer-site.json';

/** A name that a site's page can have: a list from elsewhere leads to no other file. */
const pageName = z.string().regex(/^(?:letters\/(?:[a-z2-7]{1,12}\/)?)?index\.html$/);
const madeSchema = z.object({ pages: z.array(pageName) });

export interface SiteReport {
  readonly written: number;
  readonly removed: number;
}

/**
 * Writes all pages into a folder, for any web server, or none. Each file is there whole or not at all; pages of letters
 * that are gone are removed last.
 *
 * @throws {Problem} when the folder can't be written, or holds pages that were not made here
 */
export async function writeSite(
  folder: string,
  library: Pick<Library, 'meetings'>,
  language: TextLanguage,
): Promise<SiteReport> {
  const pages = pagesOf(library);
  const wanted = new Map(pages.paths.map((at) => [`${at}index.html`, () => pages.at(at, language) ?? '']));
  wanted.set('index.html', () => entrancePage(language));
  try {
    await ensureFolder(folder);
    await assertNoLink(path.resolve(folder, LIST));
    const before = await madeBefore(folder);
    const stale = before.filter((name) => !wanted.has(name));
    await assertOwn(folder, [...wanted.keys()], before);
    // Said first what will be there: whoever is cut off here knows what is theirs the next time.
    await note(folder, [...wanted.keys(), ...stale]);
    for (const [name, content] of wanted) await writeAtomically(path.join(folder, name), content());
    for (const name of stale) await remove(folder, name);
    await note(folder, [...wanted.keys()]);
    return { written: wanted.size, removed: stale.length };
  } catch (cause) {
    const why = whyNotWritten(cause);
    if (why === null) throw cause;
    throw new Problem(`The pages can't be written to ${folder}: ${why}.`, { cause });
  }
}

function note(folder: string, pages: readonly string[]): Promise<void> {
  return writeAtomically(path.join(folder, MADE), `${JSON.stringify({ pages: [...pages].sort() }, null, 1)}\n`);
}

async function madeBefore(folder: string): Promise<readonly string[]> {
  const text = await readFile(path.join(folder, MADE), 'utf8').catch(() => null);
  if (text === null) return [];
  const made = madeSchema.safeParse(parseJson(text));
  if (made.success) return made.data.pages;
  throw new Problem(`${path.join(folder, MADE)} is not what was written; remove the folder, or choose another.`);
}

/** Through a link, pages would be written to and removed from another folder. */
async function assertNoLink(folder: string): Promise<void> {
  const found = await lstat(folder).catch(() => null);
  if (found?.isSymbolicLink()) throw new Problem(`${folder} is a link; choose another folder.`);
}

/** What stands where a page is to come, and was not made here, belongs to somebody else. */
async function assertOwn(folder: string, names: readonly string[], own: readonly string[]): Promise<void> {
  const made = new Set(own);
  for (const name of names) {
    if (made.has(name)) continue;
    const found = await stat(path.join(folder, name)).catch(() => null);
    if (found)
      throw new Problem(`${path.join(folder, name)} is there and was not made by "site"; choose another folder.`);
  }
}

async function remove(folder: string, name: string): Promise<void> {
  await rm(path.join(folder, name), { force: true });
  // Its folder goes with it, unless somebody put something there.
  await rmdir(path.dirname(path.join(folder, name))).catch(() => {});
}
