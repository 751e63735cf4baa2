/** A stretch of a letter's file: UTF-16 offsets `[start, end)` into the text decoded as it is (a BOM counts as one unit). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a stretch of a letter is. Every character that is not white space belongs to exactly one part. */
export type PartKind =
  | 'heading'
  | 'paragraph'
  | 'address'
  | 'metadata'
  | 'salutation'
  | 'signature'
  | 'footnote'
  | 'furniture';

export interface Part extends Span {
  readonly kind: PartKind;
}

/**
 * A heading and what stands under it. The first section has none: what precedes the first heading, empty where the letter
 * begins with one. What concerns the letter as a whole (letterhead, signature, furniture) belongs to it wherever it stands.
 */
export interface Section extends Span {
  /** Where the heading stands; null for the first section. */
  readonly heading: Span | null;
  /** The heading in readable form. */
  readonly title: string | null;
}

/** The unit that is retrieved: one paragraph, a part of a long one, or another part that states something. */
export interface Passage extends Span {
  /** At most 12 characters, made from content; the same after a rebuild. */
  readonly id: string;
  /** The kind of part it stands in; running text is `paragraph`. */
  readonly kind: PartKind;
  /** Index into the letter's sections. */
  readonly section: number;
  /** 1-based page, or null where the file shows no page breaks. */
  readonly page: number | null;
  /** What interrupts the hull: page furniture, a footnote between two halves, a note mark glued to a word. */
  readonly skipped: readonly Span[];
  /** Sentences in order; each lies within the passage. */
  readonly sentences: readonly Span[];
  /** The readable form of the hull; at most `MAX_QUOTE_LENGTH` characters. */
  readonly text: string;
}

export type LetterKind = 'report' | 'annotated_agenda' | 'other';

export interface Meeting {
  /** At most 12 characters; letters before and after the same meeting share it. */
  readonly id: string;
  /** As the letter names it, without its dates: "NAVO-ministers van Defensie". */
  readonly name: string;
  /** ISO dates, ascending. */
  readonly dates: readonly string[];
  readonly place: string | null;
}

export interface Signatory {
  readonly name: string;
  readonly office: string | null;
}

export type MetadataField =
  | 'kind'
  | 'subject'
  | 'letterDate'
  | 'meeting'
  | 'dossiers'
  | 'number'
  | 'signatories'
  | 'url';

export interface LetterMetadata {
  readonly kind: LetterKind;
  readonly subject: string | null;
  /** ISO date. */
  readonly letterDate: string | null;
  readonly meeting: Meeting | null;
  /** Dossier numbers as parliament writes them: "28 676", "21 501-02". */
  readonly dossiers: readonly string[];
  /** The letter's own number within its dossier: "348". */
  readonly number: string | null;
  readonly signatories: readonly Signatory[];
  /** The official publication, where dossier and number are known or a sidecar gives it. */
  readonly url: string | null;
  /** Where in the text each field is stated. */
  readonly stated: readonly { readonly field: MetadataField; readonly span: Span }[];
  /** Fields worked out rather than read, and from what: never shown as certain. */
  readonly inferred: readonly { readonly field: MetadataField; readonly from: string }[];
  /** Fields for which sources disagree. The sidecar wins, then the text. */
  readonly conflicts: readonly { readonly field: MetadataField; readonly values: readonly string[] }[];
}

/** One letter: its text as it is in the file and everything that was read from it. */
export interface Letter {
  /** At most 12 characters, made from content. */
  readonly id: string;
  /** Path relative to the letters folder, with forward slashes. */
  readonly file: string;
  readonly source: string;
  /** For people: "Verslag NAVO-ministers van Defensie, 21 en 22 oktober 2021"; the first heading or file name where nothing else is known. */
  readonly title: string;
  readonly metadata: LetterMetadata;
  readonly parts: readonly Part[];
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
  /** Line-end hyphens to leave out of readable forms, with the white space behind them ("bondge-\nnootschap"). */
  readonly joins: readonly Span[];
}

/** Longest readable form of a passage or quote, in UTF-16 units. */
export const MAX_QUOTE_LENGTH = 900;
