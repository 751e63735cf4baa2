import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../package-root.ts';

/** What decides how letters are read and indexed: folders beside this one, and the data of retrieval. */
const CODE = ['letters', 'retrieval', 'indexing'];
const DATA = path.join(packageRoot(), 'src', 'retrieval', 'data');

let program: Promise<string> | null = null;
let data: Promise<string> | null = null;

/** A checksum of the program that makes an index: one that another program made is not taken to be up to date. */
export function programChecksum(): Promise<string> {
  program ??= checksumOf([...CODE.map((folder) => fileURLToPath(new URL(`../${folder}`, import.meta.url))), DATA]);
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

async function checksumOf(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.map'));
    const contents = await Promise.all(
      files.map(async (entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return [
          path.relative(folder, file),
          createHash('sha256')
            .update(await readFile(file))
            .digest('hex'),
        ] as const;
      }),
    );
    hash.update(JSON.stringify(contents.sort(([a], [b]) => (a < b ? -1 : 1))));
  }
  return hash.digest('hex').slice(0, 16);
}
