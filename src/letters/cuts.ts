import { cutPlace } from '../whole-characters.ts';
import type { Span } from './types.ts';
import { MAX_QUOTE_LENGTH } from './types.ts';

/** The length that passages of a long paragraph are cut to, in UTF-16 units. */
export const TARGET_LENGTH = 700;

/** Where a sentence that is too long can be cut, best first: after a semicolon, a colon, a dash, a comma, a word. */
const BOUNDARIES = [/[;:]\s/g, /\s[–—-]\s/g, /,\s/g, /\s/g];

/** Sentences as they are, but the longer than a quote cut at the best boundaries of their clauses. Ranges in the text. */
export function cutLongSentences(text: string, sentences: readonly Span[]): Span[] {
  return sentences.flatMap((sentence) => {
    const pieces: Span[] = [];
    let { start } = sentence;
    while (sentence.end - start > MAX_QUOTE_LENGTH) {
      const cut = bestCut(text, start, Math.min(TARGET_LENGTH, (sentence.end - start) / 2));
      pieces.push({ start, end: cut });
      start = cut;
      while (/\s/.test(text.charAt(start))) start += 1;
    }
    return [...pieces, { start, end: sentence.end }];
  });
}

/** The last good boundary between half and all of the length wanted; a hard cut where there is none. */
function bestCut(text: string, start: number, length: number): number {
  const from = start + Math.floor(length / 2);
  const window = text.slice(from, start + Math.floor(length));
  for (const form of BOUNDARIES) {
    const last = [...window.matchAll(form)].at(-1);
    if (last) return from + last.index + last[0].trimEnd().length;
  }
  const cut = start + Math.floor(length);
  return cutPlace(text, cut);
}

/**
 * Groups sentences into stretches of even length, none longer than a quote may be. A text up to the target stays whole.
 * The cuts minimise the squared deviation from an even length, as Knuth and Plass (1981) break paragraphs into lines.
 *
 * @returns index of the first sentence of each stretch.
 */
export function balancedCuts(sentences: readonly Span[]): number[] {
  const last = sentences.at(-1);
  if (!last) return [];
  const length = last.end - sentences[0]!.start;
  if (length <= TARGET_LENGTH) return [0];
  const ideal = length / Math.ceil(length / TARGET_LENGTH);
  const costs = [0];
  const previous = [0];
  for (let end = 1; end <= sentences.length; end += 1) {
    let best = Number.POSITIVE_INFINITY;
    let from = end - 1;
    for (let start = end - 1; start >= 0; start -= 1) {
      const size = sentences[end - 1]!.end - sentences[start]!.start;
      if (size > MAX_QUOTE_LENGTH) break;
      const cost = costs[start]! + (size - ideal) ** 2;
      if (cost < best) {
        best = cost;
        from = start;
      }
    }
    costs.push(best);
    previous.push(from);
  }
  const starts: number[] = [];
  for (let end = sentences.length; end > 0; end = previous[end]!) starts.push(previous[end]!);
  return starts.reverse();
}
