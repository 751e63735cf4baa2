import { DUTCH_MONTHS } from '../dates/months.ts';
import type { Line } from '../lines.ts';
import { firstIndex } from '../search.ts';
import type { Span } from '../types.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** The note mark is looked for so far back where pages are not known. */
const MAX_DISTANCE = 40_000;
const MAX_TRIED = 20;

/** A place in running text that can point at a note. */
export interface Mark extends Span {
  readonly number: string;
  readonly line: number;
}

/** What can point at notes, by number, in the order of the text. */
export interface Marks {
  readonly sure: ReadonlyMap<string, readonly Mark[]>;
  /** "in 2029.2": a mark only where a note says that it is one. */
  readonly behindYear: ReadonlyMap<string, readonly Mark[]>;
}

// Each form first looks whether a mark can begin here, and only then at what stands before it: nearly no character does.

/**
 * Digits or a superscript glued to the end of a word or of its punctuation, or to a year behind a month; no "CO2",
 * "F-35", "NAVO2030", "1.900"; behind an abbreviation only with punctuation between ("ADR.2").
 */
const PLAIN = new RegExp(
  `(?=[\\d*])(?<=\\p{Ll}{2}[.,;:!?]?[»"”’)\\]]?|\\p{Lu}{2}[.,;:!?][»"”’)\\]]?|[)\\]»”][.,;:!?]?|\\p{L}’[.,;:!?]|(?:${DUTCH_MONTHS.join('|')}) (?:19|20)\\d{2})(?:\\d{1,2}|\\*{1,3})(?=[\\s.,;:!?)»”’]|$)`,
  'gu',
);
/** Raised digits behind anything, also another number ("2023²"); no "km²". */
const RAISED = /(?=[⁰¹²³⁴-⁹])(?<=\S)(?<!(?:^|[\s\d])[kcdm]?m)[⁰¹²³⁴-⁹]{1,3}(?=[\s.,;:!?)»”’]|$)/gu;
/** "[1]", "2)": also after a space. A note is pointed at in the form that it has itself. */
const IN_BRACKETS = /(?=\[)(?<=[\p{L}.,;:?!»”’"')\]]\s?)\[\d{1,2}\]/gu;
const WITH_BRACKET = /(?=\d)(?<=[\p{L}.,;:?!»”’"')\]]\s?)\d{1,2}\)(?=[\s.,;:?!]|$)/gu;
const BEHIND_YEAR = /(?=\d)(?<=(?:19|20)\d{2}[.,;:]?)\d{1,2}(?=\s|$)/g;

/** Finds everything in the lines that can point at a note. */
export function findMarks(source: string, lines: readonly Line[]): Marks {
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
export function markBefore(
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

/** The first mark with a labelled note's number behind the mark of the note before it, also one behind a year. */
export function nextMark(marks: Marks, number: string, after: number, before: number): Mark | null {
  for (const kind of [marks.sure, marks.behindYear]) {
    const all = kind.get(number) ?? [];
    const found = all[firstIndex(all.length, (i) => all[i]!.start >= after)];
    if (found && found.start < before) return found;
  }
  return null;
}

/** A number in digits, raised or not, as plain ones. */
export function toDigits(mark: string): string {
  return mark.replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)));
}
