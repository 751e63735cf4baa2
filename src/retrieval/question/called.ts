import { fold } from '../analysis/fold.ts';

/** Words of a name that are no name by themselves. */
const PARTICLE = /^(?:van|de|der|den|het|ter|ten|te|tot|in|op|von|du|la|le|el|al|[tsd])$/;

/**
 * Whether somebody is called by a name: "Ank Bijleveld" and "Bijleveld" for "A.Th.B. Bijleveld-Schouten". Where only
 * initials stand, the first of first names must begin with the first of them.
 */
export function isCalled(full: string, typed: string): boolean {
  const own = nameWords(full);
  const given = nameWords(typed).filter((word) => !PARTICLE.test(word));
  const last = given.pop();
  if (last === undefined || last.length < 2 || !own.includes(last)) return false;
  const initial = initialOf(full);
  return given.every((word, i) => own.includes(word) || (initial !== '' && (i > 0 || word.startsWith(initial))));
}

/**
 * A typed name by which somebody is called: as it is where that fits one of some names, else the last name alone, where one
 * person has it who signs with initials. They need not be those of the name people go by: "Karien van Gennip" for
 * "C.E.G. van Gennip". As it is where nobody is meant.
 */
export function knownAs(typed: string, names: readonly string[]): string {
  if (names.some((name) => isCalled(name, typed))) return typed;
  const last = withParticles(typed);
  const [initial = '', ...others] = new Set(names.filter((name) => isCalled(name, last)).map(initialOf));
  return initial !== '' && others.length === 0 ? last : typed;
}

/** The last word of a name that is a name by itself, folded. */
export function lastName(name: string): string {
  return (
    nameWords(name)
      .filter((word) => !PARTICLE.test(word))
      .pop() ?? ''
  );
}

/** The last word of a name and the particles before it, as they are written. */
export function withParticles(name: string): string {
  const words = name.split(/\s+/);
  const isParticle = (word: string) => PARTICLE.test(fold(word).replaceAll("'", ''));
  const last = words.findLastIndex((word) => !isParticle(word));
  const before = words.slice(0, last).findLastIndex((word) => !isParticle(word));
  return words.slice(before + 1, last + 1).join(' ');
}

/** The first initial of a name, folded; empty where it has none. */
function initialOf(full: string): string {
  return fold(/(?<!\p{L})\p{Lu}(?=\p{Ll}{0,2}\.)/u.exec(full)?.[0] ?? '');
}

function nameWords(name: string): string[] {
  return fold(name).match(/\p{L}+/gu) ?? [];
}
