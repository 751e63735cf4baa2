import { describe, expect, test } from 'vitest';
import { quoteOf } from '../../../src/answers/quote.ts';
import { withItems } from '../../../src/answers/selection/lists.ts';
import type { Letter } from '../../../src/letters/types.ts';
import { askedLetters } from '../../support/asked-letters.ts';
import { expectVerbatim, lettersFrom, libraryOf } from '../../support/letters-library.ts';

const letterWith = (...lines: readonly string[]): Letter[] =>
  lettersFrom({
    'kade.txt': `Den Haag, 3 maart 2025\n\nOver de kade\n\n${lines.join('\n\n')}\n\nDe Minister van Water,\nA. B. Voorbeeld\n`,
  });

function quoted(letters: readonly Letter[], words: string): string {
  const [letter] = letters;
  const passage = letter?.passages.find(({ text }) => text.includes(words));
  if (!letter || !passage) throw new Error(`no passage says ${words}`);
  const quote = quoteOf(letter, withItems(letter, passage));
  expectVerbatim(quote, letters);
  expect(quote.id).toBe(passage.id);
  return quote.text;
}

const LEAD = 'De inspectie accepteert bij de kade de volgende maatregelen:';

describe('A quote that leads in a list', () => {
  test.each([
    ['1. De kade blijft dicht.', '2. De sluis gaat open.', '3. De brug wordt hoger.'],
    ['a) De kade blijft dicht.', 'b) De sluis gaat open.', 'c) De brug wordt hoger.'],
    ['- De kade blijft dicht.', '- De sluis gaat open.', '- De brug wordt hoger.'],
    ['• De kade blijft dicht.', '• De sluis gaat open.', '• De brug wordt hoger.'],
    ['de kade blijft dicht;', 'de sluis gaat open; en', 'de brug wordt hoger.'],
  ])('goes on over its items: %s', (...items) => {
    const text = quoted(letterWith(LEAD, ...items, 'De kade is honderd jaar oud.'), 'volgende maatregelen');
    expect(text).toBe([LEAD, ...items].join(' '));
  });

  test('keeps what is said of an item where the next one follows, and ends with an item', () => {
    const items = ['1. De kade blijft dicht.', 'Dat duurt een jaar.', '2. De sluis gaat open.', 'Dat kost weinig.'];
    expect(quoted(letterWith(LEAD, ...items), 'volgende maatregelen')).toBe([LEAD, ...items.slice(0, 3)].join(' '));
  });

  test('goes as far as a quote may', () => {
    const items = Array.from({ length: 9 }, (_, i) => `${i + 1}. De kade ${'blijft heel erg lang '.repeat(9)}dicht.`);
    const text = quoted(letterWith(LEAD, ...items), 'volgende maatregelen');
    expect(text.length).toBeLessThanOrEqual(900);
    expect(text).toMatch(/ 2\. .* dicht\.$/);
  });

  test('stays as it is where it leads in nothing', () => {
    const text = 'De inspectie accepteert bij de kade de volgende maatregelen.';
    expect(quoted(letterWith(text, '1. De kade blijft dicht.'), 'volgende maatregelen')).toBe(text);
    expect(quoted(letterWith('De kade is oud.', LEAD), 'volgende maatregelen')).toBe(LEAD);
  });
});

describe('A list', () => {
  const letters = letterWith(
    'De kade bij Delden is honderd jaar oud.',
    LEAD,
    '1. De kade blijft voor vrachtverkeer gesloten en de minister heeft besloten tot herstel.',
    '2. De sluis gaat open.',
  );

  test('is the answer with what leads it in', async () => {
    const { answerTo } = await askedLetters(letters);
    const { quotes } = await answerTo('Welke maatregelen accepteert de inspectie bij de kade?');
    expect(quotes[0]?.text).toMatch(/volgende maatregelen: 1\. .* 2\. De sluis gaat open\.$/);
  });

  test('is not told from its first item on', async () => {
    const { timeline } = await libraryOf(letters);
    const texts = (await timeline('vrachtverkeer')).entries.map(({ quote }) => quote.text);
    expect(texts).toEqual([expect.stringMatching(/^De inspectie accepteert .*: 1\. .* 2\. De sluis gaat open\.$/)]);
    expect((await timeline('sluis')).entries.map(({ quote }) => quote.text)).toEqual(['2. De sluis gaat open.']);
  });
});
