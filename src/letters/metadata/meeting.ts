import { type DateMention, findDates } from '../dates/find.ts';
import { resolveDates, type YearClues } from '../dates/year-inference.ts';
import { meetingId, spelledName } from '../meetings/names.ts';
import { placeAfterDate, placeBeforeDate } from '../meetings/places.ts';
import { sentenceRanges } from '../sentences.ts';
import type { Meeting, Span } from '../types.ts';
import { type Field, field, NOTHING } from './field.ts';
import type { Opening } from './opening.ts';

/** "aan voor de", "van de", "ten behoeve van de": from the word agenda or report to the meeting's name. */
const LEAD =
  /^(?:[’']s)?(?:\s(?:aan|toe|toekomen))?(?:\s(?:van|voor|ten behoeve van|t\.b\.v\.|inzake|betreffende|over|met betrekking tot|m\.b\.t\.))?\s(?:de\s|het\s|een\s)?/i;
/** "bijeenkomst van de": says no more than that it is a meeting. */
const PLAIN =
  /^(?:ministeriële\s)?(?:bijeenkomst(?:en)?|vergadering(?:en)?|video(?:tele)?conferentie)\s(?:van|tussen)\s(?:de\s|het\s)?(?=\S)/i;
const STOP = /,\s|[.;:!?]$|\s\(|\s(?:die|welke|dat|waar|waarin|gehouden|plaatsgevonden)\s/;
const TRAILING = /(?:,|\s(?:van|op|d\.d\.|dd\.?|tussen|gedurende|is|heeft|die|en)){1,20}$/i;
const BETWEEN_DATES = /^\s?(?:en|tot en met|t\/m|-|–|tot)\s?$/;
const TAKES_PLACE = /\b(?:vond|vonden|vindt|vinden|plaats|plaatsvond|plaatsvindt|bijeen|gehouden|kwamen|komen)\b/i;
const LONGEST_NAME = 160;

export interface FoundMeeting {
  readonly meeting: Field<Meeting>;
  /** The meeting's name also where its dates are not known. */
  readonly name: string | null;
}

/**
 * The meeting that an opening names: its name, dates and place, in the sentence itself or, for the dates, in the next
 * sentence that says when it took place.
 */
export function readMeeting(opening: Opening, clues: YearClues): FoundMeeting {
  const { text, words, sentence } = opening;
  const form = text.form.text;
  const lead = LEAD.exec(form.slice(words.end, sentence.end))?.[0].length ?? 0;
  const from = words.end + lead;
  const rest = form.slice(from, sentence.end);
  const mentions = findDates(rest).filter((mention) => mention.dates.some((date) => date.day !== null));
  const [first] = mentions;
  const beforeDate = first ? rest.slice(0, first.start) : rest;
  const placeBefore = placeBeforeDate(beforeDate.trimEnd());
  const untilPlace = placeBefore ? beforeDate.slice(0, placeBefore.start) : beforeDate;
  const name = tidyName(untilPlace);
  if (name === null) return { meeting: NOTHING, name: null };

  const stated = first ? followingDates(rest, mentions) : laterDates(form, sentence.end);
  const expected = opening.kind === 'report' ? 'past' : 'future';
  const resolved = stated && resolveDates(stated.mention, clues, expected);
  if (!stated || !resolved) return { meeting: NOTHING, name };
  const base = first ? from : 0;
  const after = placeAfterDate(form.slice(base + stated.mention.end));
  const place = (placeBefore ?? after)?.place ?? null;
  const end = base + stated.mention.end + (after?.end ?? 0);
  const { dates } = resolved;
  const meeting = { id: meetingId(name, dates), name: spelledName(name), dates, place };
  const range: Span = { start: from + Math.max(0, rest.indexOf(name)), end };
  return { meeting: { ...field(text, range, meeting), inferredFrom: resolved.inferredFrom ?? undefined }, name };
}

/** The first mention with those tied to it: "30 november 2021 en 1 december 2021". */
function followingDates(rest: string, mentions: readonly DateMention[]): { mention: DateMention } | null {
  let merged = mentions[0];
  for (const next of mentions.slice(1)) {
    if (!merged || !BETWEEN_DATES.test(rest.slice(merged.end, next.start))) break;
    merged = { ...merged, end: next.end, dates: [...merged.dates, ...next.dates] };
  }
  return merged ? { mention: merged } : null;
}

function laterDates(form: string, after: number): { mention: DateMention } | null {
  for (const range of sentenceRanges(form.slice(after)).slice(0, 3)) {
    const sentence = form.slice(after + range.start, after + range.end);
    const mention = findDates(sentence).find((one) => one.dates.some((date) => date.day !== null));
    if (!mention || !TAKES_PLACE.test(sentence)) continue;
    const shift = after + range.start;
    return { mention: { ...mention, start: mention.start + shift, end: mention.end + shift } };
  }
  return null;
}

/** A meeting's name without what says no more than that people meet; null where nothing is left of it. */
export function tidyName(raw: string): string | null {
  const stop = STOP.exec(raw);
  let name = (stop ? raw.slice(0, stop.index) : raw).trim();
  name = name.replace(TRAILING, '').replace(PLAIN, '').trim();
  return name.length >= 3 && name.length <= LONGEST_NAME && /\p{L}{3}/u.test(name) ? name : null;
}
