import type { Line } from './lines.ts';
import type { Row } from './rows.ts';

/** No text between two numbers may be read in two ways: of sixty of them there would be more ways than can be tried. */
const numbers = (more: string): string => `\\d{1,3}(?:(?:${more}|, ?(?:${AND})?| ?[-–] ?)\\d{1,3}){0,60}`;
const AND = '(?:en|t\\/m|tot en met) ';
const NUMBERS = numbers(` ${AND}`);
const QUESTION = `(?:Vraag|Vragen|VRAAG|VRAGEN)`;
const ANSWER = `(?:Antwoord|Antwoorden|ANTWOORD|ANTWOORDEN)(?: op(?: de)?)?(?: (?:vraag|vragen|VRAAG|VRAGEN))?`;
/** Where nothing else stands on the line, a comma may be forgotten: "Vraag 7, 8, 9 10 en 11". */
const LOOSE_NUMBERS = numbers(` (?:${AND})?`);
const ASKS = new RegExp(`^${QUESTION} (?<numbers>${LOOSE_NUMBERS})[.:]?$`, 'u');
const REPLIES = new RegExp(`^${ANSWER} (?<numbers>${LOOSE_NUMBERS})[.:]?$`, 'u');
/** The number of a question alone, as lists of questions and answers have it. */
const NUMBER = /^(?<numbers>\d{1,3})[.)]?$/;
/** Markers without a number: an answer belongs to the questions right before it. */
const ASKS_PLAINLY = /^(?:Vraag|VRAAG) ?:?$/;
const REPLIES_PLAINLY = /^(?:Antwoord|ANTWOORD) ?:?$/;
/** A marker with the text behind it on the same line: "Antwoord 1 De kazerne in Assen kost 12 miljoen euro." */
const GLUED = new RegExp(`^(?:${QUESTION}|${ANSWER}) ${NUMBERS}[.:]?(?=\\s+[«"“‘'(]?\\p{Lu})`, 'u');
/** What stands for all the answers where questions are only dealt with elsewhere. */
const NOTICE = /^(?:Mededeling|MEDEDELING|Toelichting)$/;
/** A written consultation: first what the members ask, then what the minister answers. */
const CONSULTS = /^(?:(?:I|A|1)[.:]?\s+)?Vragen en opmerkingen (?:van|uit|vanuit)\b/;
const RESPONDS =
  /^(?:(?:II|B|2)[.:]?\s+)?(?:Antwoord(?:en)?|Reactie)(?: ?\/ ?(?:antwoord|reactie))? van de (?:minister|staatssecretaris|bewindspersoon|bewindslieden)/i;
const MAX_MARKER = 160;

/** A paper that gives questions by their number alone says near its beginning that it is a list of them. */
const LIST = /\b(?:LIJST VAN VRAGEN EN ANTWOORDEN|[Ll]ijst van vragen en antwoorden)\b/;
const MAX_HEAD = 60;
/** So many lines may a question take. */
const MAX_QUESTION = 20;

/**
 * The lines that are the number of a question and nothing else: of a paper that calls itself a list of questions and
 * answers, or where "Antwoord" stands under each.
 */
export function questionNumberLines(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  const isList = lines.slice(0, MAX_HEAD).some(({ text }) => LIST.test(text));
  const replies = lines.filter(({ text }) => REPLIES_PLAINLY.test(text)).length;
  if (!isList && replies === 0) return found;
  lines.forEach(({ text }, i) => {
    const next = found.size + 1;
    if (Number(NUMBER.exec(text)?.groups?.numbers) === next && asksUnder(lines, i)) found.add(i);
  });
  return isList || found.size <= replies ? found : new Set();
}

/** Whether a question begins on the line after this one. */
function asksUnder(lines: readonly Line[], i: number): boolean {
  const below = lines.slice(i + 1, i + 1 + MAX_QUESTION);
  const end = below.findIndex(({ blanksBefore }, k) => k > 0 && blanksBefore > 0);
  return below.slice(0, end < 0 ? below.length : end).some(({ text }) => text.includes('?'));
}

/** What a row is in a paper of questions and answers: a marker of either, or what stands under one. */
export type Turn = Marker | 'question' | 'answer';

type Marker = 'asks' | 'replies' | null;

/**
 * What each row is in a paper of questions and answers; null everywhere in other letters, and before the first marker.
 * Where only one of the two is marked, nothing is taken for either; but the answer to a single question, or to those of a
 * list, may stand under it without a marker.
 *
 * @param numbers from `questionNumberLines`
 */
