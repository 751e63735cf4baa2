import type { Span } from '../types.ts';
import { DUTCH_MONTHS, daysIn, ENGLISH_MONTHS, monthNumber, SHORT_MONTHS } from './months.ts';

/** A day, month or year as it is written; what is not written is null. Months are 1 to 12. */
export interface WrittenDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** One place in a text that names one or more days ("21 en 22 oktober 2021") or months, or a year. */
export interface DateMention extends Span {
  /** In the order of the text; the year and month of a list are given to each of its days and months. */
  readonly dates: readonly WrittenDate[];
  /** Whether all that lies between the first and the last is named too: "28 juni t/m 2 juli". */
  readonly isRange: boolean;
  /** "jl.", "a.s.", "last", "next": which way the year lies where it is not written. */
  readonly direction: 'past' | 'future' | null;
}

/** Names of months that are also other words: only a month where a day or year stands with it. */
const AMBIGUOUS = new Set(['may', 'march', 'mar', 'jan', 'dec', 'sep', 'jun', 'jul', 'aug']);

/** What stands between the first and the last of a range. */
const TO = new Set(['-', '–', 't', 'tot', 'to', 'through']);

const S = '\\s{1,6}';
const OPTIONAL_S = '\\s{0,6}';
const FULL_NAMES = [...DUTCH_MONTHS, ...ENGLISH_MONTHS].join('|');
const SHORT_NAMES = [...SHORT_MONTHS].sort((a, b) => b.length - a.length).join('|');
const MONTH = `(?:(?:${FULL_NAMES})|(?:${SHORT_NAMES})\\.?)`;
const WEEKDAY = '(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const DAY = `(?:${WEEKDAY},?${S})?(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th|e|ste|de)?`;
const AND = `(?:${OPTIONAL_S}[,&–/-]${OPTIONAL_S}(?:(?:en|and)${S})?|${S}(?:en|and|t/m|tot${S}en${S}met|tot|to|through)${S})`;
const DAYS = `${DAY}(?:${AND}${DAY}){0,5}`;
const YEAR = '(?:19|20)\\d{2}';
const NOT_IN_WORD = '(?<![\\p{L}\\p{N}.,/-])';
const END = '(?![\\p{L}\\p{N}])';
/** Digits beside these are an amount of money: "€ 2000", "2000 euro". */
const NO_SIGN_BEFORE = '(?<!(?:[€$£]|(?<!\\p{L})EUR)\\s{0,3})';
const NO_SIGN_BEHIND = `(?!\\s{0,3}(?:(?:euros?|eur)${END}|€(?!\\s{0,3}\\d)))`;

/** "21 en 22 oktober 2021", "30 november en 1 december", "21st of October": lists of days, each list with its month. */
const DAY_FIRST = `(?:${DAYS}(?:${S}of)?${S}${MONTH}(?:${AND}${DAYS}(?:${S}of)?${S}${MONTH}){0,2}(?:,?${S}${YEAR})?)`;
/** "October 21 and 22, 2021", "November 30 and December 1, 2021". */
const MONTH_FIRST = `(?:${MONTH}${S}${DAYS}(?!\\d)(?:${AND}${MONTH}${S}${DAYS}(?!\\d)){0,2}(?:,?${S}${YEAR})?)`;
/** "2021-10-21", "21-10-2021", "21/10/2021", "21.10.2021". */
const NUMERIC = `(?:${YEAR}-\\d{1,2}-\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]${YEAR})`;
/** "oktober 2021", "oktober", "oktober en november 2021". */
const MONTHS_ONLY = `(?:${MONTH}(?:${AND}${MONTH}){0,5}(?:${S}(?:van${S})?${YEAR})?)`;
const MENTION = new RegExp(
  `${NOT_IN_WORD}${NO_SIGN_BEFORE}(?:(?<numeric>${NUMERIC})|(?<dayFirst>${DAY_FIRST})|(?<monthFirst>${MONTH_FIRST})|(?<months>${MONTHS_ONLY})|(?<year>${YEAR}))${END}${NO_SIGN_BEHIND}`,
  'giu',
);
const PAST = /^\s{0,3}(?:jl\b|j\.l\b|l\.l\b|jongstleden|laatstleden)/i;
const FUTURE = /^\s{0,3}(?:a\.s\b|aanstaande|eerstkomende)/i;
const PAST_BEFORE = /\b(?:last|past|previous|afgelopen|vorige?)\s{1,3}$/i;
const FUTURE_BEFORE = /\b(?:next|coming|upcoming|komende|volgende?)\s{1,3}$/i;

/**
 * All dates a text names, in Dutch and English, in order, not overlapping: days, lists and ranges of days, months,
 * years; in any case, also across a line end. Offsets are into the text given.
 */
