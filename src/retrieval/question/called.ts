import { fold } from '../analysis/fold.ts';

/** Words of a name that are no name by themselves. */
const PARTICLE = /^(?:van|de|der|den|het|ter|ten|te|von|du|la|le|el|al)$/;
/**
 * Whether somebody is called by a name: "Ank Bijleveld" and "Bijleveld" for "A.Th.B. Bijleveld-Schouten". Where only
 * initials stand, a first name must begin with the first of them.
 */
export function isCalled(full: string, typed: string): boolean {
  const own = nameWords(full);
  const given = nameWords(typed).filter((word) => !PARTICLE.test(word));
  const last = given.pop();
  if (last === undefined || last.length < 2 || !own.includes(last)) return false;
  const initial = fold(/(?<!\p{L})\p{Lu}(?=\p{Ll}{0,2}\.)/u.exec(full)?.[0] ?? '');
  return given.every((word, i) => own.includes(word) || (i === 0 && initial !== '' && word.startsWith(initial)));
}

/** The last word of a name that is a name by itself, folded. */
export function lastName(name: string): string {
  return (
    nameWords(name)
      .filter((word) => !PARTICLE.test(word))
      .pop() ?? ''
  );
}

function nameWords(name: string): string[] {
  return fold(name).match(/\p{L}+/gu) ?? [];
}
