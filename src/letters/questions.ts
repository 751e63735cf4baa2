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
/** In other words: "Antwoord op vraag 5 en vraag 6", "Gezamenlijk antwoord op vragen 7/8". */
const REPLIES_FREELY =
  /^(?:\p{L}+ )?antwoord(?:en)?(?: op)?(?: de)? (?:vraag|vragen) (?<numbers>\d(?:(?:\d|en|t\/m|tot en met|vraag|vragen|[\s,/&–-])*\d)?):?$/iu;
/** The number of a question alone, as lists of questions and answers have it. */
const NUMBER = /^(?<numbers>\d{1,3})[.)]?$/;
/** Its number before the question on one line. */
const NUMBERED = /^(\d{1,3})[.)](?=\s)/;
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
  /^(?:(?:II|B|2)[.:]?\s+)?(?:Antwoord(?:en)?|Reactie)(?: ?\/ ?(?:antwoord|reactie))? van (?:de|het) (?:minister|staatssecretaris|bewindspers|bewindslieden|kabinet|regering)/i;
/** The page at the end of a line of a table of contents: "II Reactie van de Minister 5". */
const PAGE = /(?<!\b(?:vraag|vragen|en|t\/m|nr\.)|[\d,])(?:\s|\.\.)\d{1,3}$/i;
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
function bareNumbers(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  const isList = lines.slice(0, MAX_HEAD).some(({ text }) => LIST.test(text));
  const replies = lines.filter(({ text }) => REPLIES_PLAINLY.test(text)).length;
  if (!isList && replies === 0) return found;
  lines.forEach(({ text }, i) => {
    const next = found.size + 1;
    if (Number(NUMBER.exec(text)?.groups?.numbers) === next && asksFrom(lines, i + 1)) found.add(i);
  });
  return isList || found.size <= replies ? found : new Set();
}

/** Whether the paragraph that begins on this line asks something. */
function asksFrom(lines: readonly Line[], i: number): boolean {
  const below = lines.slice(i, i + MAX_QUESTION);
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
 * @param numbers the lines that are the number of a question alone
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
  const markers = rows.map(({ text, line }) => (numbers.has(line) ? 'asks' : markerOf(text)));
  const responds = rows.map(({ text }, i) => markers[i] === 'replies' && RESPONDS.test(text));
  // A table of contents names it right under the questions.
  const isContents = responds.map((does, i) => does && Boolean(markers[i - 1]));
  const responses = responds.filter((does, i) => does && !isContents[i]).length;
  let responded = false;
  return rows.map(({ text }, i) => {
    const marker = isContents[i] ? null : (markers[i] ?? null);
    if (marker && responds[i]) responded = true;
    // In one answer to all, what members of a party asked is only the title over what is answered to them.
    return marker === 'asks' && CONSULTS.test(text) && responded && responses === 1 ? 'replies' : marker;
  });
}

/** What a line of a paper of questions and answers marks by its own words; null for any other line. */
export function markerOf(text: string): Marker {
  // In the middle of a sentence nothing is marked: "… wacht ik op de" and under it "reactie van het kabinet".
  if (text.length > MAX_MARKER || /^\p{Ll}/u.test(text)) return null;
  const consults = CONSULTS.test(text);
  const responds = RESPONDS.test(text);
  if ((consults || responds) && PAGE.test(text)) return null;
  if (consults || ASKS.test(text) || ASKS_PLAINLY.test(text)) return 'asks';
  return responds || NOTICE.test(text) || answeredNumbers(text) !== null ? 'replies' : null;
}

/** A paper's lines, and which of them are the number of a question and nothing else. */
export interface MarkedLines {
  readonly lines: readonly Line[];
  readonly questionNumbers: ReadonlySet<number>;
}

/** Cuts markers from the text behind them on their line, in letters that hold questions as well as answers. */
export function withMarkersApart(lines: readonly Line[]): MarkedLines {
  const begins = (initial: string): boolean => lines.some(({ text }) => isMarked(text, initial));
  const bare = bareNumbers(lines);
  const numbers = bare.size > 0 ? bare : numberedQuestions(lines);
  const isGlued = begins('A') && (begins('V') || numbers.size > 0);
  const apart: Line[] = [];
  const questionNumbers = new Set<number>();
  lines.forEach((line, i) => {
    if (numbers.has(i)) questionNumbers.add(apart.length);
    const own = numbers.has(i) ? NUMBERED : GLUED;
    apart.push(...cutBehind(line, isGlued || numbers.has(i) ? own.exec(line.text)?.[0] : undefined));
  });
  return { lines: apart, questionNumbers };
}

/** Whether a line is a marker, or begins with one, of questions (V) or answers (A). */
function isMarked(text: string, initial: string): boolean {
  return text.startsWith(initial) && (GLUED.test(text) || markerOf(text) !== null);
}

/** A line in two, the marker that it begins with and the rest; whole where it begins with none. */
function cutBehind(line: Line, marker: string | undefined): Line[] {
  if (marker === undefined) return [line];
  const rest = line.text.slice(marker.length);
  const text = rest.trimStart();
  const start = line.start + marker.length + rest.length - text.length;
  return [
    { ...line, end: line.start + marker.length, text: marker },
    { ...line, start, text, blanksBefore: 0, afterFormFeed: false },
  ];
}

/**
 * The lines that begin with the number of a question, "1. Bent u bekend met het bericht?", in a paper that marks its
 * questions in no other way: they are numbered on, and an answer's marker stands under each, or under the last of several.
 */
function numberedQuestions(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  const open: number[] = [];
  for (const [i, { text }] of lines.entries()) {
    if (isMarked(text, 'V')) return new Set();
    if (isMarked(text, 'A') || answeredNumbers(text) !== null) for (const line of open.splice(0)) found.add(line);
    else if (Number(NUMBERED.exec(text)?.[1]) === found.size + open.length + 1 && asksFrom(lines, i)) open.push(i);
  }
  return found;
}

/** The numbers that the title of a section of questions names, none for a plain "Vraag"; null where it is no such section. */
export function questionNumbers(title: string): number[] | null {
  return ASKS_PLAINLY.test(title) ? [] : (numbersIn(title, ASKS) ?? numbersIn(title, NUMBER));
}

/** The numbers of the questions that a section answers, by its title, none for a plain "Antwoord"; null for any other. */
export function answeredNumbers(title: string): number[] | null {
  return REPLIES_PLAINLY.test(title) ? [] : (numbersIn(title, REPLIES) ?? numbersIn(title, REPLIES_FREELY));
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
