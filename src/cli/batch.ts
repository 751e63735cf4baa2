import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { AskOptions, Library } from '../answers/types.ts';
import { Problem } from '../problem.ts';
import type { Terminal } from './terminal.ts';

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), question: z.string() });

/** A line of the batch that is not what it should be; the answers to the lines before it have been written. */
export class BatchProblem extends Problem {
  constructor(readonly line: number) {
    super(`Line ${line} of the batch is not a JSON object with "id" and "question"; mend it and run the batch again.`);
  }
}

/**
 * Reads `{"id","question"}` as JSON lines and writes `{"id", ...answer}`, one line each, in the same order.
 * @throws {BatchProblem} at the first line that can't be read
 */
export async function answerBatch(library: Library, terminal: Terminal, options: AskOptions): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: terminal.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const { id, question } = parseLine(line, number);
    const answer = await library.ask(question, options);
    // A slow reader must not make the answers pile up in memory.
    if (!terminal.output.write(`${JSON.stringify({ id, ...answer })}\n`)) await once(terminal.output, 'drain');
  }
}

function parseLine(line: string, number: number): z.infer<typeof lineSchema> {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    throw new BatchProblem(number);
  }
}
