import type { Encodings } from './encodings/encodings.ts';
import { loadRecordNumbers } from './load.ts';
import type { Manifest } from './manifest.ts';

/** An index that an update builds on. */
export interface IndexBefore {
  readonly manifest: Manifest;
  /** Of each of its passages the hash of what was encoded. */
  readonly hashes: readonly string[];
}

/** @returns null where there is none, or what says which passage has which record is damaged */
export async function readBefore(
  folder: string,
  manifest: Manifest | null,
  encodings: Encodings,
): Promise<IndexBefore | null> {
  const known = manifest && encodings.hashesBefore();
  const numbers = manifest && (await loadRecordNumbers(folder, manifest.files.records).catch(() => null));
  if (!known || !numbers?.every((number) => number < known.length)) return null;
  return { manifest, hashes: Array.from(numbers, (number) => known[number]!) };
}
