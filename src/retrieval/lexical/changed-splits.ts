import { type CompoundSplitter, mayDecideSplits } from '../analysis/compounds.ts';
import { wordListedAs } from './corpus-words.ts';

/** The forms of a corpus, sorted, and how words are split by them. */
export interface Splitting {
  readonly forms: readonly string[];
  readonly split: CompoundSplitter;
}

/** Which of some listed words are not split as they were, now that other forms stand in the corpus: 1 for each that is not. */
export function changedSplits(listed: readonly string[], before: Splitting, now: Splitting): Uint8Array {
  const changed = new Uint8Array(listed.length);
  const holds = holder(differing(before.forms, now.forms).filter(mayDecideSplits));
  const isSame = (word: string) => before.split(word).join(' ') === now.split(word).join(' ');
  for (const [number, one] of listed.entries()) {
    if (!holds(one)) continue;
    const { form, parts: sides } = wordListedAs(one);
    if (![form, ...sides].every(isSame)) changed[number] = 1;
  }
  return changed;
}

/** What stands in one of two sorted lists alone. */
export function differing(a: readonly string[], b: readonly string[]): string[] {
  const found: string[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (a[i] === b[j]) [i, j] = [i + 1, j + 1];
    else if (j >= b.length || (i < a.length && a[i]! < b[j]!)) found.push(a[i++]!);
    else found.push(b[j++]!);
  }
  return found;
}

/** Tells whether any of some words, of two letters and more, stands in a text. */
function holder(words: readonly string[]): (text: string) => boolean {
  const byStart: string[][] = [];
  for (const word of words) {
    const start = startAt(word, 0);
    byStart[start] = [...(byStart[start] ?? []), word];
  }
  return (text) => {
    for (let at = 0; at < text.length - 1; at++) {
      const some = byStart[startAt(text, at)];
      if (some?.some((word) => text.startsWith(word, at))) return true;
    }
    return false;
  };
}

/** A number below 4,096 that says by which two letters something begins, nearly. */
function startAt(text: string, at: number): number {
  return ((text.charCodeAt(at) << 6) ^ text.charCodeAt(at + 1)) & 0xfff;
}
