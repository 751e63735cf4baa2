import { open, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ensureFolder } from '../../ensure-folder.ts';
import { errorCode } from '../../error-code.ts';
import { writeAtomically } from '../../write-atomically.ts';
import { createTurns } from '../library/turns.ts';

/** Why an answer is wrong, as readers can say. */
export const FEEDBACK_REASONS = ['elsewhere', 'other_time', 'incomplete', 'unclear'] as const;

/** What a reader said of an answer. */
export const feedbackSchema = z.object({
  at: z.iso.datetime(),
  verdict: z.enum(['right', 'wrong']),
  /** Only where LOG_QUESTIONS says that questions may be kept. */
  question: z.string().optional(),
  /** The question it followed, likewise. */
  previous: z.string().optional(),
  /** The quotes shown; none for a refusal. */
  quotes: z.array(z.object({ id: z.string(), file: z.string(), start: z.int(), end: z.int() })),
  /** Stands for one reader's verdict on one answer: what is said of it later takes the place of this. */
  answer: z.string().optional(),
  reason: z.enum(FEEDBACK_REASONS).optional(),
  /** Of the index that answered. */
  index: z.string(),
  /** Discord id; only where it is configured. */
  user: z.string().optional(),
});

export type Feedback = z.infer<typeof feedbackSchema>;

/** In a file, or in a database. */
export interface FeedbackStore {
  /** Resolves when it is kept. */
  add(feedback: Feedback): Promise<void>;
  /** All that is kept, oldest first, and how much of it could not be read. */
  read(): Promise<ReadFeedback>;
  /** Forgets what `which` is true of, and what could not be read; resolves to how much that was. */
  forget(which: (feedback: Feedback) => boolean): Promise<number>;
}

export interface ReadFeedback {
  readonly feedback: readonly Feedback[];
  readonly broken: number;
}

/** The last that each reader said of each answer, in the order in which they first did. */
export function standing(feedback: readonly Feedback[]): Feedback[] {
  const last = new Map<unknown, Feedback>();
  for (const said of feedback) {
    const before = last.get(said.answer);
    const isAgain = said.answer !== undefined && before !== undefined;
    const kept = isAgain && said.quotes.length === 0 ? { quotes: before.quotes } : {};
    const question = isAgain ? (said.question ?? before.question) : said.question;
    last.set(said.answer ?? said, { ...said, ...kept, ...(question !== undefined && { question }) });
  }
  return [...last.values()];
}

const OWNER_ONLY = 0o600;

/** Of one file in bytes, some ten thousand verdicts: what is older than two such files is forgotten. */
const MOST_BYTES = 5_000_000;

/** The file of before the last that got full. */
const olderOf = (file: string): string => `${file}.1`;

/**
 * Appends to a file of JSON lines that only its owner can read. A line is written at once, so that several writers do not
 * mix theirs. A file of `mostBytes` is put aside, in the place of the one put aside before it.
 */
export function openFeedback(file: string, mostBytes = MOST_BYTES): FeedbackStore {
  const writes = createTurns(1);
  return {
    add: (feedback) => writes.run(() => appendLine(file, JSON.stringify(feedback), mostBytes)),
    read: () => readFeedback(file),
    forget: (which) => writes.run(async () => (await forgetIn(olderOf(file), which)) + (await forgetIn(file, which))),
  };
}

async function forgetIn(file: string, which: (feedback: Feedback) => boolean): Promise<number> {
  const handle = await open(file, 'r').catch(unlessMissing(null));
  if (!handle) return 0;
  try {
    const lines = linesOf(await handle.readFile('utf8'));
    const kept = lines.filter((line) => {
      const feedback = parseLine(line);
      return feedback !== null && !which(feedback);
    });
    if (kept.length === lines.length) return 0;
    await writeAtomically(file, kept.map((line) => `${line}\n`).join(''), OWNER_ONLY);
    // What another process wrote meanwhile stands in the file of before alone: reading goes on where it ended.
    for (const line of linesOf(await handle.readFile('utf8'))) await appendLine(file, line, Number.POSITIVE_INFINITY);
    return lines.length - kept.length;
  } finally {
    await handle.close();
  }
}

async function appendLine(file: string, content: string, mostBytes: number, tries = 3): Promise<void> {
  await ensureFolder(path.dirname(file));
  const handle = await open(file, 'a+', OWNER_ONLY);
  try {
    // One of before, when everybody could read it, becomes its owner's too.
    await handle.chmod(OWNER_ONLY);
    const { size } = await handle.stat();
    const last = size > 0 ? await handle.read(Buffer.alloc(1), 0, 1, size - 1) : null;
    // A crash may have left half a line: the new one must not be glued to it.
    const glue = last && last.buffer.toString() !== '\n' ? '\n' : '';
    await handle.appendFile(`${glue}${content}\n`);
    await handle.sync();
    const { ino } = await handle.stat();
    // Another process put a new file in its place meanwhile; said twice is said once.
    const isReplaced = (await stat(file).catch(unlessMissing(null)))?.ino !== ino;
    if (isReplaced && tries > 1) await appendLine(file, content, mostBytes, tries - 1);
    else if (size + content.length >= mostBytes) await rename(file, olderOf(file));
  } finally {
    await handle.close();
  }
}

/** Nothing for a file that is not there. */
async function readFeedback(file: string): Promise<ReadFeedback> {
  const contents = [await contentOf(olderOf(file)), await contentOf(file)];
  const lines = contents.flatMap(linesOf);
  const feedback = lines.flatMap((line) => parseLine(line) ?? []);
  return { feedback, broken: lines.length - feedback.length };
}

const linesOf = (content: string): string[] => content.split('\n').filter((line) => line.trim() !== '');

const contentOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(unlessMissing(''));

/** What stands for a file that is not there. */
function unlessMissing<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (errorCode(error) === 'ENOENT') return value;
    throw error;
  };
}

function parseLine(line: string): Feedback | null {
  try {
    return feedbackSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
