/** Where a meeting is held, as a text says it beside the date. */
export interface SaidPlace {
  readonly place: string;
  /** Where the words that say so begin and end in the text given, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const PLACE = "(?<place>\\p{Lu}[\\p{L}’'-]+(?:\\s\\p{Lu}[\\p{L}’'-]+){0,2})";
const AFTER = new RegExp(
  `^(?:\\s?(?:jl\\.|a\\.s\\.|jongstleden|aanstaande))?(?:\\s(?:plaatsvond(?:en)?|plaatsvind(?:t|en)|werd(?:en)? gehouden|gehouden werd(?:en)?))?,?\\s(?:te|in|TE|IN)\\s${PLACE}`,
  'u',
);
const BEFORE = new RegExp(`\\s(?:te|in|TE|IN)\\s${PLACE}(?:,?\\s(?:van|op|d\\.d\\.))?,?$`, 'u');
/** "in NAVO-verband", "in Kamerstuk": no places. */
const NO_PLACE = /^(?:NAVO|NATO|EU|VN|Navo|Kamer|Europees|Europese)/;

/** The place with which a text ends that stands before a date: "te Luxemburg op"; null where it says none. */
export function placeBeforeDate(text: string): SaidPlace | null {
  return said(BEFORE.exec(text));
}

/** The place with which a text begins that stands behind a date: "jl. in Brussel"; null where it says none. */
export function placeAfterDate(text: string): SaidPlace | null {
  return said(AFTER.exec(text));
}

function said(match: RegExpExecArray | null): SaidPlace | null {
  const place = match?.groups?.place;
  if (!match || place === undefined || NO_PLACE.test(place)) return null;
  return { place, start: match.index, end: match.index + match[0].length };
}
