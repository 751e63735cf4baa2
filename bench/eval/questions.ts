import { z } from 'zod';
import type { Letter } from '../../src/letters/types.ts';
import { Problem } from '../../src/problem.ts';
import type { CorpusPassage } from '../../src/retrieval/types.ts';
import { readJsonLines } from './json-lines.ts';

const quoteSchema = z.object({ file: z.string(), quote: z.string().min(1) });
const questionSchema = z.object({
  id: z.string(),
  lang: z.enum(['nl', 'en']),
  type: z.string(),
  question: z.string(),
  gold: z.array(quoteSchema),
  acceptable: z.array(quoteSchema).default([]),
});

/** A stretch of a letter, named by its file. */
export interface Place {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

export interface EvalQuestion {
  readonly id: string;
  readonly lang: 'nl' | 'en';
  readonly type: string;
  readonly question: string;
  /** What an answer needs; empty for a question that the letters do not answer. */
  readonly gold: readonly Place[];
  /** Any of these answers in full as well. */
  readonly acceptable: readonly Place[];
}

/**
 * Reads questions with the quotes that answer them, one JSON object a line.
 * @throws {Problem} where the file can't be read or a quote does not stand in its letter.
 */
export async function readQuestions(file: string, letters: readonly Letter[]): Promise<EvalQuestion[]> {
  const sources = new Map(letters.map((letter) => [letter.file, letter.source]));
  const placed = (id: string, { file: name, quote }: z.infer<typeof quoteSchema>): Place => {
    const start = sources.get(name)?.indexOf(quote) ?? -1;
    if (start < 0) throw new Problem(`${file}, question ${id}: its quote does not stand in ${name}`);
    return { file: name, start, end: start + quote.length };
  };
  return (await readJsonLines(file, questionSchema)).map(({ id, lang, type, question, gold, acceptable }) => ({
    id,
    lang,
    type,
    question,
    gold: gold.map((quote) => placed(id, quote)),
    acceptable: acceptable.map((quote) => placed(id, quote)),
  }));
}

/** Where a passage stands. */
export function placeOf({ letter, passage }: CorpusPassage): Place {
  return { file: letter.file, start: passage.start, end: passage.end };
}
