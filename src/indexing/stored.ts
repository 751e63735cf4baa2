import { z } from 'zod';
import { letterSchema, passageSchema } from '../letters/schema.ts';
import type { Letter, Passage } from '../letters/types.ts';
import { mapInSlices } from '../map-in-slices.ts';
import type { Corpus } from '../retrieval/types.ts';
import { IndexProblem } from './errors.ts';

/** A letter's passages are stored by themselves, each with its hash. */
const storedLetterSchema = letterSchema.unwrap().omit({ passages: true });

const storedPassageSchema = z.object({
  letter: z.string(),
  passage: passageSchema,
});

type StoredLetter = z.infer<typeof storedLetterSchema>;
type StoredPassage = z.infer<typeof storedPassageSchema>;

/** Letters and passages as JSON lines. */
export interface StoredCorpus {
  readonly letters: Buffer;
  readonly passages: Buffer;
}

export function writeCorpus({ letters, passages }: Corpus): StoredCorpus {
  return {
    letters: jsonLines(letters.map(({ passages: _, ...letter }) => letter)),
    passages: jsonLines(passages.map(({ letter, passage }) => ({ letter: letter.id, passage }))),
  };
}

/**
 * Reads what `writeCorpus` wrote.
 * @throws {IndexProblem} when a line is not what it should be
 */
export async function readCorpus(folder: string, stored: StoredCorpus): Promise<Corpus> {
  const rows = await parseLines(folder, 'passages', stored.passages, (json) => storedPassageSchema.parse(json));
  const letters = await parseLines(folder, 'letters', stored.letters, (json) => storedLetterSchema.parse(json));
  const whole = withPassages(letters, rows);
  const passages = corpusPassages(whole);
  if (passages.length !== rows.length) throw new IndexProblem('broken', folder, 'it holds passages of unknown letters');
  return { letters: whole, passages };
}

/**
 * Letters of files that this same program is known to have written: they are taken for what it writes.
 * @throws {IndexProblem} when a line is no JSON
 */
export async function readOwnLetters(folder: string, stored: StoredCorpus): Promise<Letter[]> {
  const rows = await parseLines(folder, 'passages', stored.passages, (json) => json as StoredPassage);
  return withPassages(await parseLines(folder, 'letters', stored.letters, (json) => json as StoredLetter), rows);
}

function withPassages(letters: readonly StoredLetter[], rows: readonly StoredPassage[]): Letter[] {
  const byLetter = new Map<string, Passage[]>();
  for (const { letter, passage } of rows) {
    const passages = byLetter.get(letter);
    if (passages) passages.push(passage);
    else byLetter.set(letter, [passage]);
  }
  // In the order in which a letter is read: both are the same JSON.
  return letters.map(({ joins, ...letter }) => ({ ...letter, passages: byLetter.get(letter.id) ?? [], joins }));
}

/** All passages in the index's order: letter by letter, from beginning to end. */
export function corpusPassages(letters: readonly Letter[]): Corpus['passages'] {
  return letters.flatMap((letter) => letter.passages.map((passage) => ({ letter, passage })));
}

/** About as many characters are made bytes at a time: all of them at once may be longer than a string can be. */
const PIECE = 1 << 20;

function jsonLines(values: readonly unknown[]): Buffer {
  const pieces: Buffer[] = [];
  let lines = '';
  for (const value of values) {
    lines += `${JSON.stringify(value)}\n`;
    if (lines.length < PIECE) continue;
    pieces.push(Buffer.from(lines));
    lines = '';
  }
  return Buffer.concat([...pieces, Buffer.from(lines)]);
}

async function parseLines<T>(folder: string, kind: string, bytes: Buffer, parse: (json: unknown) => T): Promise<T[]> {
  try {
    return await mapInSlices(linesOf(bytes), (line) => parse(JSON.parse(line)));
  } catch (cause) {
    throw new IndexProblem('broken', folder, `its ${kind} can't be read`, { cause });
  }
}

/** One after the other: all of them at once may be longer than a string can be. */
function* linesOf(bytes: Buffer): Generator<string> {
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf('\n', from);
    const to = end < 0 ? bytes.length : end;
    if (to > from) yield bytes.toString('utf8', from, to);
    from = to + 1;
  }
}
