import { createHash } from 'node:crypto';
import { readdir, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import { isSetApart, LETTER_SUFFIX, SIDECAR_SUFFIX, THESAURUS } from '../letters/walk.ts';

/**
 * One checksum over everything in the letters folder that can change an index: letters, sidecars and the user's own
 * thesaurus, with their paths. Reads bytes only, so it tells in milliseconds whether an index is stale.
 */
export async function inputChecksum(lettersDir: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(lettersDir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => counts(entry.name) && (entry.isFile() || entry.isSymbolicLink()))
    .map((entry) => ({ file: path.join(entry.parentPath, entry.name), link: entry.isSymbolicLink() }))
    .filter(({ file }) => isRead(path.relative(lettersDir, file)))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  for (const { file, link } of files) {
    // A link is read by its name alone: what it points to inside the folder is counted itself, what lies outside is no letter.
    const content = await (link ? readlink(file) : readFile(file)).catch(() => 'unreadable');
    hash.update(JSON.stringify([path.relative(lettersDir, file), content.length])).update(content);
  }
  return hash.digest('hex');
}

function counts(name: string): boolean {
  return name.toLowerCase().endsWith(LETTER_SUFFIX) || name.endsWith(SIDECAR_SUFFIX) || name === THESAURUS;
}

/** Whether no folder on the way to a file, nor the file, is set apart. */
function isRead(file: string): boolean {
  const names = file.split(path.sep);
  return !names.some((name, depth) => isSetApart(names.slice(0, depth).join('/'), name));
}
