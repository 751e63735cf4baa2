import { MOST_CHARACTERS } from '../letters/errors.ts';

/** What is refused before it costs memory or time. Real letters stay far below all of these. */
export const LIMITS = {
  /** Bytes of one file as it lies on disk. */
  fileBytes: 64 * 1024 * 1024,
  /** Bytes of a Word file's text parts after unpacking, all together. */
  unpackedBytes: 64 * 1024 * 1024,
  /** Bytes that the compressed streams of a PDF unpack to: its text all together, a picture alone. */
  streamBytes: 128 * 1024 * 1024,
  /** Pages of one PDF. */
  pages: 2000,
  /** Stretches of text on one page of a PDF. */
  piecesOnPage: 20_000,
  /** UTF-16 units of the text that is made of one file. */
  textLength: MOST_CHARACTERS,
  /** Elements within each other, of a page, an XML file or a Word file. */
  depth: 400,
  /** E-mails attached to e-mails. */
  nestedMails: 2,
} as const;
