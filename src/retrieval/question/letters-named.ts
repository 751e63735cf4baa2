import { daysOf } from '../../letters/dates/days.ts';
import { isPaper, typedPaper } from '../../letters/papers.ts';
import type { Letter } from '../../letters/types.ts';
import type { Corpus, QuestionFilters } from '../types.ts';
import { isCalled } from './called.ts';
import { hasContent } from './content.ts';
import { type DateRange, datesIn, monthsIn } from './dates.ts';
import { isReferredTo, LETTER_WORD, sinceLetter } from './letters-referred-to.ts';
import { ministryMeant } from './ministry-meant.ts';
import { relativeLetter } from './relative-letter.ts';
import { isOfMeeting } from './report-of.ts';
import { signatoryMeant } from './signatory-meant.ts';

/** What a question says about which letters it means. */
export interface LettersNamed {
  /** How far each letter of the corpus is the one that is named: 0 to 1. All 0 where none is. */
  readonly weight: ReadonlyMap<Letter, number>;
  /** What is explicit enough to leave other letters out. */
  readonly filters: QuestionFilters;
  /** More than one time is named: the answer lies in several letters. */
  readonly several: boolean;
  /** A letter of a date is asked for outright, and there is none of that date. */
  readonly absent: boolean;
  /** The question without the words that only say which letter is meant; as it is where nothing else would be left. */
  readonly subject: string;
}

const LEADING = String.raw`(?:\b(?:in|op|uit|van|bij|tijdens|volgens|at|on|from|during|according to|of)\s+)?(?:\b(?:de|het|the|een|a)\s+)?`;
/** A word for a letter or a meeting with a date right behind it, and one right before it. */
const BEFORE = new RegExp(
  String.raw`${LEADING}\b${LETTER_WORD}(?<between>(?:\s+(?:d\.d\.|[\p{L}-]+)){0,5}?)\s*$`,
  'iu',
);
const AFTER = new RegExp(String.raw`^(?:\s+[\p{L}-]+)?\s+${LETTER_WORD}(?![\p{L}])\s*,?`, 'iu');
/** A word for a letter, not for a meeting, right before a date: letters speak of other meetings, but are what they are. */
const DOCUMENT_OF =
  /(?<!\p{L})(?:agenda|verslag|brief|kamerbrief|report|letter)\s+(?:van|uit|of|from|dated)\s+(?:(?:de|het|the)\s*)?$/iu;
/** What a letter is about, between the word for it and a date: "de brief over lood van 14 maart 2019". */
const ABOUT =
  /(?<!\p{L})(?:(?:over|about|inzake|betreffende|omtrent|regarding)(?!\p{L})|on\s+(?!the\s*$)(?=\p{L})).*$/isu;
/** Only behind these a date is then that of the letter: "de brief over jeugdzorg in 2023" may be of any year. */
const DATED = /(?<=\s)(?:van|uit|of|from|dated|gedateerd|d\.d\.)(?:\s+(?:de|het|the))?\s*$/iu;
const LEADING_END = new RegExp(`${LEADING}$`, 'iu');

const NUMBER = /\bnr\.?\s*(\d{1,5})\b|\bnumber\s+(\d{1,5})\b/i;

/** What it says for a letter that its meeting was in a month that is named without a year. */
const SAME_MONTH = 0.4;

/** What it says for a letter that the ministry is its own that a question names. */
const OWN_MINISTRY = 0.6;

/** Finds dates, kinds, numbers and places in time of letters in a question. */
export function lettersNamed(question: string, corpus: Corpus): LettersNamed {
  const dates = datesIn(question);
  const months = dates.length > 0 ? [] : monthsIn(question);
  const kind = kindNamed(question);
  const number = NUMBER.exec(question);
  const sameKind = corpus.letters.filter(({ metadata }) => !kind || metadata.kind === kind);
  const relative = dates.length + months.length > 0 ? null : relativeLetter(question, sameKind);
  const ministry = ministryMeant(question, corpus);
  const several = new Set(dates.map((date) => date.from.slice(0, 7))).size > 1;
  const reference = several ? null : (paperReference(question, corpus) ?? explicitReference(question, dates, corpus));
  // What came after a letter is not told by that one rather than by others.
  const own = dates.filter(({ start }) => !reference || sinceLetter(question.slice(0, start)) === null);
  const weight = new Map<Letter, number>();
  for (const letter of corpus.letters) {
    let score = Math.max(0, ...own.map((date) => dateMatch(letter, date)));
    if (months.some((month) => monthsOf(letter).includes(month))) score += SAME_MONTH;
    if (kind && letter.metadata.kind === kind) score += dates.length > 0 ? 0.3 : 0.2;
    if (number && letter.metadata.number === (number[1] ?? number[2])) score += 1;
    if (letter === relative) score += 1;
    if (ministry?.letters.has(letter)) score += OWN_MINISTRY;
    if (score > 0) weight.set(letter, Math.min(1, score));
  }
  const signed = signatoryMeant(question, corpus);
  const meant = signed ?? ministry;
  const subject = reference?.subject ?? question;
  return {
    weight,
    several,
    absent: !several && asksForAbsent(question, dates, corpus),
    filters: { ...reference?.filters, ...(signed?.signatory !== undefined && { signatory: signed.signatory }) },
    subject: meant ? subject.replace(meant.words, meant.by) : subject,
  };
}

/** How well a date fits a letter: its meeting's date best, then its own, then only the year. */
function dateMatch(letter: Letter, date: DateRange): number {
  const meeting = letter.metadata.meeting?.dates ?? [];
  if (meeting.some((day) => day >= date.from && day <= date.to)) return date.precision === 'year' ? 0.7 : 1;
  const own = letter.metadata.letterDate;
  if (own && own >= date.from && own <= date.to) return date.precision === 'year' ? 0.6 : 0.8;
  return 0;
}

