import type { Sidecar } from '../letters/sidecar.ts';

/** The kinds of file that can be taken in. */
export type Format = 'pdf' | 'docx' | 'html' | 'xml' | 'eml' | 'markdown' | 'text';

/** A file to take in, wherever it came from. */
export interface SourceFile {
  /** As messages call it: its path, or "standard input". */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a format states about its letter apart from the text: it goes to the sidecar. */
export type Facts = Pick<Sidecar, 'subject' | 'letterDate' | 'dossiers' | 'number' | 'url'>;

/** One letter's text, laid out as `src/letters` reads it: pages parted by form feeds, notes at their end. */
export interface Converted {
  /** The file it came from; an attachment is named after its e-mail as well. */
  readonly name: string;
  readonly format: Format;
  readonly text: string;
  readonly facts: Facts;
  /** Pages of the source; null where it has none. */
  readonly pages: number | null;
  /** What a person should know about how it was read, each one sentence. */
  readonly remarks: readonly string[];
}

/** Reads the text of a scanned PDF's pages, in order. */
export type Ocr = (pdf: SourceFile) => Promise<readonly string[]>;
