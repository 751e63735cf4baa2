import { paperName } from '../letters/papers.ts';
import type { Letter, MetadataField, Passage } from '../letters/types.ts';
import { formatDate } from '../texts/dates.ts';

/**
 * How a passage is referred to, in the letter's language: "Verslag NAVO-ministers van Defensie, 21 en 22 oktober 2021,
 * brief van 4 november 2021, Kamerstuk 28 676, nr. 348, § Afghanistan". What was inferred is marked.
 */
export function citationOf(letter: Letter, passage: Passage): string {
  const { metadata, title } = letter;
  const section = letter.sections[passage.section]?.title;
  const paper = paperName(metadata);
  const parts = [
    title,
    metadata.letterDate && marked(letter, 'letterDate', `brief van ${formatDate(metadata.letterDate, 'nl')}`),
    paper && marked(letter, 'dossiers', paper),
    section && `§ ${section}`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** Where a passage can be read: the letter's publication, opened at the page where that is a PDF. */
export function linkTo({ metadata: { url } }: Letter, { page }: Passage): string | null {
  if (url === null || page === null || !URL.canParse(url)) return url;
  const { pathname, hash } = new URL(url);
  return hash === '' && /\.pdf$/i.test(pathname) ? `${url}#page=${page}` : url;
}

function marked({ metadata }: Letter, field: MetadataField, text: string): string {
  return metadata.inferred.some((entry) => entry.field === field) ? `${text} (afgeleid)` : text;
}
