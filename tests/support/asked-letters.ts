import { expect } from 'vitest';
import { ask } from '../../src/answers/ask.ts';
import { factAnswer } from '../../src/answers/facts/fact-answer.ts';
import { type Answer, answerSchema } from '../../src/answers/schema.ts';
import { corpusPassages } from '../../src/indexing/stored.ts';
import type { Letter } from '../../src/letters/types.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { prepared, wordEncoder } from '../retrieval/fixtures.ts';
import { expectVerbatim } from './letters-library.ts';
import { manualClock } from './manual-clock.ts';

/**
 * Letters that are asked with an encoder of words; every quote of every answer is checked against its letter.
 * @param now when they are asked, ISO
 */
export async function askedLetters(letters: readonly Letter[], now = '2025-06-01T12:00:00Z') {
  const clock = manualClock(Date.parse(now));
  const corpus = { letters, passages: corpusPassages(letters) };
  const encoder = wordEncoder();
  const retriever = createRetriever({ corpus, data: await prepared(encoder, corpus), encoder });
  const answerTo = async (question: string, previous?: string): Promise<Answer> => {
    const answer = await ask({ corpus, retriever, clock }, question, { previous });
    expect(answerSchema.parse(answer)).toEqual(answer);
    for (const quote of [...answer.quotes, ...answer.related]) expectVerbatim(quote, letters);
    return answer;
  };
  /** The file and the highlighted words of each quote. */
  const marked = async (question: string): Promise<string[][]> => {
    const { quotes } = await answerTo(question);
    return quotes.map(({ file, text, marks }) => [file, ...marks.map(({ start, end }) => text.slice(start, end))]);
  };
  /** What is looked up rather than searched for; null for nothing. */
  const lookedUp = (question: string, previous?: string) =>
    factAnswer(question, { clock, previous }, { corpus, retriever });
  return { answerTo, marked, lookedUp };
}
