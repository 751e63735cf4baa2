import { beginsWithOffice } from './offices.ts';

/** Titles before a name, as a source of patterns; so are the parts of names below. */
export const TITLE = '(?:[Dd]rs\\.|[Mm]r\\.|[Dd]r\\.|[Ii]r\\.|[Ii]ng\\.|[Pp]rof\\.|[Jj]hr\\.|MSc\\.?|MA|BA)';
export const INITIALS = '(?:\\p{Lu}\\p{Ll}{0,2}\\.\\s?){1,7}';
export const PARTICLE =
  "(?:van|de|der|den|ter|ten|te|tot|in|op|'t|’t|von|du|el|al|Van|De|Der|Den|Ter|Ten|El|VAN|DE|DER|DEN|TER)";
export const NAME_WORD = "\\p{Lu}[\\p{L}’'-]*";
/** "H.G.J. Kamp", "A.Th.B. Bijleveld-Schouten", "Stef Blok", "mr. drs. J.A. van den Berg". */
const NAME = new RegExp(
  `^(?:\\(?w\\.g\\.\\)?\\s)?(?:${TITLE}\\s){0,3}(?:${NAME_WORD}\\s(?=${INITIALS}))?(?:${INITIALS})?(?:\\(${NAME_WORD}\\)\\s)?(?:${PARTICLE}\\s){0,3}(?:${NAME_WORD})(?:\\s(?:${PARTICLE}|${NAME_WORD})){0,4}(?:,? MSc\\.?| MA| MBA)?$`,
  'u',
);
/** What stands between columns on one line. */
export const COLUMNS = /\s{3,}|\t+/;
/** Where a second name begins on one line: behind a whole word, at a title or at initials. */
const NEXT_NAME = new RegExp(
  `(?=,?\\s)(?<=\\p{L}[\\p{Ll}’'-]+|\\p{Lu}{3,}),?\\s+(?=${TITLE}\\s|\\p{Lu}\\p{Ll}{0,2}\\.)`,
  'u',
);
const PLACE = /^(?:Den Haag|DEN HAAG|Tweede Kamer|Eerste Kamer)$/;

/** Whether a text is somebody's name and nothing else. */
export function isName(text: string): boolean {
  return text.length <= 70 && !beginsWithOffice(text) && NAME.test(text) && /[\s.]/.test(text) && !PLACE.test(text);
}

/** The names on a line under so many offices: in columns, or one behind the other. */
export function namesIn(text: string, count: number): string[] {
  const columns = text.split(COLUMNS);
  return columns.length === 1 && count > 1 ? text.split(NEXT_NAME) : columns;
}
