import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ChangeProblem, type IntakeProgress } from '../../discord/intake/port.ts';
import type { JobName, JobReply, Jobs } from './messages.ts';

export interface RunOptions {
  /** The built `child.js`; beside this file by default. */
  readonly entry?: string | undefined;
  /** How long it may say nothing, in ms; then it is ended. */
  readonly silence: number;
  /** Megabytes of its JavaScript heap; as much as Node takes where it is not given. */
  readonly heap?: number | undefined;
  readonly onProgress?: ((progress: IntakeProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A job's process ended before it was done: it took too long or too much memory, or crashed. */
export class JobEndedProblem extends ChangeProblem {
  constructor(readonly why: string) {
    super(
      `The process that reads letters ended before it was done (${why}); nothing is half-written, try again.`,
      'ended',
    );
  }
}

/**
 * Does one job in a process of its own.
 *
 * @throws {ChangeProblem} what the job says a person can mend
 * @throws {JobEndedProblem} when the process ended before it was done
 * @throws what `signal` aborts with
 */
export function runJob<Name extends JobName>(
  name: Name,
  task: Jobs[Name]['task'],
  { entry, silence, heap, onProgress = () => {}, signal }: RunOptions,
): Promise<Jobs[Name]['result']> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const child = fork(entry ?? fileURLToPath(new URL('./child.js', import.meta.url)), {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: heap === undefined ? [] : [`--max-old-space-size=${heap}`],
    });
    const kill = () => child.kill('SIGKILL');
    let watchdog = setTimeout(kill, silence);
    const abort = () => {
      reject(signal?.reason);
      kill();
    };
    signal?.addEventListener('abort', abort, { once: true });
    child.on('message', (reply: JobReply) => {
      clearTimeout(watchdog);
      watchdog = setTimeout(kill, silence);
      if (reply.type === 'progress') onProgress(reply.progress);
      // A job gives the result of its own name.
      else if (reply.type === 'done') resolve(reply.result as Jobs[Name]['result']);
      else if (reply.type === 'problem') reject(new ChangeProblem(reply.message, reply.reason));
      else if (reply.type === 'error') reject(new Error(reply.message));
    });
    const end = (why: string) => {
      clearTimeout(watchdog);
      signal?.removeEventListener('abort', abort);
      reject(new JobEndedProblem(why));
    };
    // It could not be started, or not be told what to do: then nothing says that it ended.
    child.on('error', ({ message }) => {
      kill();
      end(message);
    });
    child.on('exit', (code, killed) => end(killed ?? `exit code ${code}`));
    child.send({ name, ...task });
  });
}
