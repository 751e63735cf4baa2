import path from 'node:path';
import { THESAURUS } from '../letters/walk.ts';
import { Problem } from '../problem.ts';
import { ownThesauri, type Thesaurus, thesauriWith } from '../retrieval/lexical/thesaurus.ts';

/** The user's own thesaurus has a line that can't be read. */
export class ThesaurusProblem extends Problem {
  constructor(
    readonly file: string,
    readonly why: string,
  ) {
    super(`${file} can't be read: ${why}.`);
  }
}

/**
 * The bundled thesaurus, after the user's own where that file exists.
 * @throws {ThesaurusProblem} naming the line
 */
export function readThesauri(file: string): readonly Thesaurus[] {
  try {
    return thesauriWith(file);
  } catch (error) {
    throw new ThesaurusProblem(file, error instanceof Error ? error.message : String(error));
  }
}

/** The user's own thesaurus; none where it can't be read: what an index holds can be asked all the same. */
export function readableThesauri(lettersDir: string): readonly Thesaurus[] {
  try {
    return ownThesauri(path.join(lettersDir, THESAURUS));
  } catch {
    return [];
  }
}
