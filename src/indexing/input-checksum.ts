import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import { isSetApart, LETTER_SUFFIX, SIDECAR_SUFFIX, THESAURUS } from '../letters/walk.ts';
import { sha256 } from './checksum.ts';

/** A file of the letters folder as it was when it was read. */
export interface KnownFile {
  readonly file: string;
  /** Size, times and number that the disk has of it: while they stay, so does the content. */
  readonly state: string;
  /** SHA-256 of its content. */
  readonly checksum: string;
}

/** Everything in a letters folder that can change an index. */
export interface Stock {
  /** One checksum over all of it. */
  readonly checksum: string;
  readonly files: readonly KnownFile[];
}

/** Files asked about at a time. */
const AT_ONCE = 256;
/** A file that was changed this shortly before it was read, in ms, may change again without another time. */
const IN_DOUBT = 2_000;

/**
 * Reads letters, sidecars and the user's own thesaurus with their paths, as bytes only.
 * @param known files as they were read before: one that looks the same is not read again
 */
export async function takeStock(
  lettersDir: string,
  known: readonly KnownFile[] = [],
  now: () => Date = () => new Date(),
): Promise<Stock> {
  const before = new Map(known.map((one) => [one.file, one]));
  const found = (await findCounted(lettersDir)).sort((a, b) => (a.file < b.file ? -1 : 1));
  const files: KnownFile[] = [];
  for (let from = 0; from < found.length; from += AT_ONCE) {
    const some = found.slice(from, from + AT_ONCE).map(async ({ file, isLink }) => {
      const full = path.join(lettersDir, file);
      const state = await stateOf(full, now());
      const same = before.get(file);
      if (state !== '' && same?.state === state) return same;
      // A link is read by its name alone: what it points to inside the folder is counted itself, what lies outside is no letter.
      const content = await (isLink ? readlink(full) : readFile(full)).catch(() => null);
      return content === null ? unread(file) : { file, state, checksum: sha256(content) };
    });
    files.push(...(await Promise.all(some)));
  }
  return stockOf(files);
}

/** The stock as it is where some of its files could not be read after all: the next one is another once they can. */
export async function withUnread(lettersDir: string, stock: Stock, files: ReadonlySet<string>): Promise<Stock> {
  if (!stock.files.some(({ file }) => files.has(file))) return stock;
  const look = async (known: KnownFile): Promise<KnownFile> => {
    if (!files.has(known.file)) return known;
    // What a link points to is not part of it, and is counted itself.
    const found = await lstat(path.join(lettersDir, known.file)).catch(() => null);
    return found?.isSymbolicLink() ? known : unread(known.file);
  };
  return stockOf(await Promise.all(stock.files.map(look)));
}

function stockOf(files: readonly KnownFile[]): Stock {
  return { checksum: sha256(JSON.stringify(files.map(({ file, checksum }) => [file, checksum]))), files };
}

/** A file that can't be read is looked at each time, and is the same until it can. */
function unread(file: string): KnownFile {
  return { file, state: '', checksum: 'unreadable' };
}

/** The checksum alone. */
export async function inputChecksum(lettersDir: string, known?: readonly KnownFile[]): Promise<string> {
  return (await takeStock(lettersDir, known)).checksum;
}

/** What tells a file from what it was; nothing where it changed just now, or can't be asked about. */
async function stateOf(file: string, now: Date): Promise<string> {
  const found = await lstat(file).catch(() => null);
  if (!found || now.getTime() - Math.max(found.mtimeMs, found.ctimeMs) < IN_DOUBT) return '';
  return [found.size, found.mtimeMs, found.ctimeMs, found.ino].join(' ');
}

interface Counted {
  readonly file: string;
  readonly isLink: boolean;
}

/** Files that count, with forward slashes. What is set apart is not so much as listed: it may be another user's. */
async function findCounted(lettersDir: string): Promise<Counted[]> {
  const found: Counted[] = [];
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of await readdir(path.join(lettersDir, folder), { withFileTypes: true })) {
      if (isSetApart(folder, entry.name)) continue;
      const file = path.posix.join(folder, entry.name);
      const isLink = entry.isSymbolicLink();
      if (entry.isDirectory()) waiting.push(file);
      else if (counts(entry.name) && (entry.isFile() || isLink)) found.push({ file, isLink });
    }
  }
  return found;
}

function counts(name: string): boolean {
  return name.toLowerCase().endsWith(LETTER_SUFFIX) || name.endsWith(SIDECAR_SUFFIX) || name === THESAURUS;
}
