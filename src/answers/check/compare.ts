import { diffArrays } from 'diff';
import type { Span } from '../../letters/types.ts';
import type { Difference } from './schema.ts';

/** A word with its apostrophes and hyphens, or one other sign. */
const TOKEN = /[\p{L}\p{N}\p{M}]+(?:[-'.,][\p{L}\p{N}\p{M}]+)*|\S/gu;

export interface Comparison {
  /** From 0 for nothing to 1 for all in common. */
  readonly likeness: number;
  /** What of the letter's text is compared with the claim. */
  readonly range: Span;
  readonly differences: readonly Difference[];
}

/**
 * Aligns the words of a claim with those of a stretch of a letter, both folded, by the shortest edit script (Myers 1986).
 *
 * @param shown the stretch as it stands in the letter, place by place
 * @param from where the stretch begins in the letter's text
 * @returns null where they have too little in common to be told apart
 */
export function compare(claim: string, stretch: string, shown: string, from: number): Comparison | null {
  const own = tokensOf(claim);
  const theirs = tokensOf(stretch);
  const changes = diffArrays(
    own.map(({ text }) => text),
    theirs.map(({ text }) => text),
    { maxEditLength: own.length + theirs.length },
  );
  if (!changes) return null;
  const same = changes.filter(({ added, removed }) => !added && !removed);
  const common = same.reduce((sum, { value }) => sum + value.length, 0);
  // What the letter says before the first common word and behind the last is not what is quoted.
  const first = changes.findIndex(({ added, removed }) => !added && !removed);
  const last = changes.findLastIndex(({ added, removed }) => !added && !removed);
  if (first < 0) return null;
  const kept = changes.filter(({ added }, i) => !added || (i > first && i < last));
  const skipped = changes.slice(0, first).flatMap(({ added, value }) => (added ? value : [])).length;
  const inLetter = kept.reduce((sum, { removed, value }) => sum + (removed ? 0 : value.length), 0);
  const begin = theirs[skipped];
  const end = theirs[skipped + inLetter - 1];
  if (!begin || !end) return null;
  return {
    likeness: (2 * common) / (own.length + inLetter),
    range: { start: from + begin.start, end: from + end.end },
    differences: differencesOf(kept, claim, own, shown, theirs.slice(skipped)),
  };
}

interface Token extends Span {
  readonly text: string;
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The changes as text, with the spaces that stand between the words in the one text or the other. */
function differencesOf(
  changes: readonly { readonly added: boolean; readonly removed: boolean; readonly value: readonly string[] }[],
  claim: string,
  own: readonly Token[],
  shown: string,
  theirs: readonly Token[],
): Difference[] {
  let [mine, letters] = [0, 0];
  return changes.map(({ added, removed, value }) => {
    const [source, tokens, at] = added ? [shown, theirs, letters] : [claim, own, mine];
    if (!added) mine += value.length;
    if (!removed) letters += value.length;
    const [begin, end] = [tokens[at], tokens[at + value.length - 1]];
    const text = begin && end ? source.slice(begin.start, end.end) : value.join(' ');
    return { is: added ? 'letter' : removed ? 'draft' : 'same', text };
  });
}
