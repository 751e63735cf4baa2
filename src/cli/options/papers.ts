import { DOSSIER, type NamedPaper, namedPaper, tidyDossier } from '../../letters/papers.ts';
import { UsageProblem } from '../terminal/failure.ts';

/**
 * Dossiers as they are typed, with commas: "28676", "28 676, 21501-28" as "28 676", "21 501-28".
 * @throws {UsageProblem} naming what is none
 */
export function readDossiers(typed: string): string[] {
  const names = typed.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !new RegExp(`^(?:${DOSSIER})$`, 'u').test(name));
  if (wrong !== undefined) throw new UsageProblem(`"${wrong}" is no dossier; write it as 28676, 21501-28 or 36600-X.`);
  return [...new Set(names.map(tidyDossier))];
}

/**
 * Papers as they are typed: "28676-270", "28 676, nr. 270", or the address of one.
 * @throws {UsageProblem} naming what is none
 */
export function readPapers(typed: readonly string[]): NamedPaper[] {
  return typed.map((name) => {
    const paper = namedPaper(name);
    if (paper === null)
      throw new UsageProblem(`"${name}" is no Kamerstuk number; write it as 28676-270 or "28 676, nr. 270".`);
    return paper;
  });
}
