import { expect, it } from 'vitest';
import { placeMarkdown, quoteList } from '../../src/discord/messages/parts/quote.ts';
import { texts } from '../../src/texts/texts.ts';
import { plainQuote } from '../support/quotes.ts';

it('a link to a place holds no brackets of its own, which would end it', () => {
  const section = `Agenda van de ${'bijeenkomst '.repeat(30)}`;
  const shown = placeMarkdown(
    { ...plainQuote(), section, pageUrl: 'https://example.org/letters/a/#b' },
    1,
    texts('nl'),
  );
  const [, words] = /\[(§ .*)\]\(https:/.exec(shown) ?? [];
  expect(words).toMatch(/…$/);
  expect(words).not.toMatch(/[[\]]/);
});

it('a quote names its letter, unless the one above it is of the same', () => {
  const of = (id: string, letterDate: string) => {
    const quote = plainQuote();
    return { ...quote, letter: { ...quote.letter, id, letterDate } };
  };
  const [older, newer] = [of('a', '2021-11-04'), of('b', '2022-02-01')];
  const shown = quoteList([older, older, newer, older], texts('nl'), 4_000, 1).map((parts) => JSON.stringify(parts));
  const named = shown.map((parts) => /brief van [\d\p{L} ]+/u.exec(parts)?.[0] ?? null);
  expect(named).toEqual(['brief van 4 november 2021', null, 'brief van 1 februari 2022', 'brief van 4 november 2021']);
});
