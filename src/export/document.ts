import type { Quote } from '../answers/schema.ts';
import type { TextLanguage } from '../texts/dates.ts';

/** What can be taken along, apart from how it is written: quotes under headings. All of it is plain text. */
export interface Dossier {
  /** Of the labels; quotes are in Dutch. */
  readonly language: TextLanguage;
  readonly title: string;
  /** Below the title: what there is to know before reading on. */
  readonly notes: readonly string[];
  readonly parts: readonly DossierPart[];
}

export interface DossierPart {
  readonly heading: string | null;
  readonly items: readonly DossierItem[];
}

export interface DossierItem {
  readonly quote: Quote;
  /** What it is: its date, say. */
  readonly label: string | null;
  /** What else is known, by name: a column of a table. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}
