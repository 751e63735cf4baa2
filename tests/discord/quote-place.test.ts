import { expect, it } from 'vitest';
import { placeMarkdown } from '../../src/discord/messages/parts/quote.ts';
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
