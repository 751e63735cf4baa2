import { DUTCH_MONTHS } from '../dates/months.ts';

/** In lower case, in capitals, or with a capital. */
const MONTHS = DUTCH_MONTHS.flatMap((name) => {
  const capitals = name.toUpperCase();
  return [name, capitals, capitals.charAt(0) + name.slice(1)];
}).join('|');
/** "Den Haag, 4 november 2021", "’s-Gravenhage, 4 November 2021", "Vastgesteld 4 november 2021". */
export const DATE_LINE = new RegExp(
  `^(?:[\\p{Lu}’'‘][\\p{L}’'‘-]{1,20}(?: [\\p{L}’'‘-]{1,20}){0,3},|Den Haag|DEN HAAG|[’'‘]s-Gravenhage|Vastgesteld) (?:de |d\\.d\\. )?\\d{1,2} (?:${MONTHS}) \\d{4}$`,
  'u',
);
/** "4 november 2021" alone. */
export const BARE_DATE = new RegExp(`^\\d{1,2} (?:${MONTHS}) \\d{4}$`, 'u');
/** "4-11-2021" alone. */
export const NUMERIC_DATE = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/;
