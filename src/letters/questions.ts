import type { Line } from './lines.ts';
import type { Row } from './rows.ts';

const NUMBERS = '\\d{1,3}(?:(?:,? (?:en|t\\/m|tot en met) |, ?(?:en )?| ?[-–] ?)\\d{1,3}){0,60}';
const QUESTION = `(?:Vraag|Vragen|VRAAG|VRAGEN)`;
const ANSWER = `(?:Antwoord|Antwoorden|ANTWOORD|ANTWOORDEN)(?: op(?: de)?)?(?: (?:vraag|vragen|VRAAG|VRAGEN))?`;
/** Where nothing else stands on the line, a comma may be forgotten: "Vraag 7, 8, 9 10 en 11". */
const LOOSE_NUMBERS = NUMBERS.replace('(?:(?:', '(?:(?: |');
const ASKS = new RegExp(`^${QUESTION} (?<numbers>${LOOSE_NUMBERS})[.:]?$`, 'u');
const REPLIES = new RegExp(`^${ANSWER} (?<numbers>${LOOSE_NUMBERS})[.:]?$`, 'u');
/** A marker with the text behind it on the same line: "Antwoord 1 De kazerne in Assen kost 12 miljoen euro." */
const GLUED = new RegExp(`^(?:${QUESTION}|${ANSWER}) ${NUMBERS}[.:]?(?=\\s+[«"“‘'(]?\\p{Lu})`, 'u');
/** What stands for all the answers where questions are only dealt with elsewhere. */
const NOTICE = /^(?:Mededeling|MEDEDELING|Toelichting)$/;
/** A written consultation: first what the members ask, then what the minister answers. */
const CONSULTS = /^(?:(?:I|A|1)[.:]?\s+)?Vragen en opmerkingen (?:van|uit|vanuit)\b/;
const RESPONDS =
  /^(?:(?:II|B|2)[.:]?\s+)?(?:Antwoord|Reactie|Antwoorden) (?:\/ reactie )?van de (?:minister|staatssecretaris|bewindspersoon|bewindslieden)/i;
const MAX_MARKER = 160;

/** What a row is in a paper of questions and answers: a marker of either, or what stands under one. */
export type Turn = 'asks' | 'replies' | 'question' | 'answer' | null;

/**
 * What each row is in a paper of questions and answers; null everywhere in other letters, and before the first marker.
 * Where only one of the two is marked, nothing is taken for either.
 */
export function turnsOf(rows: readonly Pick<Row, 'text'>[]): Turn[] {
  const turns: Turn[] = [];
  let under: Turn = null;
  for (const { text } of rows) {
    const marker = markerOf(text);
    if (marker) under = marker === 'asks' ? 'question' : 'answer';
    turns.push(marker ?? under);
  }
  return turns.includes('asks') && turns.includes('replies') ? turns : rows.map(() => null);
}

function markerOf(text: string): 'asks' | 'replies' | null {
  if (text.length > MAX_MARKER) return null;
  if (ASKS.test(text) || CONSULTS.test(text)) return 'asks';
  return REPLIES.test(text) || NOTICE.test(text) || RESPONDS.test(text) ? 'replies' : null;
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

/** The numbers that the title of a section of questions names; null where it is no such section. */
export function questionNumbers(title: string | null): number[] | null {
  return numbersIn(title, ASKS);
}

/** The numbers of the questions that a section answers, by its title; null where it is no such section. */
export function answeredNumbers(title: string | null): number[] | null {
  return numbersIn(title, REPLIES);
}

function numbersIn(title: string | null, form: RegExp): number[] | null {
  const numbers = form.exec(title ?? '')?.groups?.numbers;
  if (numbers === undefined) return null;
  const found: number[] = [];
  let last = 0;
  for (const match of numbers.matchAll(/(t\/m|tot en met|[-–])?\s*(\d{1,3})/g)) {
    const number = Number(match[2]);
    if (match[1] && number > last) for (let between = last + 1; between < number; between += 1) found.push(between);
    found.push(number);
    last = number;
  }
  return found;
}
