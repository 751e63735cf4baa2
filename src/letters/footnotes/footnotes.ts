import { NOTE_LABEL } from '../furniture.ts';
import { endsSentence, type Line } from '../lines.ts';
import type { Span } from '../types.ts';
import { cites, definedNumber, labelOf, namesSource, numberInLowerCase, numberOf } from './definition.ts';
import { findMarks, type Mark, type Marks, markBefore, nextMark } from './marks.ts';
import { unnumberedNotes } from './unnumbered.ts';

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
    const found = isFurniture[i] ? null : definedNote(lines, i, { marks, used, footnotes, pages });
    if (!found) {
      i += 1;
      continue;
    }
    const { number, mark } = found;
    let to = i;
    while (to + 1 < lines.length && continuesNote(lines, isFurniture, pages, to)) to += 1;
    if (mark) used.add(mark);
    footnotes.push({ number, from: i, to, mark: mark && { start: mark.start, end: mark.end } });
    i = to + 1;
  }
  const taken = footnotes.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, k) => from + k));
  const unnumbered = unnumberedNotes(lines, isFurniture, new Set(taken));
  const others = unnumbered.map(({ from, to }) => ({ number: '', from, to, mark: null }));
  return [...footnotes, ...others].sort((a, b) => a.from - b.from);
}

/** A number under "X Noot" with the text under it, or "Noot 1: …"; both up to the next empty line. */
function labelledNote(
  lines: readonly Line[],
  isFurniture: readonly boolean[],
  i: number,
): Pick<Footnote, 'number' | 'from' | 'to'> | null {
  const { text } = lines[i]!;
  const label = labelOf(text);
  const isNumber = NOTE_LABEL.test(lines[i - 1]?.text ?? '') && /^(?:\d{1,3}|\*{1,3})$/.test(text);
  if (label === null && !isNumber) return null;
  const isNote = (line: Line): boolean => NOTE_LABEL.test(line.text) || labelOf(line.text) !== null;
  let to = i;
  if (isNumber && lines[i + 1] && !isFurniture[i + 1] && !isNote(lines[i + 1]!)) to = i + 1;
  for (let next = lines[to + 1]; next && (label !== null || to > i); next = lines[to + 1]) {
    if (isFurniture[to + 1] || next.blanksBefore > 0 || next.afterFormFeed || isNote(next)) break;
    to += 1;
  }
  return { number: label ?? text, from: i, to };
}

interface Known {
  readonly marks: Marks;
  readonly used: ReadonlySet<Mark>;
  readonly footnotes: readonly Footnote[];
  readonly pages: readonly number[] | null;
}

/** The number of the note that begins at a line, with the mark that points at it; null where none begins. */
function definedNote(
  lines: readonly Line[],
  i: number,
  { marks, used, footnotes, pages }: Known,
): { readonly number: string; readonly mark: Mark | null } | null {
  const line = lines[i]!;
  const before = (known: Marks['sure'], number: string): Mark | null =>
    markBefore(known, used, number, line, (mark) => pages?.[mark.line] === pages?.[i]);
  const next = String(numberOf(footnotes.at(-1)?.number ?? '0') + 1);
  const number = definedNumber(line.text);
  if (number !== null) {
    const mark = before(marks.sure, number) ?? (number === next ? before(marks.behindYear, number) : null);
    return startsNote(lines, i, footnotes, mark) ? { number, mark } : null;
  }
  if (pages === null || line.blanksBefore === 0 || numberInLowerCase(line.text) !== next) return null;
  const mark = before(marks.sure, next);
  return mark && pages[mark.line] === pages[i] ? { number: next, mark } : null;
}

function startsNote(lines: readonly Line[], i: number, footnotes: readonly Footnote[], mark: Mark | null): boolean {
  const line = lines[i]!;
  const last = footnotes.at(-1);
  const alone = i === 0 || line.blanksBefore > 0 || line.afterFormFeed || last?.to === i - 1;
  if (cites(line.text)) return mark ? true : alone && !/^\d{1,3}[.)]/.test(line.text);
  if (!mark || !(alone || endsSentence(lines[i - 1]?.text ?? ''))) return false;
  // Numbered points of a list come without marks; where one seems to have a mark, its number tells.
  if (mark.number.endsWith(')') && !namesSource(line.text)) return false;
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
  return definedNumber(next.text) === null && labelOf(next.text) === null && !NOTE_LABEL.test(next.text);
}
