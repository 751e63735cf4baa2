import { publicationUrl } from '../letters/papers.ts';
import type { LetterMetadata } from '../letters/types.ts';

/** Where a letter is officially published. */
export interface Official {
  readonly url: string;
  /** Worked out from a number that the letter does not state for certain. */
  readonly likely: boolean;
}

/** Where a letter is officially published; null where neither an address nor a number is known. */
export function officialOf({
  url,
  dossiers,
  number,
  inferred,
}: Pick<LetterMetadata, 'url' | 'dossiers' | 'number' | 'inferred'>): Official | null {
  if (url !== null) return { url, likely: inferred.some(({ field }) => field === 'url') };
  const [dossier] = dossiers;
  return dossier === undefined || number === null ? null : { url: publicationUrl(dossier, number), likely: true };
}
