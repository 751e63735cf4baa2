import { DUTCH_MONTHS } from './dates/months.ts';
import { NOTE_LABEL } from './furniture.ts';
import { endsSentence, type Line } from './lines.ts';
import { firstIndex } from './search.ts';
import type { Span } from './types.ts';

const DEFINITION =
  /^(?:\[?(\d{1,3})(?!\d)[\])]?|([⁰¹²³⁴-⁹]{1,3}|\*{1,3}))\s{0,3}(?=["'“‘«(]?(?:\p{Lu}|https?:|www\.|\d|zie\b|idem\b))/u;
const MONTH_OR_LIST = new RegExp(
  `^\\d{1,3}\\s(?:${DUTCH_MONTHS.join('|')}|en|tot|miljoen|miljard|procent|[Mm]inisters?|[Ll]idstaten)\\b`,
);
/** "Noot 1: NRC, 5 maart 2018.", "Noot: …": a note that says so, whatever it holds and wherever its mark is. */
const LABELLED = /^Noot(?:\s(\d{1,3}|\*{1,3}))?\s?[:.]\s{0,3}(?=\S)/;
const CITES = /^\S{1,4}\s?(?:https?:|www\.|Kamerstuk|Zie |zie |Handelingen|Aanhangsel|Idem|Ibid|[IiVv]gl\.)/;
/** What a note that begins like an item of a list ("2) …") holds at least. */
const SOURCE = /https?:|www\.|\.(?:nl|com|eu|org)\b|Kamerstuk|Handelingen|\b\d{1,2} \p{Ll}{3,9} (?:19|20)\d{2}\b/u;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** The note mark is looked for so far back where pages are not known. */
const MAX_DISTANCE = 40_000;
const MAX_TRIED = 20;
/** So many notes in a row can have been missed. */
const MAX_STEP = 3;

export interface Footnote {
  /** As it is written: "1", "[1]", "1)", "*"; empty where it has none. */
  readonly number: string;
  /** First and last line. */
  readonly from: number;
  readonly to: number;
  /** The mark in the running text, where it was found. */
  readonly mark: Span | null;
}

interface Mark extends Span {
  readonly number: string;
  readonly line: number;
}

/**
 * Finds footnotes: a numbered stretch at the end of a page, or of the letter, whose mark is glued to a word before it
 * ("april1", "besluit.2"), or that only cites. A number at the start of a line of running text is no footnote.
 */
export function findFootnotes(
  source: string,
  lines: readonly Line[],
  isFurniture: readonly boolean[],
  pages: readonly number[] | null,
): Footnote[] {
  const marks = findMarks(source, lines);
  const used = new Set<Mark>();
  let lastMark = 0;
  const footnotes: Footnote[] = [];
  let i = 0;
  while (i < lines.length) {
    const labelled = isFurniture[i] ? null : labelledNote(lines, isFurniture, i);
    if (labelled) {
      const mark = nextMark(marks, labelled.number, lastMark, lines[i]!.start);
      if (mark) lastMark = mark.end;
      footnotes.push({ ...labelled, mark: mark && { start: mark.start, end: mark.end } });
      i = labelled.to + 1;
      continue;
    }
    const number = isFurniture[i] ? null : definedNumber(lines[i]!.text);
    const mark =
      number === null ? null : markBefore(marks.sure, used, number, lines[i]!, (m) => pages?.[m.line] === pages?.[i]);
    if (number === null || !startsNote(lines, i, footnotes, mark)) {
      i += 1;
      continue;
    }
    let to = i;
    while (to + 1 < lines.length && continuesNote(lines, isFurniture, pages, to)) to += 1;
    if (mark) used.add(mark);
    footnotes.push({ number, from: i, to, mark: mark && { start: mark.start, end: mark.end } });
    i = to + 1;
  }
  return footnotes;
}

/** A number under "X Noot" with the text under it, or "Noot 1: …"; both up to the next empty line. */
function labelledNote(
  lines: readonly Line[],
  isFurniture: readonly boolean[],
  i: number,
): Pick<Footnote, 'number' | 'from' | 'to'> | null {
  const { text } = lines[i]!;
  const label = LABELLED.exec(text);
  const isNumber = NOTE_LABEL.test(lines[i - 1]?.text ?? '') && /^(?:\d{1,3}|\*{1,3})$/.test(text);
  if (!label && !isNumber) return null;
  const isNote = (line: Line): boolean => NOTE_LABEL.test(line.text) || LABELLED.test(line.text);
  let to = i;
  if (isNumber && lines[i + 1] && !isFurniture[i + 1] && !isNote(lines[i + 1]!)) to = i + 1;
  for (let next = lines[to + 1]; next && (label || to > i); next = lines[to + 1]) {
    if (isFurniture[to + 1] || next.blanksBefore > 0 || next.afterFormFeed || isNote(next)) break;
    to += 1;
  }
  return { number: label ? (label[1] ?? '') : text, from: i, to };
}

/** The first mark with a labelled note's number behind the mark of the note before it, also one behind a year. */
function nextMark(marks: Marks, number: string, after: number, before: number): Mark | null {
  for (const kind of [marks.sure, marks.behindYear]) {
    const all = kind.get(number) ?? [];
    const found = all[firstIndex(all.length, (i) => all[i]!.start >= after)];
    if (found && found.start < before) return found;
  }
  return null;
}

function definedNumber(text: string): string | null {
  const match = DEFINITION.exec(text);
  if (!match || MONTH_OR_LIST.test(text)) return null;
  if (match[1] === undefined) return toDigits(match[2] ?? '');
  if (text.startsWith('[')) return `[${match[1]}]`;
  return text.startsWith(`${match[1]})`) ? `${match[1]})` : match[1];
}

function numberOf(written: string): number {
  return Number(written.replace(/[[\])]/g, ''));
}

function startsNote(lines: readonly Line[], i: number, footnotes: readonly Footnote[], mark: Mark | null): boolean {
  const line = lines[i]!;
  const last = footnotes.at(-1);
  const alone = i === 0 || line.blanksBefore > 0 || line.afterFormFeed || last?.to === i - 1;
  if (CITES.test(line.text)) return mark ? true : alone && !/^\d{1,3}[.)]/.test(line.text);
  if (!mark || !(alone || endsSentence(lines[i - 1]?.text ?? ''))) return false;
  // Numbered points of a list come without marks; where one seems to have a mark, its number tells.
  if (mark.number.endsWith(')') && !SOURCE.test(line.text)) return false;
  const number = numberOf(mark.number);
  const step = number - numberOf(last?.number ?? '0');
  return mark.number.startsWith('*') || number === 1 || (step > 0 && step <= MAX_STEP);
}

