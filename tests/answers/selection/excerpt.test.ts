import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { quoteOf } from '../../../src/answers/quote.ts';
import { excerptAcross, excerptOf } from '../../../src/answers/selection/excerpt.ts';
import { readLetters } from '../../../src/letters/read.ts';
import type { Letter } from '../../../src/letters/types.ts';
import { SEEDS } from '../../support/folders.ts';
import { expectVerbatim } from '../../support/letters-library.ts';

let letters: readonly Letter[];
beforeAll(async () => {
  ({ letters } = await readLetters(SEEDS));
});

const passageWith = (words: string) => {
  for (const letter of letters)
    for (const [at, passage] of letter.passages.entries())
      if (passage.text.includes(words)) return { letter, passage, at };
  throw new Error(`no passage says ${words}`);
};

describe('An excerpt', () => {
  test('is some sentences of a passage, and can be quoted', () => {
    const { letter, passage } = passageWith('Allied Solace');
    const excerpt = excerptOf(letter, passage, 0);
    expect(excerpt.text).toBe(
      'Het kabinet informeert uw Kamer hierbij dat de operatie ten behoeve van de tijdelijke opvang in Kosovo, Allied Solace, is verlengd tot 28 februari 2022.',
    );
    expect(excerpt.id).toBe(passage.id);
    expect(quoteOf(letter, excerpt).text).toBe(excerpt.text);
  });

  test('of any sentences of any passage is, word for word, what the letter says', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.nat(), (l, p, a, b) => {
        const letter = letters[l % letters.length]!;
        const passage = letter.passages[p % letter.passages.length]!;
        const from = a % passage.sentences.length;
        const to = from + 1 + (b % (passage.sentences.length - from));
        const quote = quoteOf(letter, excerptOf(letter, passage, from, to));
        expectVerbatim(quote, letters);
        expect(passage.text).toContain(quote.text);
      }),
      { numRuns: 300 },
    );
  });

  test('leaves out a note mark as the passage does', () => {
    const { letter, passage } = passageWith('En marge van de bijeenkomst tekende Nederland');
    expect(excerptOf(letter, passage, 0).text).toMatch(/luchtruimverdediging\.$/);
  });

  test('can begin in the passage before, across a footnote and a page', () => {
    const { letter, passage, at } = passageWith('In aanloop naar de NAVO-top van regeringsleiders');
    const next = letter.passages.slice(at + 1).find(({ kind }) => kind === 'paragraph')!;
    const across = excerptAcross(letter, passage, passage.sentences.length - 1, next, 1);
    expect(across.text).toMatch(
      /^Zoals de NAVO verklaring van 14 april stelde, .* in deze relatie\. Voor Nederland is het van belang/,
    );
    expect(across.text).not.toContain('http');
    expectVerbatim(quoteOf(letter, across), letters);
  });

  test('of sentences that are not there is refused', () => {
    const { letter, passage } = passageWith('Allied Solace');
    expect(() => excerptOf(letter, passage, 3)).toThrow(RangeError);
    expect(() => excerptOf(letter, passage, 0, 9)).toThrow(RangeError);
    expect(() => excerptAcross(letter, passage, 0, passage, 1)).toThrow(RangeError);
  });
});
