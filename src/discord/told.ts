/** Remembers whom something was said to, so that it is said once. */
export interface Told {
  /** Whether it is to be said to this person or channel now. */
  first(who: string): boolean;
}

/** The last `most` that were told are remembered, as long as the bot runs. */
export function createTold(most = 10_000): Told {
  const told = new Set<string>();
  return {
    first(who) {
      if (told.has(who)) return false;
      const [oldest] = told;
      if (told.size >= most && oldest !== undefined) told.delete(oldest);
      told.add(who);
      return true;
    },
  };
}
