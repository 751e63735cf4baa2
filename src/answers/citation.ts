import { paperName } from '../letters/papers.ts';
import type { Letter, MetadataField, Passage } from '../letters/types.ts';
import { contentWords } from '../retrieval/analysis/content-words.ts';
import { stem } from '../retrieval/analysis/stem.ts';
import { formatDate } from '../texts/dates.ts';

/**
 * How a passage is referred to, in the letter's language: "Verslag NAVO-ministers van Defensie, 21 en 22 oktober 2021,
 * brief van 4 november 2021, Kamerstuk 28 676, nr. 348, § Afghanistan". What was inferred is marked.
 */
export function citationOf(letter: Letter, passage: Passage): string {
  const { metadata, title } = letter;
  const section = sectionTitle(letter, passage.section);
  const paper = paperName(metadata);
  const parts = [
    title,
    metadata.letterDate && marked(letter, 'letterDate', `brief van ${formatDate(metadata.letterDate, 'nl')}`),
    paper && marked(letter, 'dossiers', paper),
    section && ending(section),
  ];
  return parts.filter(Boolean).join(', ');
}

/** A citation without the section: how the letter is referred to. */
export function letterCitation({
  citation,
  section,
}: {
  readonly citation: string;
  readonly section: string | null;
}): string {
  const end = section === null ? '' : `, ${ending(section)}`;
  return end !== '' && citation.endsWith(end) ? citation.slice(0, -end.length) : citation;
}

function ending(section: string): string {
  return `§ ${section}`;
}

/** A heading of so many telling words that the letter's title says all of them is that title once more. */
const TITLE_WORDS = 4;

/** The heading that a passage is referred to by; null where there is none, or it only says again what letter this is. */
export function sectionTitle({ title, sections }: Letter, section: number): string | null {
  const heading = sections[section]?.title ?? null;
  if (heading === null) return null;
  const words = wordsOf(heading);
  const said = new Set(wordsOf(title));
  return words.length >= TITLE_WORDS && words.every((word) => said.has(word)) ? null : heading;
}

/** The telling words of a title by their stems, each side of a hyphen apart. */
function wordsOf(title: string): string[] {
  return contentWords(title).flatMap(({ form, parts }) => (parts.length > 0 ? parts : [form]).map(stem.nl));
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
