import type { Line } from '../lines.ts';
import { BARE_DATE, NUMERIC_DATE } from './date-lines.ts';
import type { LetterheadKind, LetterheadLine } from './line.ts';
import { isSalutation } from './salutations.ts';

const LABEL =
  /^(?:Datum|Betreft|Betreffende|Onderwerp|Kenmerk|(?:Ons|Uw) kenmerk|(?:Onze|Uw) (?:referentie|brief)|Referentie|Bijlagen?|Bijlage\(n\)|Aantal bijlagen|Afschrift aan|Kopie aan|Behandeld door|Contactpersoon|Telefoon(?:nummer)?|E-mail|Zaaknummer|BS-?nummer|Nummer|Doorkiesnummer|Kamerstuk|Directie|Afdeling|Projectnaam|Auteur|Inlichtingen bij|Dossiernummer|Documentnummer)(?:\s*:|\s{1,20}(?=\S)|$)/;
/** A label without a colon can be the first word of a sentence: "Onderwerp van deze brief is". */
const LABEL_IN_SENTENCE = /^\p{Lu}\p{Ll}+ (?:van|is|bij|voor|die|dat)\b|\p{Ll}{3}[.!?](?: \p{Lu}|$)/u;
/** A subject can take more than one line. */
const SUBJECT_LABEL = /^(?:Betreft|Betreffende|Onderwerp)/;
const MAX_SUBJECT = 400;
const MAX_SUBJECT_LINES = 4;
const MAX_VALUE = 90;

/** Whether a line begins with a label of a letterhead ("Datum", "Onderwerp:"), rather than a sentence with its word. */
export function isLabelled(text: string): boolean {
  return LABEL.test(text) && (/^[\p{L} ()-]+:/u.test(text) || !LABEL_IN_SENTENCE.test(text));
}

/** The label at the beginning of a line, also where a sentence begins so; null for a line without one. */
export function labelAt(text: string): string | null {
  return LABEL.exec(text)?.[0] ?? null;
}

/** Whether a line begins with the label of a subject. */
export function isSubjectLabel(text: string): boolean {
  return SUBJECT_LABEL.test(text);
}

/** A label whose value stands on a line of its own. */
export function bareLabel(text: string): string | null {
  const match = LABEL.exec(text);
  return match && match[0].length === text.length ? match[0].replace(/(?<!\s)\s*:$/, '') : null;
}

/** Whether a line can be what a bare label above it announces, also across an empty line. */
export function isValue(label: string, text: string, kind: LetterheadKind | null): boolean {
  if (LABEL.test(text) || isSalutation(text)) return false;
  if (label === 'Datum') return BARE_DATE.test(text) || NUMERIC_DATE.test(text);
  if (SUBJECT_LABEL.test(label) || label === 'Projectnaam') return text.length <= MAX_SUBJECT && kind !== 'address';
  return kind !== 'address' && text.length <= MAX_VALUE && !/\p{L}[.!?]$/u.test(text);
}

/** A subject's further lines: no empty line between, and nothing that begins something else. */
export function continuesSubject(
  lines: readonly Line[],
  found: ReadonlyMap<number, LetterheadLine>,
  i: number,
): boolean {
  let first = i - 1;
  while (first > 0 && found.get(first)?.continues && lines[first]!.blanksBefore === 0) first -= 1;
  const label = SUBJECT_LABEL.test(lines[first]!.text) || SUBJECT_LABEL.test(lines[first - 1]?.text ?? '');
  return label && i - first < MAX_SUBJECT_LINES && lines[i]!.text.length <= 100 && !/[.!?]$/.test(lines[i - 1]!.text);
}
