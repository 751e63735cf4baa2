import { Worker } from 'node:worker_threads';
import { letterEntry } from '../../answers/letters.ts';
import type { IncomingLetter, ReadFile } from '../../discord/intake/port.ts';
import { convert } from '../../intake/convert.ts';
import { place, type Shelf } from '../../intake/place.ts';
import { readShelf } from '../../intake/shelf/shelf.ts';
import { sha256 } from '../../intake/take-in.ts';
import type { Converted } from '../../intake/types.ts';
import type { Jobs } from './messages.ts';

/** Resident bytes: pdf.js with a PDF of ten megabytes takes a third of it. */
const MOST_MEMORY = 1024 * 1024 * 1024;

/** Reads a file as it would be taken in, beside the letters that are there. */
export async function readIncoming({ lettersDir, file }: Jobs['read']['task']): Promise<ReadFile> {
  new Worker(new URL('./memory-watch.js', import.meta.url), { workerData: { bytes: MOST_MEMORY } }).unref();
  const { letters, problems } = await convert(file);
  const shelf: Shelf = { before: letters.length > 0 ? await readShelf(lettersDir) : [], added: [] };
  const incoming: IncomingLetter[] = [];
  for (const converted of letters) {
    const origin = { sha256: sha256(file.bytes), folder: '' };
    const { letter, twin } = await place(converted, origin, shelf, { lettersDir, replace: false, dryRun: true });
    // Two attachments that are the same letter are one.
    if (twin && shelf.added.some((one) => one.file === twin.file)) continue;
    const { name, format, text, facts, pages } = converted;
    const shown = { entry: letterEntry(letter), emptyPages: emptyPages(converted), twin };
    incoming.push({ name, format, text, facts, pages, sha256: origin.sha256, ...shown });
  }
  return { letters: incoming, unread: problems.map(({ file: name, reason }) => ({ name, reason })) };
}

function emptyPages({ pages, text }: Converted): number[] {
  if (pages === null) return [];
  return text.split('\f').flatMap((page, i) => (page.trim() === '' ? [i + 1] : []));
}
