import { Worker } from 'node:worker_threads';
import { letterEntry } from '../../answers/letters.ts';
import type { IncomingLetter, ReadFile } from '../../discord/intake/port.ts';
import { convert } from '../../intake/convert.ts';
import { place, type Shelves } from '../../intake/place.ts';
import { readShelf } from '../../intake/shelf/read-shelf.ts';
import { Shelf } from '../../intake/shelf/shelf.ts';
import { sha256 } from '../../intake/take-in.ts';
import type { Converted } from '../../intake/types.ts';
import type { Jobs } from './messages.ts';

/** Resident bytes: pdf.js with a PDF of ten megabytes takes a third of it. */
const MOST_MEMORY = 1024 * 1024 * 1024;

/** Reads a file as it would be taken in, beside the letters that are there. */
export async function readIncoming({ lettersDir, file }: Jobs['read']['task']): Promise<ReadFile> {
  new Worker(new URL('./memory-watch.js', import.meta.url), { workerData: { bytes: MOST_MEMORY } }).unref();
  const { letters, problems } = await convert(file);
  const unread = problems.map(({ file: name, reason }) => ({ name, reason }));
  if (letters.length === 0) return { letters: [], unread };
  // What it learns of thousands of letters makes the next time faster; nothing of the file is written.
  const shelves: Shelves = { before: await readShelf(lettersDir, { dryRun: false }), added: new Shelf() };
  const incoming: IncomingLetter[] = [];
  for (const converted of letters) {
    const origin = { sha256: sha256(file.bytes), folder: '' };
    const { letter, twin } = await place(converted, origin, shelves, { lettersDir, replace: false, dryRun: true });
    // Two attachments that are the same letter are one.
    if (twin && shelves.added.has(twin.file)) continue;
    const { name, format, text, facts, pages } = converted;
    const shown = { entry: letterEntry(letter), emptyPages: emptyPages(converted), twin };
    incoming.push({ name, format, text, facts, pages, sha256: origin.sha256, ...shown });
  }
  return { letters: incoming, unread };
}

function emptyPages({ pages, text }: Converted): number[] {
  if (pages === null) return [];
  return text.split('\f').flatMap((page, i) => (page.trim() === '' ? [i + 1] : []));
}
