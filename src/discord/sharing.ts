import type { Clock } from './ports.ts';

/** What is shared where: a quote in a channel, say. */
export type ShareKey = string;

/** The right to post something, which its holder uses or gives back. */
export interface Turn {
  /** It stands in the channel: where, as far as that is known. */
  done(url: string | null): void;
  /** It did not come: another may try. */
  release(): void;
}

/** Sees to it that two presses, or a press that is tried again, post a thing once. */
export interface Sharing {
  /** The turn to post; or where it stands already, null while that is not known. */
  take(key: ShareKey): Turn | { readonly url: string | null };
}

/** A turn that nobody used or gave back within this is free again, in ms. */
const LONGEST_TURN = 120_000;

interface Entry {
  readonly at: number;
  /** Undefined as long as it is being posted. */
  url?: string | null;
}

/** The last `most` are remembered, as long as the bot runs. */
export function createSharing({ elapsed }: Pick<Clock, 'elapsed'>, most = 2000): Sharing {
  const entries = new Map<ShareKey, Entry>();
  return {
    take(key) {
      const known = entries.get(key);
      if (known && (known.url !== undefined || elapsed() - known.at < LONGEST_TURN)) return { url: known.url ?? null };
      const entry: Entry = { at: elapsed() };
      entries.delete(key);
      entries.set(key, entry);
      const [oldest] = entries.keys();
      if (entries.size > most && oldest !== undefined) entries.delete(oldest);
      return {
        done(url) {
          entry.url = url;
        },
        release() {
          if (entries.get(key) === entry) entries.delete(key);
        },
      };
    },
  };
}
