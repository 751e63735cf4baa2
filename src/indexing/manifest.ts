import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { errorCode } from '../error-code.ts';
import { parseJson } from '../json.ts';
import { writeAtomically } from '../write-atomically.ts';
import { sha256 } from './checksum.ts';
import { IndexProblem } from './errors.ts';

/** Raised whenever an index of an earlier program can't be read, or would answer differently, any more. */
export const FORMAT_VERSION = 8;

export const MANIFEST = 'manifest.json';

const storedFileSchema = z.object({
  /** Name inside the index folder; it carries the beginning of the checksum, so a file never changes. */
  name: z.string().regex(/^[\w.-]+$/),
  /** Hexadecimal SHA-256 of the bytes. */
  sha256: z.string().length(64),
  bytes: z.int().min(0),
});

/** What an index holds, wherever its contents are kept. */
export const indexFactsSchema = z.object({
  formatVersion: z.literal(FORMAT_VERSION),
  /** Hash of what it holds: the same for the same letters, whichever folder they lie in and however it came about. */
  version: z.string(),
  builtAt: z.iso.datetime(),
  /** The letters folder, in full with links followed. */
  lettersDir: z.string(),
  /** Checksum of the program that made it. */
  program: z.string(),
  model: z.object({
    name: z.string(),
    fingerprint: z.string(),
    dimension: z.int().min(1),
    tokenDimension: z.int().min(1).nullable(),
  }),
  /** Checksum of the letters folder when it was read. */
  input: z.string(),
  letters: z.array(
    z.object({
      id: z.string(),
      file: z.string(),
      /** SHA-256 of the letter's text. */
      checksum: z.string(),
      passages: z.int().min(0),
    }),
  ),
  /** Files of the folder that are no letters, or can't be read as such, with the reason. */
  skipped: z.array(z.object({ file: z.string(), reason: z.string(), problem: z.string().optional() })),
  passages: z.int().min(0),
});

export const manifestSchema = indexFactsSchema.extend({
  /** Checksum of the bundled data it was made with; an index of before has none. */
  data: z.string().optional(),
  files: z.object({
    letters: storedFileSchema,
    passages: storedFileSchema,
    lexical: storedFileSchema,
    /** What the encoder made of passages; a file for each update that brought new ones. */
    encoded: z.array(storedFileSchema),
    /** Of each passage the number of its record in those. */
    records: storedFileSchema,
    /** The HNSW graph; absent where hnswlib-node could not be built. */
    graph: storedFileSchema.nullable(),
  }),
});

export type IndexFacts = z.infer<typeof indexFactsSchema>;
export type StoredFile = z.infer<typeof storedFileSchema>;
export type Manifest = z.infer<typeof manifestSchema>;

/**
 * @returns null where there is no index
 * @throws {IndexProblem} when the manifest is broken or of another version
 */
export async function readManifest(folder: string): Promise<Manifest | null> {
  let text: string;
  try {
    text = await readFile(path.join(folder, MANIFEST), 'utf8');
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return null;
    throw new IndexProblem('broken', folder, "its manifest.json can't be read", { cause });
  }
  const json = parseJson(text);
  assertFormat(json, folder);
  const manifest = manifestSchema.safeParse(json);
  if (!manifest.success || sealed(manifest.data) !== text)
    throw new IndexProblem('broken', folder, 'its manifest.json is damaged', { cause: manifest.error });
  return manifest.data;
}

/** @throws {IndexProblem} when a manifest is one of another version of the program */
export function assertFormat(manifest: unknown, place: string): void {
  const { success, data } = z.object({ formatVersion: z.int() }).safeParse(manifest);
  if (!success || data.formatVersion === FORMAT_VERSION) return;
  const why = `it is of version ${data.formatVersion}, this program writes version ${FORMAT_VERSION}`;
  throw new IndexProblem('other_version', place, why);
}

/** Replaces the manifest by one rename: a reader sees the old index or the new one. */
export function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  return writeAtomically(path.join(folder, MANIFEST), sealed(manifest));
}

/**
 * A manifest's text, with a checksum of its own. A manifest that is read is sealed anew and must give the same text, so
 * that no bit of it can change unnoticed.
 */
function sealed(manifest: Manifest): string {
  const content = manifestSchema.parse(manifest);
  return `${JSON.stringify({ ...content, checksum: sha256(JSON.stringify(content)) }, null, 2)}\n`;
}
