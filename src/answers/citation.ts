import { paperName } from '../letters/papers.ts';
import type { Letter, MetadataField, Passage } from '../letters/types.ts';
import { contentWords } from '../retrieval/analysis/content-words.ts';
import { stem } from '../retrieval/analysis/stem.ts';
import { formatDate, type TextLanguage } from '../texts/dates.ts';
import { texts } from '../texts/texts.ts';
import type { LetterRef } from './schema.ts';

/**
 * How a passage is referred to, in the letter's language: "Verslag NAVO-ministers van Defensie, 21 en 22 oktober 2021,
 * brief van 4 november 2021, Kamerstuk 28 676, nr. 348, § Afghanistan". What was inferred is marked.
 */
export function citationOf(letter: Letter, passage: Passage): string {
  return reference({ ...letter.metadata, title: letter.title }, sectionTitle(letter, passage.section), 'nl');
}

/** A quote's citation for a reader: its letter's title and heading as they are, the rest in the reader's language. */
export function citationIn({ citation, letter, section }: Cited, language: TextLanguage): string {
  return language === 'nl' ? citation : reference(letter, section, language);
}

/** The same without the section: how the letter is referred to. */
export function letterCitation({ citation, letter, section }: Cited, language: TextLanguage): string {
  if (language !== 'nl') return reference(letter, null, language);
  const end = section === null ? '' : `, ${ending(section)}`;
  return end !== '' && citation.endsWith(end) ? citation.slice(0, -end.length) : citation;
}

type Referred = Pick<LetterRef, 'title' | 'letterDate' | 'dossiers' | 'number' | 'inferred'>;

/** What a quote is referred to by. */
interface Cited {
  readonly citation: string;
  readonly section: string | null;
  readonly letter: Referred;
}

function reference(letter: Referred, section: string | null, language: TextLanguage): string {
  const { written, inferred } = texts(language).letters;
  const marked = (field: MetadataField, text: string) =>
    letter.inferred.some((entry) => entry.field === field) ? inferred(text) : text;
  const paper = paperName(letter);
  const parts = [
    letter.title,
    letter.letterDate && marked('letterDate', written(formatDate(letter.letterDate, language))),
    paper && marked('dossiers', paper),
    section && ending(section),
  ];
  return parts.filter(Boolean).join(', ');
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
