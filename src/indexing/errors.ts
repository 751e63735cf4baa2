import { Problem } from '../problem.ts';

/** Why an index can't be used as it is. */
export type IndexState = 'missing' | 'stale' | 'broken' | 'other_version' | 'other_model' | 'other_letters';

/** The index in a folder can't be used; building it anew mends it. */
export class IndexProblem extends Problem {
  constructor(
    readonly state: IndexState,
    readonly folder: string,
    /** A clause: "its manifest.json is damaged". */
    readonly why: string,
    options?: ErrorOptions,
  ) {
    super(`The index in ${folder} can't be used: ${why}; run "briefwijzer index" to build it.`, options);
  }
}

/** The index folder can't be written. */
export class IndexFolderProblem extends Problem {
  constructor(
    readonly folder: string,
    readonly why: string,
    options?: ErrorOptions,
  ) {
    super(`The index can't be written to ${folder}: ${why}.`, options);
  }
}
