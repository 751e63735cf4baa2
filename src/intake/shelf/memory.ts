import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../json.ts';
import { writeAtomically } from '../../write-atomically.ts';
import type { Shelved } from './shelf.ts';

/** A letter as it was known when its files were in this state. */
export interface Remembered {
  readonly state: string;
  readonly letter: Shelved;
}

/** Hidden, so that it is no letter; can be removed at any time. */
const MEMORY = '.known-letters.jsonl';
/** Of another version nothing is remembered: letters were read in another way. */
const VERSION = 1;

const lineSchema = z.object({
  v: z.literal(VERSION),
  state: z.string(),
  file: z.string(),
  title: z.string(),
  /** 32-bit numbers, little-endian, as base64. */
  sketch: z.base64(),
  papers: z.array(z.string()),
  letterDate: z.string().nullable(),
  sha256: z.string().nullable(),
});

/** What was remembered of a folder's letters, by file; nothing where there is nothing, or it is damaged. */
export async function recall(folder: string): Promise<Map<string, Remembered>> {
  const text = await readFile(path.join(folder, MEMORY), 'utf8').catch(() => '');
  const known = new Map<string, Remembered>();
  for (const line of text.split('\n')) {
    const read = line === '' ? null : lineSchema.safeParse(parseJson(line)).data;
    if (!read) continue;
    const { v: _, state, sketch, ...letter } = read;
    known.set(letter.file, { state, letter: { ...letter, sketch: numbersIn(sketch) } });
  }
  return known;
}

/** Remembers these letters and no others; where that can't be written the next time takes longer. */
export async function remember(folder: string, letters: readonly Remembered[]): Promise<void> {
  await writeAtomically(path.join(folder, MEMORY), linesOf(letters)).catch(() => {});
}

/** Remembers letters beside what is remembered: of one that is there already, what comes last holds. */
export async function rememberMore(folder: string, letters: readonly Remembered[]): Promise<void> {
  // Whoever was ended at this may have left half a line: the next must not be glued to it.
  await appendFile(path.join(folder, MEMORY), `\n${linesOf(letters)}`).catch(() => {});
}

function linesOf(letters: readonly Remembered[]): string {
  const lines = letters.map(({ state, letter: { sketch, ...letter } }) =>
    JSON.stringify({
      v: VERSION,
      state,
      ...letter,
      sketch: Buffer.from(Uint32Array.from(sketch).buffer).toString('base64'),
    }),
  );
  return `${lines.join('\n')}\n`;
}

function numbersIn(base64: string): number[] {
  const bytes = Buffer.from(base64, 'base64');
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => bytes.readUInt32LE(4 * i));
}
