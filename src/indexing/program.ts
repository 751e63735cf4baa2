import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../package-root.ts';
import { sha256 } from './checksum.ts';

/** What decides how letters are read and indexed: folders beside this one, files beside those, and the data of retrieval. */
const CODE = ['letters', 'retrieval', 'indexing'];
const BESIDE = fileURLToPath(new URL('..', import.meta.url));
const DATA = path.join(packageRoot(), 'src', 'retrieval', 'data');
/** What decides so too of other packages, whose versions may change under ours. */
const LIBRARIES = ['@orama/stemmers/dutch', '@orama/stemmers/english'];
const { resolve } = createRequire(import.meta.url);

/** Characters of a checksum. */
const LENGTH = 16;

let program: Promise<string> | null = null;
let data: Promise<string> | null = null;

/**
 * A checksum of the program that makes an index, of the stemmers that it uses, and of what it takes for a letter or a
 * capital: an index that another program made is not taken to be up to date.
 */
export function programChecksum(): Promise<string> {
  program ??= Promise.all([
    checksumOf([...CODE.map((folder) => path.join(BESIDE, folder)), DATA]),
    checksumOf([BESIDE], { recursive: false }),
    ...LIBRARIES.map(async (name) => sha256(await readFile(resolve(name)))),
  ]).then((sums) => sha256([...sums, process.versions.unicode].join()).slice(0, LENGTH));
  return program;
}

/**
 * A checksum of its word lists, thesaurus and weights alone: with others letters are found in other ways, be the code the
 * same.
 */
export function dataChecksum(): Promise<string> {
  data ??= checksumOf([DATA]);
  return data;
}

async function checksumOf(folders: readonly string[], { recursive } = { recursive: true }): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.map'));
    const contents = await Promise.all(
      files.map(async (entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return [path.relative(folder, file), sha256(await readFile(file))] as const;
      }),
    );
    hash.update(JSON.stringify(contents.sort(([a], [b]) => (a < b ? -1 : 1))));
  }
  return hash.digest('hex').slice(0, LENGTH);
}
