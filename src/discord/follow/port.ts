import type { OfficialServices } from '../intake/official-services.ts';

/** What is asked of the official services. */
export interface FollowTask extends OfficialServices {
  /** Dossiers ("28 676"), each with the day (ISO) from which on its letters are followed. */
  readonly dossiers: readonly { readonly dossier: string; readonly since: string }[];
}

export interface Followed {
  /** Letters of the dossiers that were taken in from the services, now or before, and are there: their files, and when (ISO). */
  readonly letters: readonly { readonly dossier: string; readonly file: string; readonly added: string }[];
  /** What could not be had, one sentence each; it is asked for again the next time. */
  readonly problems: readonly string[];
}

/** Looks for new letters. All work is done in another process. */
export interface Follower {
  /**
   * Asks the services for letters of dossiers, takes in those that are not there yet, and brings the index up to date.
   *
   * @throws {Problem} where that can't be done; letters that were taken in stay
   */
  follow(task: FollowTask, signal: AbortSignal): Promise<Followed>;
}
