import type { Span } from './types.ts';

/** Whether two spans of one text share a character. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
