/** Lets people have so many costly things under way, each person and all together. */
export interface Places {
  /**
   * Takes a place.
   * @returns what gives it back; or who takes up too many, the person alone or all together
   */
  take(person: string): (() => void) | 'person' | 'all';
}

export function createPlaces(each: number, all: number): Places {
  const taken = new Map<string, number>();
  let total = 0;
  return {
    take(person) {
      const own = taken.get(person) ?? 0;
      if (own >= each) return 'person';
      if (total >= all) return 'all';
      taken.set(person, own + 1);
      total++;
      return () => {
        total--;
        const left = (taken.get(person) ?? 0) - 1;
        if (left > 0) taken.set(person, left);
        else taken.delete(person);
      };
    },
  };
}
