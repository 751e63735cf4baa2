import type { Followed, FollowTask } from '../../discord/follow/port.ts';
import type {
  IncomingFile,
  IncomingLetter,
  IntakeProgress,
  NotChanged,
  NotFetched,
  PaperTask,
  ReadFile,
  TakenIn,
} from '../../discord/intake/port.ts';

/** What the bot's process asks of a job's process, with the result of each. */
export interface Jobs {
  readonly read: {
    readonly task: { readonly lettersDir: string; readonly file: IncomingFile };
    readonly result: ReadFile;
  };
  readonly fetch: {
    readonly task: PaperTask & { readonly lettersDir: string };
    readonly result: ReadFile | NotFetched;
  };
  readonly add: {
    readonly task: Folders & { readonly letters: readonly IncomingLetter[]; readonly replace: boolean };
    readonly result: readonly TakenIn[];
  };
  readonly remove: {
    readonly task: Folders & { readonly letter: { readonly id: string; readonly file: string } };
    readonly result: null;
  };
  readonly finish: { readonly task: Folders; readonly result: null };
  readonly follow: { readonly task: Folders & FollowTask; readonly result: Followed };
}

export type JobName = keyof Jobs;

export interface Folders {
  readonly lettersDir: string;
  readonly indexDir: string;
  readonly databaseUrl?: string | undefined;
  /** The bundled encoder where it is undefined. */
  readonly model: string | undefined;
}

export type JobRequest = { [Name in JobName]: { readonly name: Name } & Jobs[Name]['task'] }[JobName];

export type JobReply =
  | { readonly type: 'progress'; readonly progress: IntakeProgress }
  /** It works, though there is nothing to tell. */
  | { readonly type: 'alive' }
  | { readonly type: 'done'; readonly result: Jobs[JobName]['result'] }
  /** A person can mend it: one sentence. */
  | { readonly type: 'problem'; readonly message: string; readonly reason: NotChanged }
  | { readonly type: 'error'; readonly message: string };
