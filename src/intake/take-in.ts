import { createHash } from 'node:crypto';
import { LetterError } from '../letters/errors.ts';
import { Problem } from '../problem.ts';
import { whyNotWritten } from '../why-not-written.ts';
import { type Conversion, convert } from './convert.ts';
import { withKnown } from './known-facts.ts';
import { knownFile } from './known-file.ts';
import { type Placed, type PlaceOptions, place, type Shelves } from './place.ts';
import { readShelf } from './shelf/read-shelf.ts';
import { Shelf } from './shelf/shelf.ts';
import type { Found } from './sources.ts';
import type { SourceFile } from './types.ts';

export interface IntakeOptions extends PlaceOptions {
  /** Reads a file; in this process where it is not given. */
  readonly convert?: ((file: SourceFile) => Promise<Conversion>) | undefined;
  /** Told how many files were dealt with. */
  readonly onFile?: ((done: number) => void) | undefined;
}

/** What became of one letter, or of a file that is none. */
export type Outcome =
  | Placed
  | { readonly status: 'failed'; readonly problem: Error & { readonly file: string } }
  | { readonly status: 'passed over'; readonly name: string };

/**
 * Takes letters into the letters folder, one after the other: a text file and a sidecar each. What cannot be read is
 * reported and the rest goes on; what is there already is left alone unless it is to be replaced.
 *
 * @throws {Problem} where the letters folder itself can't be read or written to.
 */
export async function* takeIn(found: AsyncIterable<Found>, options: IntakeOptions): AsyncGenerator<Outcome> {
  const shelves: Shelves = { before: await readShelf(options.lettersDir, options), added: new Shelf() };
  let done = 0;
  for await (const one of found) {
    if (one.kind === 'problem') yield { status: 'failed', problem: one.problem };
    else if (one.kind === 'other') yield { status: 'passed over', name: one.name };
    else yield* takeFileIn(one, shelves, options);
    options.onFile?.(++done);
  }
}

async function* takeFileIn(
  { file, folder, known }: Extract<Found, { kind: 'file' }>,
  shelves: Shelves,
  options: IntakeOptions,
): AsyncGenerator<Outcome> {
  const origin = { sha256: sha256(file.bytes), folder };
  const before = options.replace ? [] : await knownFile(file, origin.sha256, shelves.before, options.lettersDir);
  yield* before;
  if (before.length > 0) return;
  const { letters, problems } = await (options.convert ?? convert)(file);
  for (const converted of letters) {
    let outcome: Outcome;
    try {
      const letter = known ? withKnown(converted, known) : converted;
      outcome = await place(letter, origin, shelves, options);
    } catch (error) {
      outcome = failed(error, options.lettersDir);
    }
    yield outcome;
  }
  for (const problem of problems) yield { status: 'failed', problem };
}

/** What is wrong with one letter, or with its sidecar; the others are taken in. */
function failed(cause: unknown, folder: string): Outcome {
  if (cause instanceof LetterError) return { status: 'failed', problem: cause };
  const why = whyNotWritten(cause);
  if (why === null) throw cause;
  throw new Problem(`The letters folder ${folder} can't be written to: ${why}. Letters taken in before that stay.`, {
    cause,
  });
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
