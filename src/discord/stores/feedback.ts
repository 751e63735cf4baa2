import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ensureFolder } from '../../ensure-folder.ts';
import { errorCode } from '../../error-code.ts';

/** What a reader said of an answer. */
export const feedbackSchema = z.object({
  at: z.iso.datetime(),
  verdict: z.enum(['right', 'wrong']),
  question: z.string(),
  /** The question it followed. */
  previous: z.string().optional(),
  /** The quotes shown; none for a refusal. */
  quotes: z.array(z.object({ id: z.string(), file: z.string(), start: z.int(), end: z.int() })),
  /** Of the index that answered. */
  index: z.string(),
  /** Discord id; only where it is configured. */
  user: z.string().optional(),
});

export type Feedback = z.infer<typeof feedbackSchema>;

export interface FeedbackStore {
  /** Resolves when it stands on disk. */
  add(feedback: Feedback): Promise<void>;
}

/** Appends to a file of JSON lines. A line is written at once, so that several writers do not mix theirs. */
export function openFeedback(file: string): FeedbackStore {
  let writing = Promise.resolve();
  return {
    add(feedback) {
      const write = writing.then(() => appendLine(file, JSON.stringify(feedback)));
      writing = write.catch(() => {});
      return write;
    },
  };
}

async function appendLine(file: string, content: string): Promise<void> {
  await ensureFolder(path.dirname(file));
  const handle = await open(file, 'a+');
  try {
    const { size } = await handle.stat();
    const last = size > 0 ? await handle.read(Buffer.alloc(1), 0, 1, size - 1) : null;
    // A crash may have left half a line: the new one must not be glued to it.
    const glue = last && last.buffer.toString() !== '\n' ? '\n' : '';
    await handle.appendFile(`${glue}${content}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** All feedback in a file, oldest first, and how many lines could not be read; nothing for a file that is not there. */
export async function readFeedback(file: string): Promise<{ readonly feedback: Feedback[]; readonly broken: number }> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { feedback: [], broken: 0 };
    throw error;
  }
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  const feedback = lines.flatMap((line) => parseLine(line) ?? []);
  return { feedback, broken: lines.length - feedback.length };
}

function parseLine(line: string): Feedback | null {
  try {
    return feedbackSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