function continuesNote(
  lines: readonly Line[],
  isFurniture: readonly boolean[],
  pages: readonly number[] | null,
  last: number,
): boolean {
  const next = lines[last + 1]!;
  if (isFurniture[last + 1] || next.afterFormFeed || next.blanksBefore > 1) return false;
  if (pages && pages[last + 1] !== pages[last]) return false;
  // Text taken from a PDF can have an empty line inside a note: a link or a sentence that is not finished goes on.
  if (next.blanksBefore === 1 && (endsSentence(lines[last]!.text) || !/^(?:https?:|www\.|%|\p{Ll})/u.test(next.text)))
    return false;
  return definedNumber(next.text) === null && !LABELLED.test(next.text) && !NOTE_LABEL.test(next.text);
}

/** What can point at notes, by number, in the order of the text. */
interface Marks {
  readonly sure: ReadonlyMap<string, readonly Mark[]>;
  /** "in 2029.2": a mark only where a note says that it is one. */
  readonly behindYear: ReadonlyMap<string, readonly Mark[]>;
}

/**
 * Digits or a superscript glued to the end of a word or of its punctuation, or to a year behind a month; no "CO2",
 * "F-35", "NAVO2030", "1.900".
 */
const PLAIN = new RegExp(
  `(?<=\\p{Ll}{2}[.,;:!?]?[»"”’)\\]]?|[)\\]»”][.,;:!?]?|\\p{L}’[.,;:!?]|(?:${DUTCH_MONTHS.join('|')}) (?:19|20)\\d{2})(?:\\d{1,2}|\\*{1,3})(?=[\\s.,;:!?)»”’]|$)`,
  'gu',
);
/** Raised digits behind anything, also another number ("2023²"); no "km²". */
const RAISED = /(?=[⁰¹²³⁴-⁹])(?<=\S)(?<!(?:^|[\s\d])[kcdm]?m)[⁰¹²³⁴-⁹]{1,3}(?=[\s.,;:!?)»”’]|$)/gu;
/** "[1]", "2)": also after a space. A note is pointed at in the form that it has itself. */
const IN_BRACKETS = /(?<=[\p{L}.,;:?!»”’"')\]]\s?)\[\d{1,2}\]/gu;
const WITH_BRACKET = /(?<=[\p{L}.,;:?!»”’"')\]]\s?)\d{1,2}\)(?=[\s.,;:?!]|$)/gu;
const BEHIND_YEAR = /(?<=(?:19|20)\d{2}[.,;:]?)\d{1,2}(?=\s|$)/g;

function findMarks(source: string, lines: readonly Line[]): Marks {
  const sure = new Map<string, Mark[]>();
  for (const form of [PLAIN, RAISED, IN_BRACKETS, WITH_BRACKET]) addMarks(sure, form, source, lines);
  const behindYear = new Map<string, Mark[]>();
  addMarks(behindYear, BEHIND_YEAR, source, lines);
  return { sure, behindYear };
}

function addMarks(marks: Map<string, Mark[]>, form: RegExp, source: string, lines: readonly Line[]): void {
  lines.forEach((line, index) => {
    for (const match of source.slice(line.start, line.end).matchAll(form)) {
      const number = toDigits(match[0]);
      const start = line.start + match.index;
      const list = marks.get(number) ?? [];
      list.push({ number, start, end: start + match[0].length, line: index });
      marks.set(number, list);
    }
  });
}

/** The last unused mark with this number before a definition: on the same page, or else shortly before it. */
function markBefore(
  marks: ReadonlyMap<string, readonly Mark[]>,
  used: ReadonlySet<Mark>,
  number: string,
  line: Line,
  onSamePage: (mark: Mark) => boolean,
): Mark | null {
  const all = marks.get(number) ?? [];
  const count = firstIndex(all.length, (i) => all[i]!.start >= line.start);
  let nearest: Mark | null = null;
  for (let i = count - 1; i >= Math.max(0, count - MAX_TRIED); i -= 1) {
    const mark = all[i]!;
    if (used.has(mark) || line.start - mark.start > MAX_DISTANCE) break;
    if (onSamePage(mark)) return mark;
    nearest ??= mark;
  }
  return nearest;
}

function toDigits(mark: string): string {
  return mark.replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)));
}
