import type { Follower } from '../../discord/follow/port.ts';
import type { Intake, JobOptions } from '../../discord/intake/port.ts';
import { createTurns } from '../../discord/library/turns.ts';
import type { Settings } from '../options/settings.ts';
import { JobEndedProblem, type RunOptions, runJob } from './job.ts';
import type { JobName, Jobs } from './messages.ts';
import { isUnfinished } from './unfinished.ts';

/** A letter is read in seconds; the person waits for it. */
const READ = { silence: 40_000, heap: 512 } as const;
/** Services are asked first: see `PROMPT`. An interaction ends in a minute. */
const FETCH = { silence: 50_000, heap: 512 } as const;
/** Building the graph of a large index says nothing for minutes. */
const CHANGE = { silence: 15 * 60_000 } as const;

/** Takes letters in and out while the bot runs, each job in a process of its own, one after the other. */
export function createLetterJobs(
  { lettersDir, indexDir, databaseUrl, model }: Pick<Settings, 'lettersDir' | 'indexDir' | 'databaseUrl' | 'model'>,
  given: Pick<RunOptions, 'entry'> & Partial<Pick<RunOptions, 'silence'>> = {},
): Intake & Follower {
  const folders = { lettersDir, indexDir, databaseUrl, model };
  const readings = createTurns(1);
  const fetches = createTurns(1);
  const changes = createTurns(1);
  let changing = 0;

  /** One change at a time; who has to wait is told. */
  async function change<Name extends Exclude<JobName, 'read' | 'fetch'>>(
    name: Name,
    task: Jobs[Name]['task'],
    { onProgress, signal = new AbortController().signal }: JobOptions,
  ): Promise<Jobs[Name]['result']> {
    if (changing > 0) onProgress?.({ phase: 'waiting' });
    changing++;
    try {
      return await changes.run(() => runJob(name, task, { ...CHANGE, ...given, onProgress, signal }), signal);
    } finally {
      changing--;
    }
  }

  return {
    async read(file, signal = new AbortController().signal) {
      try {
        return await readings.run(() => runJob('read', { lettersDir, file }, { ...READ, ...given, signal }), signal);
      } catch (error) {
        if (!(error instanceof JobEndedProblem)) throw error;
        return { letters: [], unread: [{ name: file.name, reason: 'costly' }] };
      }
    },
    async fetch(task, signal = new AbortController().signal) {
      try {
        return await fetches.run(
          () => runJob('fetch', { lettersDir, ...task }, { ...FETCH, ...given, signal }),
          signal,
        );
      } catch (error) {
        if (!(error instanceof JobEndedProblem)) throw error;
        return { why: 'not_had', kind: null, detail: error.message };
      }
    },
    add: (letters, { replace = false, ...options } = {}) => change('add', { ...folders, letters, replace }, options),
    follow: (task, signal) => change('follow', { ...folders, ...task }, { signal }),
    async remove({ id, file }, options = {}) {
      await change('remove', { ...folders, letter: { id, file } }, options);
    },
    async finish(signal) {
      if (!(await isUnfinished(lettersDir))) return false;
      await change('finish', folders, { signal });
      return true;
    },
  };
}
