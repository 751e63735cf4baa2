import { findDates } from '../../letters/dates/find.ts';
import { addDays } from '../../letters/dates/periods.ts';
import { promiseStrength } from '../promises/strength.ts';
import { ABOUT, DECISION, FUTURE, NEXT, SPEAKER, STANCE } from './cue-phrases.ts';

/** What a sentence of a letter about a meeting does. */
export type Cue = 'about' | 'decision' | 'position' | 'promise' | 'next';

/** A decision taken before the meeting is background. */
const BACKGROUND = 0.4;
/** How long before the meeting a day lies that belongs to another one. */
const RECENT_DAYS = 14;

/**
 * What a sentence does, by the words that letters of all ministries use for it, with how sure that is (0 to 1).
 *
 * @param day the day the sentence speaks from (ISO), to tell what lies ahead; null where it is not known
 */
export function cuesOf(text: string, day: string | null): ReadonlyMap<Cue, number> {
  const cues = new Map<Cue, number>();
  const promise = promiseStrength(text);
  if (promise > 0) cues.set('promise', promise);
  if (DECISION(text)) cues.set('decision', namesEarlierDate(text, day) ? BACKGROUND : 1);
  if (SPEAKER(text)) cues.set('position', STANCE(text) ? 1 : 0.4);
  const ahead = namesLaterDate(text, day);
  if (ahead && FUTURE(text)) cues.set('next', 1);
  else if (ahead || (NEXT(text) && FUTURE(text))) cues.set('next', 0.5);
  if (ABOUT(text)) cues.set('about', 1);
  return cues;
}

/** Whether a text names a date after a day; a date without a year counts only where it says that it is to come. */
function namesLaterDate(text: string, day: string | null): boolean {
  return writtenDates(text).some(({ iso, direction }) => {
    if (direction === 'past') return false;
    return iso === null ? direction === 'future' : day !== null && iso > day;
  });
}

/** Whether a text names a date well before a day, and none after it: it tells what went before. */
function namesEarlierDate(text: string, day: string | null): boolean {
  if (day === null || namesLaterDate(text, day)) return false;
  const limit = addDays(day, -RECENT_DAYS);
  return writtenDates(text).some(({ iso, direction }) => (iso === null ? direction === 'past' : iso < limit));
}

/** The dates a text names; a month or year by itself as its first day, null where there is no year. */
function writtenDates(text: string): { readonly iso: string | null; readonly direction: 'past' | 'future' | null }[] {
  return findDates(text).flatMap(({ dates, direction }) =>
    dates.map(({ year, month, day }) => {
      const parts = [String(month ?? 1), String(day ?? 1)].map((part) => part.padStart(2, '0'));
      return { iso: year === null ? null : [year, ...parts].join('-'), direction };
    }),
  );
}
