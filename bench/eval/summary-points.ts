import { z } from 'zod';
import { readable } from '../../src/letters/readable.ts';
import type { Letter, Span } from '../../src/letters/types.ts';
import { readJsonLines } from './json-lines.ts';

/** What a good summary of a letter says, and the letter's own words that prove it. */
export interface ReferencePoint {
  readonly id: string;
  readonly file: string;
  readonly point: string;
  readonly quote: string;
}

const pointSchema = z.object({ id: z.string(), file: z.string(), point: z.string(), quote: z.string().min(1) });

/** Share of a proof's characters that have to be quoted for its point to be covered. */
const ENOUGH = 0.6;

/** Reads points from JSON lines. */
export async function readPoints(file: string): Promise<ReferencePoint[]> {
  return readJsonLines(file, pointSchema);
}

/**
 * Where the characters of a proof stand in the source, white space and hyphens aside.
 * @throws {Error} when the letter holds no such words
 */
export function locate(letter: Letter, quote: string): readonly number[] {
  let text = '';
  const offsets: number[] = [];
  for (const passage of letter.passages.filter(({ kind }) => kind === 'paragraph')) {
    const form = readable(letter, passage, passage.skipped);
    for (const [i, unit] of [...form.text.split('')].entries()) {
      if (/[\s-]/.test(unit)) continue;
      text += unit;
      offsets.push(form.offsets[i]!);
    }
  }
  const wanted = quote.replace(/[\s-]/g, '');
  const at = text.indexOf(wanted);
  if (at < 0) throw new Error(`${letter.file} does not say: ${quote}`);
  return offsets.slice(at, at + wanted.length);
}

/** Whether enough of a proof lies inside what is quoted. */
export function isCovered(proof: readonly number[], quoted: readonly Span[]): boolean {
  const inside = proof.filter((offset) => quoted.some(({ start, end }) => offset >= start && offset < end)).length;
  return inside >= ENOUGH * proof.length;
}
