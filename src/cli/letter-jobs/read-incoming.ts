import { letterEntry } from '../../answers/letters.ts';
import type { IncomingLetter, ReadFile } from '../../discord/intake/port.ts';
import { convert } from '../../intake/convert.ts';
import { withKnown } from '../../intake/known-facts.ts';
import { place, type Shelves } from '../../intake/place.ts';
import { readShelf } from '../../intake/shelf/read-shelf.ts';
import { Shelf } from '../../intake/shelf/shelf.ts';
import { sha256 } from '../../intake/take-in.ts';
import type { Converted, Facts } from '../../intake/types.ts';
import type { Jobs } from './messages.ts';

/**
 * Reads a file as it would be taken in, beside the letters that are there.
 *
 * @param task `known`: what is known of its letter from where it was found
 */
export async function readIncoming(task: Jobs['read']['task'] & { readonly known?: Facts }): Promise<ReadFile> {
  const { lettersDir, file, known } = task;
  const { letters, problems } = await convert(file);
  const unread = problems.map(({ file: name, reason }) => ({ name, reason }));
  if (letters.length === 0) return { letters: [], unread };
  // What it learns of thousands of letters makes the next time faster; nothing of the file is written.
  const shelves: Shelves = { before: await readShelf(lettersDir, { dryRun: false }), added: new Shelf() };
  const incoming: IncomingLetter[] = [];
  for (const letter of letters) {
    const converted = known ? withKnown(letter, known) : letter;
    const origin = { sha256: sha256(file.bytes), folder: '' };
    const { letter: placed, twin } = await place(converted, origin, shelves, {
      lettersDir,
      replace: false,
      dryRun: true,
    });
    // Two attachments that are the same letter are one.
    if (twin && shelves.added.has(twin.file)) continue;
    const { name, format, text, facts, pages } = converted;
    const shown = { entry: letterEntry(placed), emptyPages: emptyPages(converted), twin };
    incoming.push({ name, format, text, facts, pages, sha256: origin.sha256, ...shown });
  }
  return { letters: incoming, unread };
}

function emptyPages({ pages, text }: Converted): number[] {
  if (pages === null) return [];
  return text.split('\f').flatMap((page, i) => (page.trim() === '' ? [i + 1] : []));
}
