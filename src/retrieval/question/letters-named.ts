import type { Letter } from '../../letters/types.ts';
import type { Corpus, QuestionFilters } from '../types.ts';
import { type DateRange, datesIn } from './dates.ts';

/** What a question says about which letters it means. */
export interface LettersNamed {
  /** How far each letter of the corpus is the one that is named: 0 to 1. All 0 where none is. */
  readonly weight: ReadonlyMap<Letter, number>;
  /** What is explicit enough to leave other letters out. */
  readonly filters: QuestionFilters;
  /** More than one time is named: the answer lies in several letters. */
  readonly several: boolean;
}

const LETTER_WORD = `(?:verslag|verslagen|agenda|brief|kamerbrief|bijeenkomst|vergadering|ministeriële|top|overleg|report|letter|meeting|summit|minutes)`;
const BETWEEN = String.raw`(?:\s+(?:van|of|in|op|on|uit|from|over|voor|de|het|the|november|nov)|\s+\p{L}+){0,4}?\s*`;

/** Finds dates, kinds, dossiers and numbers of letters in a question. */
export function lettersNamed(question: string, corpus: Corpus): LettersNamed {
  const dates = datesIn(question);
  const kind = kindNamed(question);
  const number = /\bnr\.?\s*(\d{1,5})\b|\bnumber\s+(\d{1,5})\b/i.exec(question);
  const weight = new Map<Letter, number>();
  for (const letter of corpus.letters) {
    let score = Math.max(0, ...dates.map((date) => dateMatch(letter, date)));
    if (kind && letter.metadata.kind === kind) score += dates.length > 0 ? 0.3 : 0.2;
    if (number && letter.metadata.number === (number[1] ?? number[2])) score += 1;
    if (score > 0) weight.set(letter, Math.min(1, score));
  }
  const several = new Set(dates.map((date) => date.from.slice(0, 7))).size > 1;
  return { weight, several, filters: several ? {} : explicitFilters(question, dates, corpus) };
}

/** How well a date fits a letter: its meeting's date best, then its own, then only the year. */
function dateMatch(letter: Letter, date: DateRange): number {
  const meeting = letter.metadata.meeting?.dates ?? [];
  if (meeting.some((day) => day >= date.from && day <= date.to)) return date.precision === 'year' ? 0.7 : 1;
  const own = letter.metadata.letterDate;
  if (own && own >= date.from && own <= date.to) return date.precision === 'year' ? 0.6 : 0.8;
  return 0;
}

function kindNamed(question: string): Letter['metadata']['kind'] | null {
  if (/\b(?:verslag|verslagen|report|minutes)\b/i.test(question)) return 'report';
  return /\bagenda\b/i.test(question) ? 'annotated_agenda' : null;
}

/** A date right beside a word for a letter or a meeting, where a letter of that date exists. */
function explicitFilters(question: string, dates: readonly DateRange[], corpus: Corpus): QuestionFilters {
  const [date] = dates;
  if (!date) return {};
  const before = new RegExp(`${LETTER_WORD}${BETWEEN}$`, 'iu').test(question.slice(0, date.start));
  const after = new RegExp(`^(?:\\s+\\p{L}+)?\\s+${LETTER_WORD}\\b`, 'iu').test(question.slice(date.end));
  if (!before && !after) return {};
  const named = corpus.letters.filter((letter) => dateMatch(letter, date) > 0);
  return named.length > 0 ? { from: date.from, to: date.to } : {};
}

/** Whether a letter passes filters; dates are those of its meeting, or its own. */
export function passes(letter: Letter, filters: QuestionFilters): boolean {
  const { meeting, letter: wanted, from, to } = filters;
  if (wanted !== undefined && wanted !== letter.id && wanted !== letter.file) return false;
  if (meeting !== undefined && meeting !== letter.metadata.meeting?.id) return false;
  if (from === undefined && to === undefined) return true;
  const days = [...(letter.metadata.meeting?.dates ?? []), letter.metadata.letterDate].filter((day) => day !== null);
  return days.some((day) => (from === undefined || day >= from) && (to === undefined || day <= to));
}
