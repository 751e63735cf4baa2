import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balancedCuts, cutLongSentences, TARGET_LENGTH } from '../../src/letters/cuts.ts';
import { MAX_QUOTE_LENGTH, type Span } from '../../src/letters/types.ts';
import { letterOf } from './letters.ts';

/** Sentences of the given lengths with a space between them. */
function spansOf(lengths: readonly number[]): Span[] {
  let start = 0;
  return lengths.map((length) => {
    const span = { start, end: start + length };
    start = span.end + 1;
    return span;
  });
}

function sizes(sentences: readonly Span[]): number[] {
  const cuts = balancedCuts(sentences);
  return cuts.map((from, i) => sentences[(cuts[i + 1] ?? sentences.length) - 1]!.end - sentences[from]!.start);
}

describe('cutting long paragraphs', () => {
  it('leaves a paragraph up to the target whole', () => {
    expect(balancedCuts(spansOf([300, 399]))).toEqual([0]);
    expect(balancedCuts([])).toEqual([]);
  });

  it('makes even pieces instead of full ones and a rest', () => {
    expect(sizes(spansOf([200, 200, 200, 200]))).toEqual([401, 401]);
    expect(sizes(spansOf(Array.from({ length: 15 }, () => 100)))).toEqual([504, 504, 504]);
  });

  it('never makes one longer than a quote may be', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: MAX_QUOTE_LENGTH }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(lengths, (some) => {
        const sentences = spansOf(some);
        expect(Math.max(...sizes(sentences))).toBeLessThanOrEqual(MAX_QUOTE_LENGTH);
        expect(balancedCuts(sentences)[0]).toBe(0);
      }),
    );
  });
});

describe('cutting long sentences', () => {
  const pieces = (text: string): string[] =>
    cutLongSentences(text, [{ start: 0, end: text.length }]).map(({ start, end }) => text.slice(start, end));

  it('cuts after clauses, not inside them', () => {
    const clause = 'de ministers spraken over de versterking van de samenwerking met de partners';
    const text = `${Array.from({ length: 14 }, () => clause).join(', ')}; ${clause}.`;
    const cut = pieces(text);
    expect(cut.length).toBeGreaterThan(1);
    for (const piece of cut) {
      expect(piece).toMatch(/^de ministers.*partners[,;.]$/);
      expect(piece.length).toBeLessThanOrEqual(MAX_QUOTE_LENGTH);
    }
    expect(cut.join(' ')).toBe(text);
  });

  it('cuts where nothing is to be found, but not in the middle of a character', () => {
    const text = `x${'😀'.repeat(1200)}`;
    const cut = pieces(text);
    expect(cut.join('')).toBe(text);
    for (const piece of cut) {
      expect(piece.length).toBeLessThanOrEqual(TARGET_LENGTH);
      expect(piece).not.toMatch(/[\uD800-\uDBFF]$/);
    }
  });

  it('leaves no letter of a long paragraph out', () => {
    const source = `${'Een korte zin. '.repeat(120)}${'en nog een woord '.repeat(80)}`;
    const letter = letterOf(source);
    expect(letter.passages.map(({ text }) => text).join(' ')).toBe(source.trim());
  });
});
