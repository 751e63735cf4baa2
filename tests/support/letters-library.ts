import { expect } from 'vitest';
import { createLibrary } from '../../src/answers/library.ts';
import type { Found } from '../../src/answers/naming/resolver.ts';
import type { Quote } from '../../src/answers/schema.ts';
import { quoteSchema } from '../../src/answers/schema.ts';
import type { SentenceVectors } from '../../src/answers/selection/sentences.ts';
import { wordVectors } from '../../src/answers/selection/word-vectors.ts';
import type { Library } from '../../src/answers/types.ts';
import { corpusPassages } from '../../src/indexing/stored.ts';
import { linkMeetings } from '../../src/letters/meetings/link.ts';
import { parseLetter } from '../../src/letters/parse.ts';
import type { Letter } from '../../src/letters/types.ts';
import { wordRetriever } from './scripted-library.ts';

/** Letters from their texts, by file name. */
export function lettersFrom(sources: Readonly<Record<string, string>>): Letter[] {
  return linkMeetings(Object.entries(sources).map(([file, source]) => parseLetter({ file, source })));
}

/** What can be asked of letters, without a model but the one that is given. */
export function libraryOf(letters: readonly Letter[], vectors: SentenceVectors = wordVectors): Promise<Library> {
  const corpus = { letters, passages: corpusPassages(letters) };
  const about = {
    version: 'test',
    model: 'none',
    builtAt: '2026-01-01T00:00:00.000Z',
    passages: corpus.passages.length,
  };
  return createLibrary({ corpus, retriever: wordRetriever(corpus), vectors, about });
}

/** What was found, where it is just one. */
export function one<T>(found: Found<T>): T {
  if (found.is === 'one') return found.value;
  throw new Error(`Not one was found but ${found.is}.`);
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
