import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { type Conversion, convert } from '../../intake/convert.ts';
import { formatOf } from '../../intake/formats/detect.ts';
import { IntakeProblem } from '../../intake/problems.ts';
import type { Format, SourceFile } from '../../intake/types.ts';
import { packageRoot } from '../../package-root.ts';
import type { ReaderReply, ReaderRequest } from './reader-messages.ts';

/** A file is read within so many ms; with text recognition a sign of life within them is enough. */
const PATIENCE = 60_000;
/** Megabytes of its JavaScript heap. */
const HEAP = 1024;

export interface ReaderOptions {
  /** Reads scanned pages with Tesseract. */
  readonly ocr?: boolean | undefined;
  readonly patience?: number | undefined;
  /** The built `reader-child.js`. */
  readonly entry?: string | undefined;
}

/** What is read by going over it once, and here. */
const PLAIN: ReadonlySet<Format | null> = new Set(['text', 'markdown', null]);

/** Reads files, all but plain text in another process, which is ended where one takes too much time or memory, and started anew. */
export interface Reader {
  /** As `convert` does; one file at a time. Never rejects for what a file holds. */
  convert(file: SourceFile): Promise<Conversion>;
  close(): void;
}

/** The process starts with the first file that needs it. */
export function createReader({ ocr = false, patience = PATIENCE, entry = BUILT }: ReaderOptions = {}): Reader {
  let child: ChildProcess | null = null;

  function start(): ChildProcess {
    child = fork(entry, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${HEAP}`],
    });
    return child;
  }

  /** What the process says of a file; why it ended where it says nothing. */
  function ask(reading: ChildProcess, file: SourceFile): Promise<Conversion | 'slow' | 'died'> {
    return new Promise((resolve) => {
      const finish = (answer: Conversion | 'slow' | 'died'): void => {
        clearTimeout(watchdog);
        reading.removeAllListeners();
        if (typeof answer === 'string') {
          child = null;
          reading.kill('SIGKILL');
        }
        resolve(answer);
      };
      let watchdog = setTimeout(finish, patience, 'slow');
      reading.on('message', (reply: ReaderReply) => {
        if (reply.type === 'read') return finish(conversionOf(reply));
        clearTimeout(watchdog);
        watchdog = setTimeout(finish, patience, 'slow');
      });
      reading.once('exit', () => finish('died'));
      reading.once('error', () => finish('died'));
      reading.send({ file, ocr } satisfies ReaderRequest, (error) => {
        if (error) finish('died');
      });
    });
  }

  return {
    async convert(file) {
      if (PLAIN.has(formatOf(file))) return convert(file);
      const hasRead = child !== null;
      let answer = await ask(child ?? start(), file);
      // The files before it may have filled the memory: alone it has all of it.
      if (answer === 'died' && hasRead) answer = await ask(start(), file);
      if (typeof answer !== 'string') return answer;
      return { letters: [], problems: [tooCostly(file)] };
    },
    close() {
      child?.kill('SIGKILL');
      child = null;
    },
  };
}

const BUILT = path.join(packageRoot(), 'dist/src/cli/letter-jobs/reader-child.js');

function conversionOf({ letters, problems }: Extract<ReaderReply, { type: 'read' }>): Conversion {
  return { letters, problems: problems.map(({ file, reason, rest }) => new IntakeProblem(file, reason, rest)) };
}

function tooCostly({ name }: SourceFile): IntakeProblem {
  return new IntakeProblem(name, 'costly', 'takes more time or memory than any letter should; add another copy of it.');
}