export function turnsOf(rows: readonly Row[], numbers: ReadonlySet<number>): Turn[] {
  const markers = markersOf(rows, numbers);
  const isList = numbers.size > 0;
  if (!markers.includes('asks') || !(isList || markers.includes('replies'))) return rows.map(() => null);
  const following = followingMarkers(markers);
  const answered = new Set(rows.flatMap(({ text }) => answeredNumbers(text) ?? []));
  const turns: Turn[] = [];
  let under: Turn = null;
  let open = false;
  rows.forEach((row, i) => {
    const marker = markers[i];
    if (marker) {
      under = marker === 'asks' ? 'question' : 'answer';
      const own = questionNumbers(row.text) ?? [];
      const isAnswered = own.some((number) => answered.has(number)) || following[i] === 'replies';
      open = marker === 'asks' && own.length > 0 && !isAnswered;
    } else if (open && under === 'question' && answersUnmarked(rows, i)) under = 'answer';
    turns.push(marker ?? under);
  });
  return turns;
}

/** For each row the first marker behind it. */
function followingMarkers(markers: readonly Marker[]): readonly Marker[] {
  const following: Marker[] = markers.map(() => null);
  for (let i = markers.length - 2; i >= 0; i--) following[i] = markers[i + 1] ?? following[i + 1] ?? null;
  return following;
}

/** A paragraph behind one that ended with a question, which asks nothing itself. */
function answersUnmarked(rows: readonly Row[], i: number): boolean {
  if (rows[i]!.gap === 'none' || !rows[i - 1]?.text.endsWith('?')) return false;
  let last = i;
  while (rows[last + 1]?.gap === 'none') last += 1;
  return !rows[last]!.text.endsWith('?');
}

function markersOf(rows: readonly Row[], numbers: ReadonlySet<number>): Marker[] {
  const responses = rows.filter(({ text }) => text.length <= MAX_MARKER && RESPONDS.test(text)).length;
  let responded = false;
  return rows.map(({ text, line }) => {
    const marker = numbers.has(line) ? 'asks' : markerOf(text);
    responded ||= text.length <= MAX_MARKER && RESPONDS.test(text);
    // In one answer to all, what members of a party asked is only the title over what is answered to them.
    return marker === 'asks' && CONSULTS.test(text) && responded && responses === 1 ? 'replies' : marker;
  });
}

function markerOf(text: string): Marker {
  if (text.length > MAX_MARKER) return null;
  if ([ASKS, ASKS_PLAINLY, CONSULTS].some((form) => form.test(text))) return 'asks';
  return [REPLIES, REPLIES_PLAINLY, NOTICE, RESPONDS].some((form) => form.test(text)) ? 'replies' : null;
}

/** Cuts markers from the text behind them on their line, in letters that hold questions as well as answers. */
export function withMarkersApart(lines: readonly Line[]): readonly Line[] {
  const begins = (words: string): boolean =>
    lines.some(({ text }) => text.startsWith(words) && (GLUED.test(text) || markerOf(text) !== null));
  if (!(begins('V') && begins('A'))) return lines;
  return lines.flatMap((line) => {
    const glued = GLUED.exec(line.text)?.[0];
    if (glued === undefined) return [line];
    const rest = line.text.slice(glued.length);
    const text = rest.trimStart();
    const start = line.start + glued.length + rest.length - text.length;
    return [
      { ...line, end: line.start + glued.length, text: glued },
      { ...line, start, text, blanksBefore: 0, afterFormFeed: false },
    ];
  });
}

/** The numbers that the title of a section of questions names, none for a plain "Vraag"; null where it is no such section. */
export function questionNumbers(title: string): number[] | null {
  return ASKS_PLAINLY.test(title) ? [] : (numbersIn(title, ASKS) ?? numbersIn(title, NUMBER));
}

/** The numbers of the questions that a section answers, by its title, none for a plain "Antwoord"; null for any other. */
export function answeredNumbers(title: string): number[] | null {
  return REPLIES_PLAINLY.test(title) ? [] : numbersIn(title, REPLIES);
}

function numbersIn(title: string, form: RegExp): number[] | null {
  const numbers = form.exec(title)?.groups?.numbers;
  if (numbers === undefined) return null;
  const found: number[] = [];
  let last = 0;
  for (const match of numbers.matchAll(/(?:(t\/m|tot en met|[-–])\s*)?(\d{1,3})/g)) {
    const number = Number(match[2]);
    if (match[1] && number > last) for (let between = last + 1; between < number; between += 1) found.push(between);
    found.push(number);
    last = number;
  }
  return found;
}
