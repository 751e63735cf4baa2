import { DUTCH_MONTHS } from './dates/months.ts';
import { endsSentence, type Line } from './lines.ts';
import { firstIndex } from './search.ts';
import type { Span } from './types.ts';

const DEFINITION =
  /^(?:\[?(\d{1,3})(?!\d)[\])]?|([⁰¹²³⁴-⁹]{1,3}|\*{1,3}))\s{0,3}(?=["'“‘«(]?(?:\p{Lu}|https?:|www\.|\d|zie\b|idem\b))/u;
const MONTH_OR_LIST = new RegExp(
  `^\\d{1,3}\\s(?:${DUTCH_MONTHS.join('|')}|en|tot|miljoen|miljard|procent|[Mm]inisters?|[Ll]idstaten)\\b`,
);
const CITES = /^\S{1,4}\s?(?:https?:|www\.|Kamerstuk|Zie |zie |Handelingen|Aanhangsel|Idem|Ibid|[IiVv]gl\.)/;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** The note mark is looked for so far back where pages are not known. */
const MAX_DISTANCE = 40_000;
const MAX_TRIED = 20;
/** So many notes in a row can have been missed. */
const MAX_STEP = 3;

export interface Footnote {
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
  const footnotes: Footnote[] = [];
  let i = 0;
  while (i < lines.length) {
    const number = isFurniture[i] ? null : definedNumber(lines[i]!.text);
    const mark =
      number === null ? null : markBefore(marks, used, number, lines[i]!, (m) => pages?.[m.line] === pages?.[i]);
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

function definedNumber(text: string): string | null {
  const match = DEFINITION.exec(text);
  if (!match || MONTH_OR_LIST.test(text)) return null;
  return toDigits(match[1] ?? match[2] ?? '');
}

function startsNote(lines: readonly Line[], i: number, footnotes: readonly Footnote[], mark: Mark | null): boolean {
  const line = lines[i]!;
  const last = footnotes.at(-1);
  const alone = i === 0 || line.blanksBefore > 0 || line.afterFormFeed || last?.to === i - 1;
  if (CITES.test(line.text)) return mark ? true : alone && !/^\d{1,3}[.)]/.test(line.text);
  if (!mark || !(alone || endsSentence(lines[i - 1]?.text ?? ''))) return false;
  // Numbered points of a list come without marks; where one seems to have a mark, its number tells.
  const step = Number(mark.number) - Number(last?.number ?? 0);
  return mark.number.startsWith('*') || mark.number === '1' || (step > 0 && step <= MAX_STEP);
}

function continuesNote(
  lines: readonly Line[],
  isFurniture: readonly boolean[],
  pages: readonly number[] | null,
  last: number,
): boolean {
  const next = lines[last + 1]!;
  if (isFurniture[last + 1] || next.blanksBefore > 0 || next.afterFormFeed) return false;
  if (pages && pages[last + 1] !== pages[last]) return false;
  return definedNumber(next.text) === null;
}

/** Digits glued to the end of a word or of its punctuation; no "CO2", "F-35", "NAVO2030", "1.900". */
const GLUED = String.raw`(?<=\p{Ll}{2}[.,;:!?]?[»"”’)\]]?|[)\]»”][.,;:]?)(?:\d{1,2}|\*{1,3}|\[\d{1,2}\])`;
/** Raised digits behind anything, also another number ("2023²"); no "km²". */
const RAISED = String.raw`(?=[⁰¹²³⁴-⁹])(?<=\S)(?<!(?:^|[\s\d])[kcdm]?m)[⁰¹²³⁴-⁹]{1,3}`;
const MARK = new RegExp(String.raw`(?:${GLUED}|${RAISED})(?=[\s.,;:!?)»”’]|$)`, 'gu');

function findMarks(source: string, lines: readonly Line[]): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>();
  lines.forEach((line, index) => {
    for (const match of source.slice(line.start, line.end).matchAll(MARK)) {
      const number = toDigits(match[0].replace(/[[\]]/g, ''));
      const start = line.start + match.index;
      const list = marks.get(number) ?? [];
      list.push({ number, start, end: start + match[0].length, line: index });
      marks.set(number, list);
    }
  });
  return marks;
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
