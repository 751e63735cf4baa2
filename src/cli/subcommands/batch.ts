import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { AskOptions, Library } from '../../answers/types.ts';
import { parseJson } from '../../json.ts';
import { Problem } from '../../problem.ts';
import { wordsIn } from '../../texts/words.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { whyNotAsked } from './question.ts';

const { and } = wordsIn('en');

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), question: z.string() });

/** Lines of the batch that were not asked; all others were answered. */
export class BatchProblem extends Problem {
  constructor(readonly lines: readonly number[]) {
    const which =
      lines.length === 1 ? `Line ${lines[0]} of the batch was` : `Lines ${and(lines.map(String))} of the batch were`;
    super(`${which} not asked: the answers say why; mend that and ask again.`);
  }
}

/**
 * Reads `{"id","question"}` as JSON lines and writes `{"id", ...answer}`, one line each, in the same order. A line that
 * can't be asked gets `{"id", "error"}` in its place, with null for an id that can't be read.
 * @throws {BatchProblem} at the end, when there were such lines
 */
export async function answerBatch(library: Library, terminal: Terminal, options: AskOptions): Promise<void> {
  const refused: number[] = [];
  let number = 0;
  for await (const line of createInterface({ input: terminal.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const { id, question, error } = parseLine(line, number);
    if (error !== null) refused.push(number);
    const answer = error === null ? { id, ...(await library.ask(question, options)) } : { id, error };
    // A slow reader must not make the answers pile up in memory.
    await terminal.printSlowly(JSON.stringify(answer));
  }
  if (refused.length > 0) throw new BatchProblem(refused);
}

interface Line {
  readonly id: string | number | null;
  readonly question: string;
  /** Why it is not asked. */
  readonly error: string | null;
}

function parseLine(line: string, number: number): Line {
  const { success, data } = lineSchema.safeParse(parseJson(line));
  if (success) return { ...data, error: whyNotAsked(data.question) };
  const error = `Line ${number} of the batch is not a JSON object with "id" and "question".`;
  return { id: null, question: '', error };
}
