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
  const of = (id: string) => {
    return plainQuote({ citation: `Brief ${id}, § Afghanistan`, letter: { ...plainQuote().letter, id } });
  };
  const shown = quoteList(['a', 'a', 'b', 'a'].map(of), texts('nl'), 4_000, 1);
  const named = shown.map((parts) => /Brief ./.exec(JSON.stringify(parts))?.[0] ?? null);
  expect(named).toEqual(['Brief a', null, 'Brief b', 'Brief a']);
});
