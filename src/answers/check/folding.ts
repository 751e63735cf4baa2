/** All of them count as the same: which marks a house style wants says nothing of the words. */
const QUOTATION_MARKS = /["'`´‘’‚‛“”„‟«»‹›]/g;

/**
 * A text as it is compared: white space as one space, quotation marks and apostrophes as one kind. Nothing else is
 * forgiven. A text whose white space is single spaces keeps its length.
 */
export function folded(text: string): string {
  return text.replace(/\s+/g, ' ').replace(QUOTATION_MARKS, "'");
}

const LINE_END_HYPHEN = /[-‐‑]\s*\n\s*/g;

/** Both ways to read the line-end hyphens of a text, folded: as part of a word, and as cutting one. */
export function readings(text: string): string[] {
  const tidy = text.normalize('NFC').replace(/\u00AD\s*/g, '');
  const forms = [tidy.replace(LINE_END_HYPHEN, ''), tidy.replace(LINE_END_HYPHEN, '-'), tidy];
  return [...new Set(forms.map((form) => folded(form).trim()))];
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:[-'.,][\p{L}\p{N}\p{M}]+)*/gu;

/** A word with its place in a folded text. */
export interface Word {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a folded text, in small letters. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    form: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