function monthsOf({ metadata }: Letter): number[] {
  const days = metadata.meeting?.dates ?? [metadata.letterDate ?? ''];
  return days.map((day) => Number(day.slice(5, 7)));
}

function kindNamed(question: string): Letter['metadata']['kind'] | null {
  if (/\b(?:verslag|verslagen|report|minutes)\b/i.test(question)) return 'report';
  return /\bagenda\b/i.test(question) ? 'annotated_agenda' : null;
}

/** Behind these a paper is where an answer should stand, not what is asked about. */
const WITHIN =
  /(?<!\p{L})(?:in|uit|volgens|blijkens|from|according to)\s{1,3}(?:(?:de|het|the)\s{1,3})?(?:(?:kamer)?brief|verslag|agenda|letter|report|paper|document)?\s{0,3}$/iu;
const SAYS =
  /^\W{0,9}(?:(?:en|and)\s{1,3})?(?:wat|hoe|waarom|what|how|why)\s{1,3}(?:zegt|schrijft|meldt|stelt|vermeldt|does|did)\s{1,3}(?:(?:de|het|the)\s{1,3})?(?:(?:kamer)?brief|letter|paper)?\s{0,3}$/iu;

/** "In Kamerstuk 28 676, nr. 348": only that letter is meant, where it is there. */
function paperReference(question: string, { letters }: Corpus) {
  const paper = typedPaper(question) ?? numberAlone(question);
  const called = letters.filter(({ metadata }) => paper && isMeant(paper.slug, metadata));
  const [letter, ...others] = called;
  if (!paper || !letter || others.length > 0) return null;
  const head = question.slice(0, paper.start);
  const before = WITHIN.exec(head);
  if (!before && !SAYS.test(head)) return null;
  const rest = `${head.slice(0, before?.index)} ${question.slice(paper.end)}`;
  const subject = hasContent(rest) ? rest.replace(/\s+/g, ' ').trim() : question;
  return { filters: { letter: letter.id }, subject };
}

/** A dossier alone is no paper; a number alone is one where only one letter has it. */
function isMeant(slug: string, metadata: Letter['metadata']): boolean {
  return slug === metadata.number || isPaper(slug, metadata);
}

function numberAlone(question: string) {
  const match = NUMBER.exec(question);
  return match && { start: match.index, end: match.index + match[0].length, slug: match[1] ?? match[2] ?? '' };
}

/** Whether a letter of a date is asked for where all letters are dated and none of then. */
function asksForAbsent(question: string, [date]: readonly DateRange[], { letters }: Corpus): boolean {
  const head = question.slice(0, date?.start);
  if (!date || !DOCUMENT_OF.test(head) || isReferredTo(head)) return false;
  const dated = letters.every(({ metadata }) => metadata.letterDate !== null || metadata.meeting !== null);
  return dated && letters.every((letter) => dateMatch(letter, date) === 0);
}

/**
 * A date right beside a word for a letter or a meeting, where a letter of that date exists; behind "since", where one from
 * then on does.
 */
function explicitReference(question: string, [date]: readonly DateRange[], corpus: Corpus) {
  if (!date) return null;
  const head = question.slice(0, date.start);
  const since = sinceLetter(head);
  if (since === null && isReferredTo(head)) return null;
  const filters = { from: date.from, ...(since === null && { to: date.to }) };
  if (!corpus.letters.some((letter) => passes(letter, filters))) return null;
  const tail = question.slice(date.end);
  const before = BEFORE.exec(head);
  const after = before ? null : AFTER.exec(tail);
  if (!before && !after) return null;
  if (!isLetter(before?.[0] ?? '', question.slice(date.start, date.end), after?.[0] ?? '')) return null;
  const about = ABOUT.exec(before?.groups?.between ?? '')?.[0] ?? '';
  if (about !== '' && !DATED.test(about)) return null;
  const start = since ?? before?.index ?? LEADING_END.exec(head)?.index ?? head.length;
  const rest = `${head.slice(0, start)} ${about.replace(DATED, '').trimEnd()}${tail.slice(after?.[0].length ?? 0)}`;
  const subject = hasContent(rest) ? rest.replace(/\s+/g, ' ').trim() : question;
  return { filters, subject };
}

const REPORT = /(?<!\p{L})report(?!\p{L})/iu;

/** Whether the words right before or behind a date name a letter: "the report of March 2019", not "the 2021 IPCC report". */
function isLetter(before: string, date: string, after: string): boolean {
  const [head = '', ...rest] = `${before}${after}`.split(REPORT);
  if (rest.length === 0) return true;
  const telling = before === '' ? head.trim() : rest.join(' ').trim();
  return telling === '' || isOfMeeting(before === '' ? telling : `${telling} ${date}`);
}

/** Whether a letter passes filters; dates are those of its meeting, or its own. */
export function passes(letter: Letter, filters: QuestionFilters): boolean {
  const { meeting, letter: wanted, from, to, signatory } = filters;
  if (signatory !== undefined && !letter.metadata.signatories.some(({ name }) => isCalled(name, signatory)))
    return false;
  if (wanted !== undefined && wanted !== letter.id && wanted !== letter.file) return false;
  if (meeting !== undefined && meeting !== letter.metadata.meeting?.id) return false;
  if (from === undefined && to === undefined) return true;
  return daysOf(letter.metadata).some((day) => (from === undefined || day >= from) && (to === undefined || day <= to));
}
