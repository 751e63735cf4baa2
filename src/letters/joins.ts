import type { DecideHyphen } from './fates.ts';
import { firstIndex } from './search.ts';
import type { Span } from './types.ts';

const HYPHEN = /[-‐‑\u00AD]$/u;
const LAST_WORD = /(?<![\p{L}\p{N}]|[\p{L}\p{N}][-‐‑])[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)*$/u;
const FIRST_WORD = /^[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)*/u;
const LONGEST_WORD = 120;
const LINK = /https?:\/\/|www\./i;

/**
 * What to leave out between two stretches of one unit of text that follow each other: a hyphen at the end of the first
 * with the white space behind it ("bondge-\nnootschap"), or that white space alone where the hyphen belongs to the
 * word ("NAVO-\nverdragsgebied"). Nothing where the first does not end in a hyphen.
 */
export function joinBetween(source: string, before: Span, after: Span, decide: DecideHyphen): Span[] {
  const end = source.slice(Math.max(before.start, before.end - LONGEST_WORD), before.end);
  if (!HYPHEN.test(end)) return [];
  const space = { start: before.end, end: after.start };
  // An address goes on to the next white space.
  if (LINK.test(end.split(/\s/).at(-1) ?? '')) return [space];
  const left = LAST_WORD.exec(end.slice(0, -1))?.[0] ?? '';
  const right = FIRST_WORD.exec(source.slice(after.start, Math.min(after.end, after.start + LONGEST_WORD)))?.[0] ?? '';
  if (end.endsWith('\u00AD') && left && right) return [{ start: before.end - 1, end: after.start }];
  const fate = decide(left.replace(/[‐‑]/g, '-'), right.replace(/[‐‑]/g, '-'));
  if (fate === 'space') return [];
  return fate === 'keep' ? [space] : [{ start: before.end - 1, end: after.start }];
}

/** Takes the given stretches out of spans: a join never covers what is skipped or another part. Both are in order. */
export function without(spans: readonly Span[], holes: readonly Span[]): Span[] {
  return spans.flatMap((span) => {
    const rest: Span[] = [];
    let start = span.start;
    const first = firstIndex(holes.length, (i) => holes[i]!.end > span.start);
    for (let i = first; i < holes.length && holes[i]!.start < span.end; i += 1) {
      const hole = holes[i]!;
      if (hole.start > start) rest.push({ start, end: hole.start });
      start = Math.max(start, hole.end);
    }
    if (start < span.end) rest.push({ start, end: span.end });
    return rest;
  });
}
