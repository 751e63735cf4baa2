import { expect, test } from 'vitest';
import { allComponents } from '../../src/discord/messages/parts/measure.ts';
import { questionOnce, quotePoint } from '../../src/discord/messages/parts/quote-point.ts';
import { sharedQuote } from '../../src/discord/messages/passages.ts';
import { texts } from '../../src/texts/texts.ts';
import { libraryOf, plainQuote } from '../support/quotes.ts';
import { scriptedLibrary } from '../support/scripted-library.ts';

const nl = texts('nl');
const other = await scriptedLibrary();

test('The question that a quote answers stands above it in small print, with nothing that Discord would format', () => {
  const quote = plainQuote({ question: 'Kent u **het bericht** van @everyone?' });
  const { components } = sharedQuote(quote, nl, { isPublic: true });
  const shown = allComponents(components).flatMap((part) => ('content' in part ? [part.content] : []));
  expect(shown.some((text) => text.startsWith('-# Vraag: Kent u \\*\\*het bericht\\*\\* van @everyone?\n> '))).toBe(
    true,
  );
  const view = { library: libraryOf([quote], other), texts: nl, language: 'nl' } as const;
  const [point] = quotePoint(quote, view, { number: 1, letterNamed: true });
  expect(JSON.stringify(point)).toContain('-# Vraag: Kent u ');
  // Said once where quotes of one answer follow each other on a page.
  const two = [{ quote }, { quote }];
  expect([0, 1].map((at) => questionOnce(two, at, at === 0)?.question)).toEqual([quote.question, null]);
  expect(questionOnce(two, 1, true)?.question).toBe(quote.question);
});
