import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Letter, LetterMetadata, Span } from '../../src/letters/types.ts';
import type { Language } from '../../src/retrieval/types.ts';

/** A question written for a passage; what kind of question it is decides how hard it is. */
export interface WrittenQuestion {
  readonly passage: string;
  readonly kind: 'plain' | 'everyday' | 'english';
  readonly language: Language;
  readonly text: string;
}

export interface WrittenQuestions {
  /** Each passage as a letter of one paragraph. */
  readonly letters: readonly Letter[];
  /** The questions of the tenth of the passages that nothing was trained on. */
  readonly heldOut: readonly WrittenQuestion[];
}

const passageSchema = z.object({ id: z.string(), text: z.string() });
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

/** Reads `passages.jsonl` and `questions.tsv` of a folder; the held-out tenth is the one that training leaves out. */
export async function readWrittenQuestions(folder: string): Promise<WrittenQuestions> {
  const passages = lines(await readFile(path.join(folder, 'passages.jsonl'), 'utf8')).map((line) =>
    passageSchema.parse(JSON.parse(line)),
  );
  const rows = lines(await readFile(path.join(folder, 'questions.tsv'), 'utf8')).slice(1);
  const heldOut = rows.flatMap((row): WrittenQuestion[] => {
    const [passage = '', plain = '', everyday = '', english = ''] = row.split('\t');
    if (!isHeldOut(passage)) return [];
    return [
      { passage, kind: 'plain', language: 'nl', text: plain },
      { passage, kind: 'everyday', language: 'nl', text: everyday },
      { passage, kind: 'english', language: 'en', text: english },
    ];
  });
  return { letters: passages.map(({ id, text }) => paragraph(id, text)), heldOut };
}

/** The rule of training/texts/split.py. */
function isHeldOut(passage: string): boolean {
  return createHash('sha1').update(`passage ${passage}`).digest().readBigUInt64BE(0) % 10n === 0n;
}

/** A text without title or metadata as a letter of one passage. */
export function paragraph(id: string, text: string, title = ''): Letter {
  const sentences: Span[] = [];
  for (const sentence of text.split(SENTENCE_END)) {
    const start = text.indexOf(sentence, sentences.at(-1)?.end ?? 0);
    sentences.push({ start, end: start + sentence.length });
  }
  const whole = { start: 0, end: text.length };
  const passage = { id, kind: 'paragraph', section: 0, page: null, skipped: [], sentences, text, ...whole } as const;
  return {
    id,
    file: id,
    source: text,
    title,
    metadata: NO_METADATA,
    parts: [{ kind: 'paragraph', ...whole }],
    sections: [{ heading: null, title: null, ...whole }],
    passages: [passage],
    joins: [],
  };
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
