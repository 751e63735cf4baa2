import { readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { type TokenSource, TokenStore } from '../retrieval/rerank/token-store.ts';
import { markDamaged } from './damage.ts';
import { isWhole, tokensOf, vectorOf } from './encodings/record.ts';
import { headOf, type Place, readRecord, readThrough } from './encodings/record-file.ts';
import type { IndexProblem } from './errors.ts';
import type { StoredFile } from './manifest.ts';
import { damaged, unreadable } from './store.ts';

/** Closes files once nobody can read them any more: questions under way keep the index they began with. */
const closing = new FinalizationRegistry<readonly FileHandle[]>((files) => {
  for (const file of files) void file.close().catch(() => {});
});

/** Where a record stands, and what its file is called. */
interface NamedPlace extends Place {
  readonly name: string;
}

/**
 * What the encoder made of passages, read from an index's files when it is asked for: token vectors are most of an index
 * and few of them are needed for a question. Every record is verified when the files are opened and whenever it is read.
 */
export class PassageRecords implements TokenSource {
  readonly dimension: number;
  readonly #folder: string;
  readonly #records: readonly NamedPlace[];
  readonly #numbers: Uint32Array;

  /** @param numbers of each passage its record's */
  private constructor(folder: string, tokenDimension: number, records: readonly NamedPlace[], numbers: Uint32Array) {
    this.#folder = folder;
    this.dimension = tokenDimension;
    this.#records = records;
    this.#numbers = numbers;
  }

  /** @throws {IndexProblem} when a file is missing, damaged or can't be read */
  static async open(
    folder: string,
    files: readonly StoredFile[],
    { fingerprint, tokenDimension }: { readonly fingerprint: string; readonly tokenDimension: number | null },
    numbers: Uint32Array,
  ): Promise<PassageRecords> {
    const places = new Map<string, NamedPlace>();
    const opened: FileHandle[] = [];
    try {
      for (const stored of files) {
        const refuse = (cause: unknown): never => {
          throw unreadable(folder, stored, cause);
        };
        const file = await open(path.join(folder, stored.name)).catch(refuse);
        opened.push(file);
        const { end, isDamaged } = await readThrough(file, headOf(fingerprint), (hash, place) => {
          if (!places.has(hash)) places.set(hash, { ...place, name: stored.name });
        }).catch(refuse);
        const { size } = await file.stat().catch(refuse);
        if (isDamaged || end !== stored.bytes || size !== stored.bytes) throw damaged(folder, stored);
      }
    } catch (error) {
      for (const file of opened) await file.close().catch(() => {});
      throw error;
    }
    const records = new PassageRecords(folder, tokenDimension ?? 0, [...places.values()], numbers);
    closing.register(records, opened);
    return records;
  }

  /** How many records there are, also of passages that are gone. */
  get count(): number {
    return this.#records.length;
  }

  /** @throws {IndexProblem} where a record's bytes are no longer those that were written, or can't be read */
  async of(passages: readonly number[]): Promise<TokenStore> {
    const stores = await Promise.all(
      passages.map(async (passage) => [passage, tokensOf(await this.#record(passage))] as const),
    );
    return TokenStore.join(new Map(stores));
  }

  /** The token vectors of each sentence of a passage, at unit length. @throws {IndexProblem} as `of` */
  sentenceVectors(passage: number): readonly (readonly Float32Array[])[] {
    const place = this.#placeOf(passage);
    const record = Buffer.allocUnsafe(place.length);
    try {
      readSync(place.file.fd, record, 0, place.length, place.offset);
    } catch (cause) {
      throw this.#marked(unreadable(this.#folder, place, cause));
    }
    if (!isWhole(record)) throw this.#marked(damaged(this.#folder, place));
    return tokensOf(record).sentenceVectors(0);
  }

  /** The unit vectors of all passages. @throws {IndexProblem} as `of` */
  async vectors(): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (const passage of this.#numbers.keys()) vectors.push(vectorOf(await this.#record(passage)));
    return vectors;
  }

  async #record(passage: number): Promise<Buffer> {
    const place = this.#placeOf(passage);
    const record = await readRecord(place).catch((cause: unknown) => {
      throw this.#marked(unreadable(this.#folder, place, cause));
    });
    if (!record) throw this.#marked(damaged(this.#folder, place));
    return record;
  }

  #placeOf(passage: number): NamedPlace {
    const place = this.#records[this.#numbers[passage] ?? -1];
    if (!place) throw new Error(`there is no passage ${passage}`);
    return place;
  }

  #marked(problem: IndexProblem): IndexProblem {
    void markDamaged(this.#folder);
    return problem;
  }
}
