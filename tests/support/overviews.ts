import { expect } from 'vitest';
import { createOverviews, type Overviews } from '../../src/answers/overviews.ts';
import type { Quote } from '../../src/answers/schema.ts';
import { quoteSchema } from '../../src/answers/schema.ts';
import type { SentenceEncoder } from '../../src/answers/selection/sentences.ts';
import { wordVectors } from '../../src/answers/selection/word-vectors.ts';
import { corpusPassages } from '../../src/indexing/stored.ts';
import { linkMeetings } from '../../src/letters/meetings/link.ts';
import { parseLetter } from '../../src/letters/parse.ts';
import type { Letter } from '../../src/letters/types.ts';
import { wordRetriever } from './scripted-library.ts';

/** Letters from their texts, by file name. */
export function lettersFrom(sources: Readonly<Record<string, string>>): Letter[] {
  return linkMeetings(Object.entries(sources).map(([file, source]) => parseLetter({ file, source })));
}

export function overviewsOf(letters: readonly Letter[], encoder: SentenceEncoder = wordVectors): Promise<Overviews> {
  const corpus = { letters, passages: corpusPassages(letters) };
  return createOverviews({ corpus, retriever: wordRetriever(corpus), encoder });
}

/** Checks a quote against its letter without the code that makes quotes: nothing but white space and hyphens differs. */
export function expectVerbatim(quote: Quote, letters: readonly Letter[]): void {
  const { source } = letters.find(({ file }) => file === quote.file)!;
  let hull = '';
  let at = quote.start;
  for (const skip of [...quote.skipped, { start: quote.end, end: quote.end }]) {
    hull += source.slice(at, skip.start);
    at = skip.end;
  }
  const bare = (text: string) => text.replace(/[\s-]/g, '');
  expect(bare(quoteSchema.parse(quote).text)).toBe(bare(hull));
}
