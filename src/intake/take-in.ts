import { createHash } from 'node:crypto';
import { convert } from './convert.ts';
import { withKnown } from './known-facts.ts';
import { type Placed, type PlaceOptions, place, type Shelf } from './place.ts';
import { readShelf } from './shelf/shelf.ts';
import type { Found } from './sources.ts';
import type { Ocr } from './types.ts';

export interface IntakeOptions extends PlaceOptions {
  readonly ocr?: Ocr | undefined;
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
 * @throws LetterError where the letters folder itself cannot be read.
 */
export async function* takeIn(found: AsyncIterable<Found>, options: IntakeOptions): AsyncGenerator<Outcome> {
  const shelf: Shelf = { before: await readShelf(options.lettersDir), added: [] };
  for await (const one of found) {
    if (one.kind === 'problem') yield { status: 'failed', problem: one.problem };
    else if (one.kind === 'other') yield { status: 'passed over', name: one.name };
    else {
      const { letters, problems } = await convert(one.file, { ocr: options.ocr });
      const origin = { sha256: sha256(one.file.bytes), folder: one.folder };
      for (const converted of letters) {
        const letter = one.known ? withKnown(converted, one.known) : converted;
        yield await place(letter, origin, shelf, options);
      }
      for (const problem of problems) yield { status: 'failed', problem };
    }
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
