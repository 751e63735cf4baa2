import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { AskOptions, Library } from '../../answers/types.ts';
import { Problem } from '../../problem.ts';
import type { Terminal } from '../terminal/terminal.ts';

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), question: z.string() });

/** Lines of the batch that are not what they should be; all others were answered. */
export class BatchProblem extends Problem {
  constructor(readonly lines: readonly number[]) {
    const which =
      lines.length === 1 ? `Line ${lines[0]} of the batch is` : `Lines ${lines.join(', ')} of the batch are`;
    super(`${which} not a JSON object with "id" and "question"; mend that and ask again.`);
  }
}

/**
 * Reads `{"id","question"}` as JSON lines and writes `{"id", ...answer}`, one line each, in the same order. A line that
 * can't be read gets `{"id": null, "error"}` in its place.
 * @throws {BatchProblem} at the end, when there were such lines
 */
export async function answerBatch(library: Library, terminal: Terminal, options: AskOptions): Promise<void> {
  const broken: number[] = [];
  let number = 0;
  for await (const line of createInterface({ input: terminal.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const asked = parseLine(line);
    if (!asked) broken.push(number);
    const answer = asked
      ? { id: asked.id, ...(await library.ask(asked.question, options)) }
      : { id: null, error: new BatchProblem([number]).message };
    // A slow reader must not make the answers pile up in memory.
    if (!terminal.output.write(`${JSON.stringify(answer)}\n`)) await once(terminal.output, 'drain');
  }
  if (broken.length > 0) throw new BatchProblem(broken);
}

function parseLine(line: string): z.infer<typeof lineSchema> | null {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
