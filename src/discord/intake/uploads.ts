import { randomUUID } from 'node:crypto';
import { contentId } from '../../letters/ids.ts';
import type { Clock } from '../ports.ts';
import type { IncomingLetter } from './port.ts';

/** So many files wait for their "take in" at once, so much text together (UTF-16 units), for so long (ms). */
const MOST = 20;
const MOST_TEXT = 16 * 1024 * 1024;
const KEPT_FOR = 30 * 60_000;

/** What was read from files and waits to be taken in. In memory: a restart forgets it. */
export interface Uploads {
  /**
   * Keeps the letters of one file; the oldest give way. Returns the key they are kept under: a new one, or the one under
   * which they were kept before.
   */
  keep(letters: readonly IncomingLetter[], userId: string, before?: string): string;
  /** Hands over what was kept, once, to who sent it; null where there is nothing (any more). */
  take(key: string, userId: string): readonly IncomingLetter[] | null;
}

export function createUploads(clock: Clock): Uploads {
  const kept = new Map<string, { readonly letters: readonly IncomingLetter[]; readonly userId: string }>();

  const size = (): number =>
    [...kept.values()].reduce((sum, { letters }) => sum + letters.reduce((all, { text }) => all + text.length, 0), 0);

  return {
    keep(letters, userId, key = contentId('upload', randomUUID())) {
      kept.set(key, { letters, userId });
      for (const oldest of kept.keys()) {
        if (oldest === key || (kept.size <= MOST && size() <= MOST_TEXT)) break;
        kept.delete(oldest);
      }
      void clock.sleep(KEPT_FOR).then(() => kept.delete(key));
      return key;
    },
    take(key, userId) {
      const found = kept.get(key);
      if (!found || found.userId !== userId) return null;
      kept.delete(key);
      return found.letters;
    },
  };
}
