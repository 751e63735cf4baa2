import { paperName } from '../letters/papers.ts';
import { markerOf, questionNumbers } from '../letters/questions.ts';
import type { Letter, MetadataField, Passage } from '../letters/types.ts';
import { contentWords } from '../retrieval/analysis/content-words.ts';
import { stem } from '../retrieval/analysis/stem.ts';
import { formatDate, type TextLanguage } from '../texts/dates.ts';
import { texts } from '../texts/texts.ts';
import type { LetterRef, Quote } from './schema.ts';

/**
 * How a passage is referred to, in the letter's language: "Verslag NAVO-ministers van Defensie, 21 en 22 oktober 2021,
 * brief van 4 november 2021, Kamerstuk 28 676, nr. 348, § Afghanistan". What was inferred is marked.
 */
export function citationOf(letter: Letter, passage: Passage): string {
  const section = sectionTitle(letter, passage.section);
  const question = answeredQuestion(letter, passage);
  return reference({ ...letter.metadata, title: letter.title }, headingIn({ section, question }, 'nl'), 'nl');
}

/** A quote's citation for a reader: its letter's title and heading as they are, the rest in the reader's language. */
export function citationIn(cited: Cited, language: TextLanguage): string {
  return language === 'nl' ? cited.citation : reference(cited.letter, headingIn(cited, language), language);
}

/** The same without the section: how the letter is referred to. */
export function letterCitation(cited: Cited, language: TextLanguage): string {
  const { citation, letter } = cited;
  if (language !== 'nl') return reference(letter, null, language);
  const heading = headingIn(cited, language);
  const end = heading === null ? '' : `, ${ending(heading)}`;
  return end !== '' && citation.endsWith(end) ? citation.slice(0, -end.length) : citation;
}

type Referred = Pick<LetterRef, 'title' | 'letterDate' | 'dossiers' | 'number' | 'inferred'>;

/** Under which heading something stands, and which question it answers. */
type Placed = Pick<Quote, 'section' | 'question'>;

/** What a quote is referred to by. */
interface Cited extends Placed {
  readonly citation: string;
  readonly letter: Referred;
}

/**
 * The heading that a quote is referred to by: where an answer stands right under its question, without a heading of its
 * own, it is said to be the answer.
 */
export function headingIn({ section, question }: Placed, language: TextLanguage): string | null {
  if (section === null || question === null) return section;
  const asks = markerOf(section) === 'asks' || questionNumbers(section) !== null;
  return asks ? texts(language).letters.answerUnder(section) : section;
}

/** The question of a member of parliament that a passage answers; null where it answers none. */
export function answeredQuestion({ sections }: Letter, { kind, section }: Passage): string | null {
  return kind === 'paragraph' ? (sections[section]?.question ?? null) : null;
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
