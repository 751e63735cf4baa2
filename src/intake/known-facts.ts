import { parseLetter } from '../letters/parse.ts';
import type { MetadataField } from '../letters/types.ts';
import type { Converted, Facts } from './types.ts';

/**
 * A letter with what is known of it from where it was found, or from the header of its e-mail: its number, dossiers and
 * address, by which it was found, and of its subject and date what the letter itself does not state.
 */
export function withKnown(converted: Converted, { subject, letterDate, ...known }: Facts): Converted {
  const { metadata } = parseLetter({ file: converted.name, source: converted.text, sidecar: converted.facts });
  const isStated = (field: MetadataField): boolean => !metadata.inferred.some((one) => one.field === field);
  const statesSubject = metadata.subject !== null && isStated('subject');
  const statesDate = metadata.letterDate !== null && isStated('letterDate') && metadata.letterDate !== letterDate;
  // A letter in several dossiers names them all, a service at times only the one that was asked for.
  const names = (dossier: string): boolean => metadata.dossiers.includes(dossier);
  const namesAll = isStated('dossiers') && known.dossiers?.every(names);
  const facts = {
    ...converted.facts,
    ...known,
    ...(subject && !statesSubject && { subject }),
    ...(letterDate && !statesDate && { letterDate }),
    ...(namesAll && { dossiers: [...metadata.dossiers] }),
  };
  return { ...converted, facts };
}