export function findDates(text: string): DateMention[] {
  const mentions: DateMention[] = [];
  for (const match of text.matchAll(MENTION)) {
    const { dates, isRange } = readMention(match[0], match.groups ?? {});
    if (dates.length === 0) continue;
    const end = match.index + match[0].length;
    mentions.push({ start: match.index, end, dates, isRange, direction: directionAt(text, match.index, end) });
  }
  return mentions;
}

type Read = Pick<DateMention, 'dates' | 'isRange'>;

function readMention(raw: string, groups: Record<string, string | undefined>): Read {
  if (groups.numeric !== undefined) return { dates: readNumeric(raw), isRange: false };
  if (groups.year !== undefined) return { dates: [{ year: Number(raw), month: null, day: null }], isRange: false };
  const words = raw.toLowerCase().match(/\d+|\p{L}+|[–-]/gu) ?? [];
  const year = words.findLast((word) => /^\d{4}$/.test(word));
  const hasDay = words.some((word) => /^\d{1,2}$/.test(word));
  const listed = hasDay ? readDays(words, groups.monthFirst !== undefined) : readMonths(words);
  if (!hasDay && year === undefined && words.every((word) => !isMonth(word) || AMBIGUOUS.has(word)))
    return { dates: [], isRange: false };
  const isRange = listed.length > 1 && words.some((word) => TO.has(word));
  const [first, last, ...others] = listed;
  const dates = isRange && first && last && others.length === 0 ? fill(first, last) : listed;
  return { dates: withYear(dates, year === undefined ? null : Number(year)).filter(exists), isRange };
}

type InYear = Pick<WrittenDate, 'month' | 'day'>;

function isMonth(word: string): boolean {
  return monthNumber(word) !== undefined;
}

function readMonths(words: readonly string[]): InYear[] {
  return words.filter(isMonth).map((word) => ({ month: monthNumber(word) ?? null, day: null }));
}

/** The days of a list with their months. A day belongs to the month named next, or before it in English order. */
function readDays(words: readonly string[], monthFirst: boolean): InYear[] {
  const days: { month: number | null; day: number }[] = [];
  let waiting = 0;
  let current: number | null = null;
  for (const word of words) {
    const month = monthNumber(word);
    if (month !== undefined) {
      if (!monthFirst) for (const day of days.slice(days.length - waiting)) day.month = month;
      waiting = 0;
      current = month;
    } else if (/^\d{1,2}$/.test(word)) {
      days.push({ month: monthFirst ? current : null, day: Number(word) });
      waiting += 1;
    }
  }
  return days;
}

/** "14 t/m 16 juni" names the 15th too, "oktober t/m december" November. Days of two months are left as they are. */
function fill(first: InYear, last: InYear): InYear[] {
  const { month } = first;
  if (month === null || last.month === null) return [first, last];
  if (first.day === null || last.day === null) {
    const end = last.month < month ? last.month + 12 : last.month;
    return upTo(month, end).map((one) => ({ month: ((one - 1) % 12) + 1, day: null }));
  }
  const isOfOneMonth = month === last.month && first.day < last.day;
  return isOfOneMonth ? upTo(first.day, last.day).map((day) => ({ month, day })) : [first, last];
}

function upTo(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Lists go on in time and their year is that of the last: "31 december en 1 januari 2022" begins in 2021. */
function withYear(dates: readonly InYear[], last: number | null): WrittenDate[] {
  let year = last;
  return dates
    .toReversed()
    .map((date, i, reversed) => {
      const next = reversed[i - 1];
      if (year !== null && next && (date.month ?? 0) > (next.month ?? 0)) year -= 1;
      return { year, ...date };
    })
    .toReversed();
}

function readNumeric(raw: string): WrittenDate[] {
  const [a = 0, b = 0, c = 0] = raw.split(/[-/.]/).map(Number);
  const date = a > 31 ? { year: a, month: b, day: c } : { year: c, month: b, day: a };
  return exists(date) ? [date] : [];
}

/** Whether there is such a day; without a year, in a leap year. */
function exists(date: WrittenDate): boolean {
  if (date.month === null) return true;
  if (date.month < 1 || date.month > 12) return false;
  return date.day === null || (date.day >= 1 && date.day <= daysIn(date.year, date.month));
}

function directionAt(text: string, start: number, end: number): DateMention['direction'] {
  const after = text.slice(end, end + 20);
  const before = text.slice(Math.max(0, start - 12), start);
  if (PAST.test(after) || PAST_BEFORE.test(before)) return 'past';
  return FUTURE.test(after) || FUTURE_BEFORE.test(before) ? 'future' : null;
}

/**
 * ISO date of a written day, with the given year where it has none of its own; null where day, month or year is missing,
 * or that year has no such day.
 */
export function toIso(date: WrittenDate, year: number | null = null): string | null {
  const known = date.year ?? year;
  if (known === null || date.month === null || date.day === null || !exists({ ...date, year: known })) return null;
  return `${known}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
}
