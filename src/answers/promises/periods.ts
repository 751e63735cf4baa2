import { findDates } from '../../letters/dates/find.ts';
import { DUTCH_MONTHS } from '../../letters/dates/months.ts';
import { periodOf } from '../../letters/dates/periods.ts';
import { budgetDay, type Days, isoDay, monthsOf, recessOf, seasonOf, unitCalled, unitOf } from './calendar.ts';

/** The days of a period in a given year; where it names a year itself, in that one. */
type InYear = (year: number) => Days | null;

/** A way in which letters name a period, without what stands before it ("voor", "eind"). */
interface PeriodForm {
  readonly pattern: string;
  readonly read: (groups: Readonly<Record<string, string | undefined>>, written: string) => InYear;
  /** It comes back every year: without a year it is the next one. */
  readonly yearly?: boolean;
}

const MONTH = DUTCH_MONTHS.join('|');
const ORDINALS = ['eerste|1e', 'tweede|2e', 'derde|3e', 'vierde|4e|laatste'] as const;
const NTH = `(?<nth>${ORDINALS.join('|')})`;
const OF_YEAR = (name: string) =>
  `(?:,? (?:van |in )?(?<${name}>(?:19|20)\\d{2}|dit jaar|volgend jaar|komend jaar|het jaar))?`;

function yearOf(named: string | undefined, written: string): number | null {
  if (named === undefined || named === 'het jaar') return null;
  if (/^\d/.test(named)) return Number(named);
  return Number(written.slice(0, 4)) + (named.startsWith('dit') ? 0 : 1);
}

function ordinal(written: string | undefined): number {
  return ORDINALS.findIndex((forms) => forms.split('|').includes(written?.toLowerCase() ?? ''));
}

const FORMS: readonly PeriodForm[] = [
  {
    pattern: `(?:de )?(?<day>\\d{1,2} (?:en \\d{1,2} )?(?:${MONTH})(?: (?:19|20)\\d{2})?|(?:${MONTH}) (?:19|20)\\d{2}|(?:${MONTH})(?![\\p{L}]))`,
    read: ({ day = '' }) => {
      const date = findDates(day)[0]?.dates.at(-1);
      return (year) => (date ? periodOf({ ...date, year: date.year ?? year }) : null);
    },
    yearly: true,
  },
  {
    pattern: `(?:het )?(?:${NTH} kwartaal|Q(?<q>[1-4]))${OF_YEAR('quarterYear')}`,
    read: ({ nth, q, quarterYear }, written) => {
      const quarter = q === undefined ? ordinal(nth) : Number(q) - 1;
      return (year) => monthsOf(yearOf(quarterYear, written) ?? year, 3 * quarter + 1, 3);
    },
    yearly: true,
  },
  {
    pattern: `(?:de )?(?<half>eerste|tweede) helft${OF_YEAR('halfYear')}`,
    read: ({ half, halfYear }, written) => {
      const month = half?.toLowerCase() === 'eerste' ? 1 : 7;
      return (year) => monthsOf(yearOf(halfYear, written) ?? year, month, 6);
    },
    yearly: true,
  },
  {
    pattern: `(?:het |dit |komende? |aankomende? |volgende? |eerstvolgende? )?(?<recess>zomer|kerst|herfst|najaars|voorjaars|krokus|mei)?-?reces${OF_YEAR('recessYear')}`,
    read: ({ recess = '', recessYear }, written) => {
      return (year) => recessOf(recess, yearOf(recessYear, written) ?? year);
    },
    yearly: true,
  },
  {
    pattern: `(?:het |de |dit |deze |komende? |aankomende? |volgende? )?(?<season>voorjaar|najaar|lente|zomer|herfst|winter)(?![\\p{L}])${OF_YEAR('seasonYear')}`,
    read: ({ season = '', seasonYear }, written) => {
      return (year) => seasonOf(season, yearOf(seasonYear, written) ?? year);
    },
    yearly: true,
  },
  {
    pattern:
      '(?<feast>de kerst|kerst|kerstmis|de jaarwisseling|jaareinde|(?:het )?einde? van (?:het|dit) jaar|prinsjesdag)(?![\\p{L}])',
    read: ({ feast = '' }) => {
      if (/prinsjesdag/i.test(feast)) return budgetDay;
      const [first, last] = /kerst/i.test(feast) ? [25, 26] : [31, 31];
      return (year) => ({ from: isoDay(year, 12, first), to: isoDay(year, 12, last) });
    },
    yearly: true,
  },
  {
    pattern:
      '(?<which>dit|deze|het lopende|volgende?|komende?|aankomende?) (?<unit>jaar|kwartaal|maand|week)(?![\\p{L}])',
    read: ({ which = '', unit = '' }, written) => {
      const days = unitOf(unitCalled(unit), written, /^(?:dit|deze|het)/i.test(which) ? 0 : 1);
      return () => days;
    },
  },
  {
    pattern: '(?<year>(?:19|20)\\d{2})',
    read:
      ({ year }) =>
      () =>
        monthsOf(Number(year), 1, 12),
  },
];

/** The source of a pattern for any period; its named groups are read by {@link daysOfPeriod}. */
export const PERIOD = `(?:${FORMS.map(({ pattern }) => pattern).join('|')})`;

/**
 * The days of a period that was found with {@link PERIOD}. One that comes back every year is the next that ends (or,
 * for `begins`, begins) after the day it was written on, unless it names its year.
 */
export function daysOfPeriod(
  period: string,
  written: string,
  { begins = false }: { readonly begins?: boolean } = {},
): Days | null {
  for (const { pattern, read, yearly } of FORMS) {
    const match = new RegExp(`^${pattern}$`, 'iu').exec(period);
    if (!match) continue;
    const inYear = read(match.groups ?? {}, written);
    const year = Number(written.slice(0, 4));
    const [days, next] = [inYear(year), inYear(year + 1)];
    if (!yearly || !days) return days;
    const lastYear = inYear(year - 1);
    // The winter or recess that the year began in.
    if (!begins && lastYear && lastYear.from !== days.from && lastYear.to >= written) return lastYear;
    return (begins ? days.from : days.to) > written ? days : next;
  }
  return null;
}
