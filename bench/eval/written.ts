import path from 'node:path';
import { z } from 'zod';
import type { Letter, LetterMetadata, Span } from '../../src/letters/types.ts';
import { readJsonLines } from './json-lines.ts';

const passageSchema = z.object({ id: z.string(), text: z.string() });
const questionSchema = z.object({
  passage: z.string(),
  /** How hard it is: in plain words, in everyday ones, in English. */
  kind: z.enum(['plain', 'everyday', 'english']),
  language: z.enum(['nl', 'en']),
  text: z.string(),
});

/** A question written for a passage. */
export type WrittenQuestion = z.infer<typeof questionSchema>;
export const KINDS = questionSchema.shape.kind.options;

export interface WrittenQuestions {
  /** Each passage as a letter of one paragraph. */
  readonly letters: readonly Letter[];
  readonly questions: readonly WrittenQuestion[];
}

const SENTENCE_END = /(?<=[.!?;:])\s+(?=[\p{Lu}\d“"'(•])/u;
const NO_METADATA: LetterMetadata = {
  kind: 'other',
  subject: null,
  letterDate: null,
  meeting: null,
  dossiers: [],
  number: null,
  signatories: [],
  url: null,
  stated: [],
  inferred: [],
  conflicts: [],
};

/** Reads `passages.jsonl` and `questions.jsonl` of a folder that training/retrieval/holdout.py wrote. */
export async function readWrittenQuestions(folder: string): Promise<WrittenQuestions> {
  const passages = await readJsonLines(path.join(folder, 'passages.jsonl'), passageSchema);
  const questions = await readJsonLines(path.join(folder, 'questions.jsonl'), questionSchema);
  return { letters: passages.map(({ id, text }) => paragraph(id, text)), questions };
}

/** A text without title or metadata as a letter of one passage. */
export function paragraph(id: string, text: string, title = ''): Letter {
  const sentences: Span[] = [];
  for (const sentence of text.split(SENTENCE_END)) {
    const start = text.indexOf(sentence, sentences.at(-1)?.end ?? 0);
    sentences.push({ start, end: start + sentence.length });
  }
  const whole = { start: 0, end: text.length };
  const passage = {
    id,
    kind: 'paragraph',
    section: 0,
    page: null,
    mark: null,
    skipped: [],
    sentences,
    text,
    ...whole,
  } as const;
  return {
    id,
    file: id,
    source: text,
    title,
    metadata: NO_METADATA,
    parts: [{ kind: 'paragraph', ...whole }],
    sections: [{ heading: null, title: null, question: null, ...whole }],
    passages: [passage],
    joins: [],
  };
}
