import { UnparsedError } from './errors.ts';
import { type DecideHyphen, Fates } from './fates.ts';
import { contentId } from './ids.ts';
import { layOut, toParts } from './layout.ts';
import { findMetadata } from './metadata/metadata.ts';
import { letterTitle } from './metadata/title.ts';
import { showsPages } from './pages.ts';
import { toPassages } from './passages.ts';
import { metadataSchema } from './schema.ts';
import { toSections } from './sections.ts';
import type { Sidecar } from './sidecar.ts';
import type { Letter, LetterMetadata } from './types.ts';
import { readUnits } from './unit-texts.ts';
import { buildVocabulary } from './vocabulary.ts';

export interface LetterInput {
  /** Path relative to the letters folder, with forward slashes. */
  readonly file: string;
  /** The file's text, as `decodeText` gives it. */
  readonly source: string;
  readonly sidecar?: Sidecar | undefined;
  /** Decides about line-end hyphens, by the words of all letters; by the letter's own where it is left out. */
  readonly decide?: DecideHyphen | undefined;
}

/**
 * Reads one letter: parts, sections, passages and metadata. Takes time linear in its length.
 *
 * @throws UnparsedError where that can't be done.
 */
export function parseLetter(input: LetterInput): Letter {
  try {
    return parsed(input);
  } catch (error) {
    throw new UnparsedError(input.file, error);
  }
}

function parsed({
  file,
  source,
  sidecar,
  decide = new Fates(() => buildVocabulary([source])).decide,
}: LetterInput): Letter {
  const id = contentId('letter', source);
  const units = layOut(source, showsPages(sidecar?.source?.format));
  const parts = toParts(units);
  const { texts, joins } = readUnits(source, units, parts, decide);
  const sections = toSections(source.length, texts);
  const { metadata, meetingName } = findMetadata(texts, sidecar);
  assertStorable(metadata);
  return {
    id,
    file,
    source,
    title: sidecar?.title ?? letterTitle(metadata, meetingName, texts),
    metadata,
    parts,
    sections,
    passages: toPassages(id, texts, sections),
    joins,
  };
}

/** What an index would not load again keeps its letter out of it, not all others with it. */
function assertStorable(metadata: LetterMetadata): void {
  const { error } = metadataSchema.safeParse(metadata);
  if (error) throw new Error(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
}
