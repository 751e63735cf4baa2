import type { Letter, Passage } from '../letters/types.ts';
import { formatDate } from '../texts/dates.ts';

/**
 * How a passage is referred to, in the letter's language: "Verslag NAVO-ministers van Defensie, 21 en 22 oktober 2021,
 * brief van 4 november 2021, Kamerstuk 28 676, nr. 348, § Afghanistan". A date that was inferred is marked.
 */
export function citationOf(letter: Letter, passage: Passage): string {
  const { metadata, title } = letter;
  const uncertain = metadata.inferred.some((entry) => entry.field === 'letterDate') ? ' (afgeleid)' : '';
  const date = metadata.letterDate ? `brief van ${formatDate(metadata.letterDate, 'nl')}${uncertain}` : null;
  const section = letter.sections[passage.section]?.title;
  return [title, date, kamerstuk(letter), section ? `§ ${section}` : null].filter((part) => part !== null).join(', ');
}

/** "Kamerstuk 28 676, nr. 280"; null where the dossier is not known. */
function kamerstuk({ metadata }: Letter): string | null {
  const dossiers = metadata.dossiers.join(' / ');
  if (dossiers === '') return null;
  return `Kamerstuk ${dossiers}${metadata.number ? `, nr. ${metadata.number}` : ''}`;
}
