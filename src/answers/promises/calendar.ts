import { daysIn } from '../../letters/dates/months.ts';
import { addDays } from '../../letters/dates/periods.ts';

/** First and last day, ISO. */
export interface Days {
  readonly from: string;
  readonly to: string;
  /** Where a season or a recess begins differs from year to year. */
  readonly approximate?: boolean;
}

export function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** The same day so many months later, or that month's last. */
export function addMonths(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  return isoDay(
    first.getUTCFullYear(),
    first.getUTCMonth() + 1,
    Math.min(day, daysIn(first.getUTCFullYear(), first.getUTCMonth() + 1)),
  );
}

/** `count` whole months from the first of `month` on. */
export function monthsOf(year: number, month: number, count: number): Days {
  return { from: isoDay(year, month, 1), to: addDays(isoDay(year, month + count, 1), -1) };
}

const UNITS = {
  dag: 'dag|dagen|days?',
  week: 'week|weken|weeks?',
  maand: 'maand|maanden|months?',
  kwartaal: 'kwartaal|kwartalen|quarters?',
  jaar: 'jaar|jaren|years?',
} as const;

/** What the calendar is made of. */
export type Unit = keyof typeof UNITS;
const CALLED = (Object.keys(UNITS) as Unit[]).map((unit) => ({
  unit,
  names: new RegExp(`^(?:${UNITS[unit]})$`, 'iu'),
}));

/** The source of a pattern for any unit, in Dutch or English. */
export const UNIT = Object.values(UNITS).join('|');

/** The unit that a word of {@link UNIT} names. */
export function unitCalled(word: string): Unit {
  return CALLED.find(({ names }) => names.test(word))?.unit ?? 'dag';
}

/** A unit of the calendar by its distance from the one of a day. */
export function unitOf(unit: Unit, day: string, away: number): Days {
  const [year = 0, month = 1] = day.split('-').map(Number);
  if (unit === 'jaar') return monthsOf(year + away, 1, 12);
  if (unit === 'kwartaal') return monthsOf(year, 3 * Math.floor((month - 1) / 3) + 1 + 3 * away, 3);
  if (unit === 'maand') return monthsOf(year, month + away, 1);
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  const from = addDays(day, unit === 'week' ? 7 * away - weekday : away);
  return { from, to: unit === 'week' ? addDays(from, 6) : from };
}

/** The day so many units later; earlier for a negative number. */
export function later(day: string, count: number, unit: Unit): string {
  if (unit === 'dag') return addDays(day, count);
  if (unit === 'week') return addDays(day, 7 * count);
  return addMonths(day, count * (unit === 'maand' ? 1 : unit === 'jaar' ? 12 : 3));
}

const SEASONS: Readonly<Record<string, number>> = { voorjaar: 3, lente: 3, zomer: 6, najaar: 9, herfst: 9, winter: 12 };

/** A season as three whole months; the winter of a year ends in the next. */
export function seasonOf(name: string, year: number): Days | null {
  const month = SEASONS[name.toLowerCase()];
  return month === undefined ? null : { ...monthsOf(year, month, 3), approximate: true };
}

/** When parliament usually is in recess: month and day it begins and ends. */
const RECESSES: Readonly<Record<string, readonly [number, number, number, number]>> = {
  krokus: [2, 15, 3, 2],
  voorjaars: [2, 15, 3, 2],
  mei: [4, 24, 5, 9],
  zomer: [7, 5, 8, 31],
  '': [7, 5, 8, 31],
  herfst: [10, 16, 10, 24],
  najaars: [10, 16, 10, 24],
  kerst: [12, 20, 1, 11],
};

/** A recess of parliament: "zomer", "kerst"; the summer's for "" ("het reces"). Its days differ from year to year. */
export function recessOf(name: string, year: number): Days | null {
  const days = RECESSES[name.toLowerCase()];
  if (!days) return null;
  const [month, day, lastMonth, lastDay] = days;
  const to = isoDay(lastMonth < month ? year + 1 : year, lastMonth, lastDay);
  return { from: isoDay(year, month, day), to, approximate: true };
}

/** The day of the budget: the third Tuesday of September. */
export function budgetDay(year: number): Days {
  const first = new Date(Date.UTC(year, 8, 1)).getUTCDay();
  const day = isoDay(year, 9, 15 + ((2 - first + 7) % 7));
  return { from: day, to: day };
}

/** The first, middle or last third of some days: "begin", "medio", "eind". */
export function thirdOf({ from, to }: Days, third: 0 | 1 | 2): Days {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  const months = Math.round(days / 30.4);
  const cut = (part: number) =>
    months >= 3 ? addMonths(from, Math.round((months * part) / 3)) : addDays(from, Math.round((days * part) / 3));
  return { from: cut(third), to: third === 2 ? to : addDays(cut(third + 1), -1), approximate: true };
}
