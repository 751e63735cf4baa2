/**
 * Lists of terms, one a line, as patterns. A line is a word or words as they are written, with these signs:
 *
 * - `land(en)`: "land" or "landen"
 * - `perso[on|nen]`: either ending
 * - `minister*`: anything that begins so
 * - `_`: any word
 * - `...30`: up to 30 characters; `~`: any number of them
 * - `#`: a digit
 * - `^wie`, `voor$`: at the beginning and at the end of the text
 */
const SIGNS: readonly (readonly [sign: RegExp, pattern: string])[] = [
  [/[.?+{}\\/]/g, '\\$&'],
  [/ ?\\\.\\\.\\\.(\d+) ?/g, String.raw`\b.{0,$1}\b`],
  [/\*/g, String.raw`\p{L}*`],
  [/\$/g, String.raw`\W*$$`],
  [/ ?~ ?/g, String.raw`\b.*\b`],
  [/#/g, String.raw`\d`],
  [/_/g, String.raw`\p{L}+`],
  [/\(/g, '(?:'],
  [/\)/g, ')?'],
  [/\[/g, '(?:'],
  [/\]/g, ')'],
  [/\^/g, String.raw`^\W*`],
];

/** The terms of a list. */
export function termsIn(list: string): string[] {
  return list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The source of a pattern that finds any term of a list, wherever it begins or ends. */
export function anyOf(list: string): string {
  const sources = termsIn(list).map((term) =>
    SIGNS.reduce((text, [sign, pattern]) => text.replace(sign, pattern), term),
  );
  return `(?:${sources.join('|')})`;
}

/** A pattern that finds any term of a list as whole words, in capitals or not. */
export function anyTerm(list: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}_])${anyOf(list)}(?![\p{L}\p{N}_])`, 'iu');
}
