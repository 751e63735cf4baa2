import { type FileHandle, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Encoding } from '../../encoder/types.ts';
import { writeThenRename } from '../../write-atomically.ts';
import type { StoredFile } from '../manifest.ts';
import { draftIn, nameAfterContent, storeWritten } from '../store.ts';
import { vectorOf, writeRecord } from './record.ts';
import { headOf, openIfThere, type Place, readRecord, readThrough } from './record-file.ts';

/** What an index keeps of them. */
export interface Settled {
  readonly files: readonly StoredFile[];
  /** The hashes of all records by number, also those of passages that are gone. Files are numbered through, a hash once. */
  readonly hashes: readonly string[];
  /** Whether records have the numbers that they had in the index before. */
  readonly numbersKept: boolean;
}

/** More files than this are brought together into one. */
const MOST_FILES = 8;
/** A larger share of records of passages that are gone is not dragged along. */
const MOST_GONE = 1 / 3;

/**
 * What the encoder made of passages, by the hash of what was encoded: in the files of the index before, which never change,
 * and in a journal of what is encoded now. A run that was killed leaves its journal, and the next one goes on with it.
 */
export class Encodings {
  readonly #folder: string;
  readonly #head: Buffer;
  readonly #places = new Map<string, Place>();
  readonly #open: FileHandle[] = [];
  readonly #before: readonly StoredFile[];
  #countBefore = 0;
  #isDamaged = false;
  #journal: FileHandle | null = null;

  private constructor(folder: string, fingerprint: string, before: readonly StoredFile[]) {
    this.#folder = folder;
    this.#head = headOf(fingerprint);
    this.#before = before;
  }

  /** @param before the files of the index before, where it is of the same encoder; what is damaged in them is left out */
  static async open(folder: string, fingerprint: string, before: readonly StoredFile[]): Promise<Encodings> {
    const encodings = new Encodings(folder, fingerprint, before);
    try {
      for (const { name, bytes } of before) {
        const file = await openIfThere(path.join(folder, name));
        const end = file && (await encodings.#read(file));
        encodings.#isDamaged ||= end !== bytes;
      }
      encodings.#countBefore = encodings.#places.size;
      await encodings.#recover();
      return encodings;
    } catch (error) {
      await encodings.close();
      throw error;
    }
  }

  /** How many records the files of the index before hold. */
  get countBefore(): number {
    return this.#countBefore;
  }

  /** The hashes of those records by number; null where a file is damaged, so that numbers are not certain. */
  hashesBefore(): readonly string[] | null {
    return this.#isDamaged ? null : [...this.#places.keys()].slice(0, this.#countBefore);
  }

  has(hash: string): boolean {
    return this.#places.has(hash);
  }

  /** Writes what was encoded, so that it is there whatever comes. */
  async add(encoded: readonly { readonly hash: string; readonly encoding: Encoding }[]): Promise<void> {
    const journal = this.#journal ?? (await this.#begin());
    const records = encoded.map(({ hash, encoding }) => writeRecord(hash, encoding));
    let offset = (await journal.stat()).size;
    await journal.appendFile(Buffer.concat(records));
    for (const [i, { hash }] of encoded.entries()) {
      const { length } = records[i] ?? { length: 0 };
      this.#learn(hash, { file: journal, offset, length });
      offset += length;
    }
  }

  /** @throws Error where nothing was encoded of that, or it is damaged by now */
  async vector(hash: string): Promise<Float32Array> {
    return vectorOf(await this.#record(hash));
  }

  /**
   * Puts what is needed into files that an index can name. The journal stays beside them until the index is there.
   * @param needed hashes, each once, in the order of passages
   * @param keepNumbers whether the numbers of before are worth keeping, for a graph goes by them
   */
  async settle(needed: readonly string[], keepNumbers: boolean): Promise<Settled> {
    const all = [...this.#places.keys()];
    const gone = all.length - needed.length;
    if (this.#isDamaged || gone > all.length * MOST_GONE || (gone > 0 && !keepNumbers))
      return { files: [await this.#rewrite(needed)], hashes: needed, numbersKept: false };
    const grew = all.length > this.#countBefore;
    const settled = { hashes: all, numbersKept: this.#countBefore > 0 };
    if (this.#before.length + Number(grew) > MOST_FILES) return { ...settled, files: [await this.#rewrite(all)] };
    return { ...settled, files: grew ? [...this.#before, await this.#nameJournal()] : this.#before };
  }

  async close(): Promise<void> {
    for (const file of this.#open) await file.close();
  }

  async #record(hash: string): Promise<Buffer> {
    const place = this.#places.get(hash);
    const record = place && (await readRecord(place));
    if (!record) throw new Error(`what was encoded as ${hash} can't be read any more`);
    return record;
  }

  #rewrite(hashes: readonly string[]): Promise<StoredFile> {
    return storeWritten(this.#folder, 'encoded', 'bin', (draft) => this.#writeRecords(draft, hashes));
  }

  async #writeRecords(draft: string, hashes: readonly string[]): Promise<void> {
    const file = await open(draft, 'w');
    try {
      await file.appendFile(this.#head);
      for (const hash of hashes) await file.appendFile(await this.#record(hash));
    } finally {
      await file.close();
    }
  }

  /** Gives the journal a second name, after its content. */
  async #nameJournal(): Promise<StoredFile> {
    await this.#journal?.sync();
    return nameAfterContent(this.#folder, 'encoded', 'bin', this.#journalFile);
  }

  get #journalFile(): string {
    return path.join(this.#folder, `encoding-${this.#head.toString('hex', 0, 6)}.journal`);
  }

  /** @returns up to where the file is whole; null where the disk does not hand it out: then nothing in it is known */
  async #read(file: FileHandle): Promise<number | null> {
    const found: [hash: string, place: Place][] = [];
    const read = await readThrough(file, this.#head, (...record) => found.push(record)).catch(() => null);
    if (!read) {
      await file.close().catch(() => {});
      return null;
    }
    this.#open.push(file);
    for (const record of found) this.#learn(...record);
    this.#isDamaged ||= read.isDamaged;
    return read.end;
  }

  #learn(hash: string, place: Place): void {
    if (!this.#places.has(hash)) this.#places.set(hash, place);
  }

  /** Takes up the journal of a run that did not end; what it wrote last may be torn. One that can't be used is begun anew. */
  async #recover(): Promise<void> {
    const found = await openIfThere(this.#journalFile);
    if (!found) return;
    const known = this.#places.size;
    const end = await this.#read(found);
    if (!end) {
      await rm(this.#journalFile);
      await this.#begin();
      return;
    }
    // A run that was killed before it tidied up has given it its second name, under which nothing may be added to it.
    if ((await found.stat()).nlink > 1) {
      const news = [...this.#places.keys()].slice(known);
      await writeThenRename(
        draftIn(this.#folder, 'encoded', 'bin'),
        (draft) => this.#writeRecords(draft, news),
        async () => ({ path: this.#journalFile }),
      );
      await this.#begin();
      return;
    }
    const journal = await this.#begin();
    await journal.truncate(end);
  }

  async #begin(): Promise<FileHandle> {
    const journal = await open(this.#journalFile, 'a+');
    this.#open.push(journal);
    this.#journal = journal;
    if ((await journal.stat()).size === 0) await journal.appendFile(this.#head);
    return journal;
  }
}
