import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '../json.ts';
import { writeAtomically } from '../write-atomically.ts';
import { sha256 } from './checksum.ts';
import type { KnownFile, Stock } from './input-checksum.ts';

/** What the letters folder looked like, beside the index: only ever spares work, and can be removed at any time. */
export const KNOWN_FILES = 'letters-seen.json';

const schema = z.array(z.tuple([z.string(), z.string(), z.string()]));

/** @returns none where there is nothing that can be trusted */
export async function readKnownFiles(indexDir: string): Promise<readonly KnownFile[]> {
  const text = await readFile(path.join(indexDir, KNOWN_FILES), 'utf8').catch(() => '');
  const [checksum, body = ''] = text.split('\n');
  const rows = checksum === sha256(body) ? schema.safeParse(parseJson(body)) : null;
  return rows?.data?.map(([file, state, checksum]) => ({ file, state, checksum })) ?? [];
}

/** Where it can't be written, files are read once more the next time. */
export async function writeKnownFiles(indexDir: string, { files }: Stock): Promise<void> {
  const body = JSON.stringify(files.map(({ file, state, checksum }) => [file, state, checksum]));
  await writeAtomically(path.join(indexDir, KNOWN_FILES), `${sha256(body)}\n${body}\n`).catch(() => {});
}
