import type { Period } from '../../letters/dates/periods.ts';
import type { Letter } from '../../letters/types.ts';
import { anyPhrase } from '../analysis/phrases.ts';
import type { CorpusPassage } from '../types.ts';
import { hasContent } from './content.ts';
import { type DateRange, datesIn } from './dates.ts';

/** Before these a date bounds something; it is not the time that is asked about. */
const BOUND = new RegExp(
  `(?<!\\p{L})${anyPhrase(`
    tot
    tot en met
    t/m
    vanaf
    sinds
    vóór
    voor
    na
    naar
    rond
    tegen
    by
    until
    till
    since
    from
    before
    after
    for
    to
    towards
    than
  `)}\\s+(?:(?:de|het|the|eind|einde|begin|medio|end of|early|late)\\s+)*$`,
  'iu',
);

/** Behind a year: "2023-2024", "2023/24"; two digits that could be a month are none. */
export const TO_YEAR = /^\s?[-–/]\s?(?<year>(?:19|20)\d\d|1[3-9]|[2-9]\d)(?!\d)/u;

/**
 * The one time that a question asks about ("over Irak in 2022", "Afghanistan okt 2021?"); null where there is none, or
 * more than one ("vergaderjaar 2023-2024").
 */
export function periodAsked(question: string): DateRange | null {
  const [date, ...others] = datesIn(question);
  if (!date || others.length > 0 || BOUND.test(question.slice(0, date.start))) return null;
  const isFirst = date.precision === 'year' && TO_YEAR.test(question.slice(date.end));
  return isFirst ? null : date;
}

const LEADING = /(?<!\p{L})(?:in|op|uit|van|on|of|tijdens|during)\s+(?:(?:de|het|the)\s*)?$/iu;

/** A question without the time it asks about; as it is where nothing else would be left. */
export function withoutPeriod(question: string): string {
  const date = periodAsked(question);
  if (!date) return question;
  const rest = `${question.slice(0, date.start).replace(LEADING, '')}${question.slice(date.end)}`;
  return hasContent(rest) ? rest : question;
}

/** Whether a letter is of then: its meeting's days, or its own. */
export function isOf({ from, to }: Period, { metadata }: Letter): boolean {
  const days = [...(metadata.meeting?.dates ?? []), metadata.letterDate ?? ''];
  return days.some((day) => day >= from && day <= to);
}

/** Whether a passage speaks of then in its own words: such a time belongs to what the letters say. */
export function speaksOf({ from, to }: Period, { passage }: CorpusPassage): boolean {
  if (!passage.text.includes(from.slice(0, 4))) return false;
  return datesIn(passage.text).some((date) => date.from <= to && date.to >= from);
}
