import type { Line } from '../lines.ts';
import { isAddress } from './addresses.ts';
import { BARE_DATE, DATE_LINE } from './date-lines.ts';
import { isLabelled, isSubjectLabel, labelAt } from './labels.ts';
import type { LetterheadKind } from './line.ts';
import { isDossierLine, isNumberLine, isPaperLine } from './paper-lines.ts';
import { isSalutation, isSalutationInHead } from './salutations.ts';

/** Longer lines are running text wherever they stand. */
const MAX_ANYWHERE = 220;
const MAX_IN_HEAD = 400;

/** What a line is of a letterhead, wherever it stands. */
export function kindAnywhere(text: string): LetterheadKind | null {
  if (text.length > MAX_ANYWHERE) return null;
  if (DATE_LINE.test(text) || isNumberLine(text)) return 'metadata';
  if (isSalutation(text)) return 'salutation';
  return null;
}

/** What a line is of a letterhead, before the running text. */
export function kindInHead(text: string): LetterheadKind | null {
  if (text.length > MAX_IN_HEAD) return null;
  if (isAddress(text)) return 'address';
  if (isSalutationInHead(text)) return 'salutation';
  return isLabelled(text) || BARE_DATE.test(text) || isPaperLine(text) ? 'metadata' : null;
}

/** A line that only makes sense with the letterhead line right above it: a label's value, a wrapped subject or title. */
export function continuesHead(previous: string, text: string): boolean {
  if (/[.!?]$/.test(text) && text.length > 40) return false;
  const label = labelAt(previous);
  if (label !== null) return text.length < 90 && (label.length === previous.length || isSubjectLabel(previous));
  const capitals = (line: string): boolean => line === line.toUpperCase() && /\p{Lu}{3}/u.test(line);
  if (capitals(text) && /\p{Lu}{4}.*\p{Lu}{4}/u.test(previous)) return true;
  return /^\p{Ll}/u.test(text) && text.length < 60 && isDossierLine(previous);
}

/** Whether a line looks like the beginning of running text: long, or ended like a sentence of some length. */
export function isRunningText(lines: readonly Line[], i: number): boolean {
  const { text } = lines[i]!;
  if (text.length > 40 && /[.!?]$/.test(text)) return true;
  const next = lines[i + 1];
  return text.length > 50 && next !== undefined && next.blanksBefore === 0 && /^\p{Ll}/u.test(next.text);
}
