import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unescapeMarkdown } from '../../src/discord/messages/parts/escape.ts';
import { CUT, cutAtWord, excerpt } from '../../src/discord/messages/parts/excerpt.ts';

const SENTENCES = [
  'De eerste zin.',
  'De tweede zin gaat over ~geld~.',
  'De derde zin, nr. 3, is lang.',
  'En de vierde 😀.',
];
const TEXT = SENTENCES.join(' ');

/** The span of a sentence in TEXT. */
function sentence(index: number) {
  const start = SENTENCES.slice(0, index).reduce((sum, { length }) => sum + length + 1, 0);
  return { start, end: start + SENTENCES[index]!.length };
}

describe('excerpt', () => {
  test('a quote that fits is whole, its marks in bold', () => {
    expect(excerpt({ text: TEXT, marks: [sentence(1)] }, 500)).toBe(
      'De eerste zin. **De tweede zin gaat over \\~geld\\~.** De derde zin, nr. 3, is lang. En de vierde 😀.',
    );
  });

  test('a longer one keeps the sentences around its mark and says where it was cut', () => {
    expect(excerpt({ text: TEXT, marks: [sentence(2)] }, 70)).toBe(
      '[…] **De derde zin, nr. 3, is lang.** En de vierde 😀.',
    );
    expect(excerpt({ text: TEXT, marks: [sentence(1)] }, 50)).toBe('[…] **De tweede zin gaat over \\~geld\\~.** […]');
    expect(excerpt({ text: TEXT, marks: [] }, 25)).toBe('De eerste zin. […]');
  });

  test('a mark over two sentences is not cut through', () => {
    const marks = [{ start: sentence(0).start + 3, end: sentence(1).end - 4 }];
    expect(excerpt({ text: TEXT, marks }, 75)).toBe('De **eerste zin. De tweede zin gaat over \\~ge**ld\\~. […]');
  });

  test('a mark that does not fit gives nothing rather than a part of it', () => {
    expect(excerpt({ text: TEXT, marks: [sentence(1)] }, 20)).toBeNull();
  });

  test('one endless sentence is cut between words, or within an endless word', () => {
    expect(excerpt({ text: 'woord '.repeat(100).trim(), marks: [] }, 30)).toBe('woord woord woord woord […]');
    const emoji = cutAtWord('😀'.repeat(300), 101);
    expect(emoji.length).toBeLessThanOrEqual(101);
    expect(emoji).toMatch(/^(😀)+ \[…\]$/u);
  });

  const words = fc.constantFrom(
    'Nederland',
    'de',
    '*ster*',
    'a_b',
    '😀',
    'nr. 3',
    '[x]',
    '1.900',
    'Zin.',
    'Einde!',
    '`',
  );
  const quotes = fc.array(words, { minLength: 1, maxLength: 120 }).chain((list) => {
    const text = list.join(' ');
    // Marks start and end between words, as highlights do.
    const gaps = [...text.matchAll(/ /g)].map(({ index }) => index);
    const spot = fc.constantFrom(0, ...gaps, text.length);
    const mark = fc.tuple(spot, spot).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    return fc.record({ text: fc.constant(text), marks: mark.map((m) => (m.start < m.end ? [trimmed(text, m)] : [])) });
  });

  test('whatever it is given: within the limit, word for word, marks whole, no half characters', () => {
    fc.assert(
      fc.property(quotes, fc.integer({ min: 40, max: 600 }), (quote, limit) => {
        const shown = excerpt(quote, limit);
        if (shown === null) return quote.marks.length > 0;
        expect(shown.length).toBeLessThanOrEqual(limit);
        expect(() => encodeURIComponent(shown)).not.toThrow();
        const pieces = shown.split(CUT).map((piece) => unescapeMarkdown(piece.replace(/(?<!\\)\*\*/g, '')).trim());
        for (const piece of pieces) expect(quote.text).toContain(piece);
        const [mark] = quote.marks;
        if (mark)
          expect(unescapeMarkdown(/(?<!\\)\*\*(.*?)(?<!\\)\*\*/.exec(shown)?.[1] ?? '')).toBe(
            quote.text.slice(mark.start, mark.end),
          );
      }),
    );
  });
});

function trimmed(text: string, { start, end }: { start: number; end: number }) {
  return text[start] === ' ' ? { start: start + 1, end } : { start, end };
}
