const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A note mark as it is written behind a word: "besluit³". A plain digit could be taken for a part of the word. */
export function superscript(mark: string): string {
  return mark.replace(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)));
}

/** "[3]", "(3)" and "3" are the same mark; null for anything that marks no note. */
export function readMark(text: string): string | null {
  return /^[[(]?\s*(\d{1,3}|\*{1,3}|[ivx]{1,5}|[a-z])\s*[\])]?$/u.exec(text.trim())?.[1] ?? null;
}
