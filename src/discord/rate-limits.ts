import type { Texts } from '../texts/nl.ts';
import type { Clock } from './ports.ts';

const MINUTE = 60_000;

export type Permission =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      /** Whole seconds until the next is allowed. */
      readonly seconds: number;
      readonly whose: 'user' | 'guild';
      /** Nothing was refused to this user in the last minute: worth a word. */
      readonly first: boolean;
    };

/** What a hasty reader is told. */
export function haste({ whose, seconds }: Extract<Permission, { allowed: false }>, { problem }: Texts): string {
  return whose === 'user' ? problem.slowDown(seconds) : problem.slowDownServer(seconds);
}

export interface RateLimits {
  /** Asks for one use, and takes it where it is allowed. */
  take(userId: string, guildId: string | null): Permission;
}

/** A bucket that fills evenly (token bucket). One use costs a minute of credit, so that all counting is in whole ms. */
interface Bucket {
  credit: number;
  at: number;
}

/** At most so many uses a minute for a person and for a server. Kept in memory: a restart forgives. */
export function createRateLimits(perUser: number, perGuild: number, clock: Clock): RateLimits {
  const users = new Map<string, Bucket>();
  const guilds = new Map<string, Bucket>();
  const refused = new Map<string, number>();
  let sweptAt = clock.elapsed();

  function sweep(now: number): void {
    if (now - sweptAt < MINUTE) return;
    sweptAt = now;
    // After a minute a bucket is full again: the same as none.
    for (const buckets of [users, guilds])
      for (const [id, { at }] of buckets) if (now - at > MINUTE) buckets.delete(id);
    for (const [id, at] of refused) if (now - at > MINUTE) refused.delete(id);
  }

  return {
    take(userId, guildId) {
      const now = clock.elapsed();
      sweep(now);
      const user = filled(users, userId, perUser, now);
      const guild = guildId === null ? null : filled(guilds, guildId, perGuild, now);
      const whose = user.credit < MINUTE ? 'user' : guild && guild.credit < MINUTE ? 'guild' : null;
      if (whose === null) {
        user.credit -= MINUTE;
        if (guild) guild.credit -= MINUTE;
        return { allowed: true };
      }
      const [bucket, perMinute] = whose === 'guild' && guild ? [guild, perGuild] : [user, perUser];
      const seconds = Math.max(1, Math.ceil((MINUTE - bucket.credit) / perMinute / 1000));
      const first = now - (refused.get(userId) ?? Number.NEGATIVE_INFINITY) > MINUTE;
      refused.set(userId, now);
      return { allowed: false, seconds, whose, first };
    },
  };
}

function filled(buckets: Map<string, Bucket>, id: string, perMinute: number, now: number): Bucket {
  const bucket = buckets.get(id) ?? { credit: perMinute * MINUTE, at: now };
  bucket.credit = Math.min(perMinute * MINUTE, bucket.credit + (now - bucket.at) * perMinute);
  bucket.at = now;
  buckets.set(id, bucket);
  return bucket;
}
