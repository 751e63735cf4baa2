import { DOSSIER, tidyDossier } from '../../letters/papers.ts';
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
