import { DUTCH_MONTHS } from './dates/months.ts';
import type { Line } from './lines.ts';
import type { PartKind } from './types.ts';

const MONTHS = [...DUTCH_MONTHS, ...DUTCH_MONTHS.map((name) => name.toUpperCase())].join('|');
/** "Den Haag, 4 november 2021". */
const DATE_LINE = new RegExp(
  `^(?:[\\p{Lu}’'][\\p{L}’'-]{1,20}(?: [\\p{L}’'-]{1,20}){0,3},|Den Haag|DEN HAAG|[’']s-Gravenhage) (?:de |d\\.d\\. )?\\d{1,2} (?:${MONTHS}) \\d{4}$`,
  'u',
);
const BARE_DATE = new RegExp(`^\\d{1,2} (?:${MONTHS}) \\d{4}$`, 'u');
/** "Nr. 348 BRIEF VAN DE MINISTER VAN DEFENSIE". */
const NUMBER_LINE = /^[Nn][Rr]\. ?\d{1,5}(?:\s+\p{Lu}.{0,200})?$/u;
const PAPER_LINE =
  /^(?:BRIEF|VERSLAG|LIJST|NOTA|VERZOEK|GEANNOTEERDE AGENDA) VAN (?:DE|HET|EEN) [\p{Lu} ,’'-]{4,160}$/u;
/** "28 676 Defensiesamenwerkingsverbanden", "34775 A 62 BRIEF VAN DE STAATSSECRETARIS". */
const DOSSIER_LINE =
  /^\d{2} ?\d{3}(?:[- ](?:[IVXL]{1,6}|[A-Z]|\d{1,3})(?!\p{L}))?(?: ?\(R ?\d{3,4}\))?(?:,? (?:nr\. )?\d{1,5})?\s{1,8}\p{Lu}.{2,160}$/u;
/** "28 676" alone: its title stands on the next line. */
const BARE_DOSSIER = /^[1-4]\d ?\d{3}(?:[- ](?:[IVXL]{1,6}|[A-Z]|\d{2}))?(?: ?\(R ?\d{3,4}\))?$/;
const DOSSIER_TITLE = /^[\p{Lu}«"'’(].{2,160}$/u;
/** "Onderdeel van kamerstukdossier 28676 -904 NAVO.", "Kamerstuk: Kamerbrief | 03-03-2025 | Ministerie van Defensie". */
const PAGE_LINE =
  /^(?:Onderdeel van (?:kamerstuk)?dossier\b|Kamerstuk: ?\p{Lu}|Indiener(?:s)?:|Documentdatum|Publicatiedatum).{0,200}$/u;
/** "Brief regering : Voortgang aanschaf fregatten", "Brief regering". */
const TYPE_LINE =
  /^(?:Brief (?:regering|Kamer|commissie)|Kamerbrief|Antwoord schriftelijke vragen|Mededeling \(uitstel antwoord\)|Lijst van vragen en antwoorden|Verslag van een schriftelijk overleg|Geannoteerde agenda)(?:\s?:\s?.{3,250})?$/;
/** The same, where the title stands over it. */
const TYPE_ALONE = /^(?:Brief (?:regering|Kamer|commissie)|Antwoord schriftelijke vragen)$/;
/** So many lines of a page may its title and the type of paper take. */
const MAX_PAGE_TITLE = 5;
const YEAR_LINE = /^(?:Vergaderjaar|VERGADERJAAR) \d{4}\s?[-–/]\s?\d{2,4}(?: ?\| ?)?$/;
/** "Vragen van het lid Jansen (XYZ) aan de Minister van Defensie over … (ingezonden 6 mei 2024).", with its answer's. */
export const ASKED = /^Vragen van (?:het lid|de leden) \p{Lu}/u;
const ANSWERED = /^(?:Antwoord|Mededeling) van (?:de )?(?:[Mm]inister|[Ss]taatssecretaris)/;
const END_OF_ASKED = /\d{4}\)\.?(?: Zie ook\b.{0,100})?$/;
const MAX_ASKED = 8;
const LABEL =
  /^(?:Datum|Betreft|Betreffende|Onderwerp|Kenmerk|(?:Ons|Uw) kenmerk|(?:Onze|Uw) (?:referentie|brief)|Referentie|Bijlagen?|Bijlage\(n\)|Aantal bijlagen|Afschrift aan|Kopie aan|Behandeld door|Contactpersoon|Telefoon(?:nummer)?|E-mail|Zaaknummer|BS-?nummer|Nummer|Doorkiesnummer|Kamerstuk|Directie|Afdeling|Projectnaam|Auteur|Inlichtingen bij|Dossiernummer|Documentnummer)(?:\s*:|\s{1,20}(?=\S)|$)/;
const ADDRESSEE =
  /^(?:Aan:? )?(?:de |De |het )?(?:[Vv]oorzitter|VOORZITTER|[Ll]eden|[Gg]riffier|[Pp]resident)s? (?:van|VAN) (?:de|DE|het) (?:Tweede|Eerste|TWEEDE|EERSTE|Staten|vaste).{0,90}$|^A(?:an|AN):? (?:de|DE|het) .{4,100}$/;
const ADDRESS =
  /^(?:> ?)?Retouradres\b.{0,120}$|^Postbus \d.{0,60}$|^\d{4} ?[A-Z]{2}\s+\p{Lu}.{1,40}$|^(?:Binnenhof|Plein|Bezuidenhoutseweg|Rijnstraat|Korte Voorhout|Kalvermarkt) \d.{0,40}$|^(?:Ministerie|Directie|Directoraat).{3,80}$|^(?:Den Haag|DEN HAAG|[’']s[- ]Gravenhage)$|^\p{Lu}[\p{L} .'’-]{0,40}(?:straat|weg|laan|plein|markt|voorhout|hof|kade|gracht|dreef|singel|dijk|park|baan|ring|plaats) \d{1,4} ?[a-zA-Z]?$|^[TFEMI]:?\s{1,3}[\d(+][\d\s()+-]{5,30}$|^[EI]:?\s{1,3}\S+@\S+$|^(?:https?:\/\/|www\.)\S+$|^[\w.-]+@[\w.-]+$|^Kamer der Staten-Generaal$|^(?:Directoraat|Dienst|Afdeling|Bureau) \p{Lu}.{2,60}$|^Postbus \d{3,6}$|^der Staten-Generaal$|^(?:Tweede|Eerste) Kamer der Staten-Generaal$/u;
/** A label without a colon can be the first word of a sentence: "Onderwerp van deze brief is". */
const LABEL_IN_SENTENCE = /^\p{Lu}\p{Ll}+ (?:van|is|bij|voor|die|dat)\b|\p{Ll}{3}[.!?](?: \p{Lu}|$)/u;
const SALUTATION =
  /^(?:(?:Zeer )?[Gg]eachte|Hooggeachte)\b[^!?]{0,80}[,:]$|^(?:Geachte|Mijnheer de|Mevrouw de) [Vv]oorzitter,?$/;
/** Names begin sentences too. */
const SALUTATION_IN_HEAD = /^(?:Beste|Excellentie|Mijne? [Hh]e[er]{1,2}n?|Mevrouw|Mijnheer|Dames)\b[^!?]{0,40}[,:]$/;

/** A subject can take more than one line. */
const SUBJECT_LABEL = /^(?:Betreft|Betreffende|Onderwerp)/;

const NUMERIC_DATE = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/;
const MAX_SUBJECT = 400;
const MAX_SUBJECT_LINES = 4;
const MAX_VALUE = 90;

/** So many lines at the beginning can be letterhead. */
const MAX_LETTERHEAD = 60;

export type LetterheadKind = Extract<PartKind, 'address' | 'metadata' | 'salutation'>;

export interface LetterheadLine {
  readonly kind: LetterheadKind;
  /** It is the rest of the line above it. */
  readonly continues: boolean;
}

/**
 * What each line of a letterhead is, by line; lines of other kinds are left out. Dates with a place, the line with the
 * paper's number, the addressee and the salutation are recognised anywhere, the rest only before the running text.
 *
 * @param taken lines that are something else already.
 */
export function findLetterhead(lines: readonly Line[], taken: readonly boolean[]): Map<number, LetterheadLine> {
  const found = new Map<number, LetterheadLine>();
  const asked = askedLines(lines, taken);
  const top = typeLine(lines, taken);
  let inHead = true;
  let free = 0;
  let previous = -1;
  lines.forEach((line, i) => {
    if (taken[i]) return;
    const before = previous;
    previous = i;
    free += 1;
    if (free > MAX_LETTERHEAD) inHead = false;
    const given = asked.get(i) ?? (i < top ? { kind: 'metadata', continues: false } : undefined);
    if (given) {
      found.set(i, given);
      return;
    }
    const isTitle = inHead && isDossierTitle(lines, before, line.text);
    const label = inHead && before >= 0 ? bareLabel(lines[before]!.text) : null;
    const kind = kindAnywhere(line.text) ?? (inHead && !isTitle ? kindInHead(line.text) : null);
    const above = line.blanksBefore === 0 ? found.get(i - 1)?.kind : undefined;
    if (inHead && !kind && BARE_DOSSIER.test(line.text) && !label && isBareDossier(lines, taken, i)) {
      found.set(i, { kind: 'metadata', continues: false });
    } else if (isTitle && !kindAnywhere(line.text)) found.set(i, { kind: 'metadata', continues: true });
    else if (label && isValue(label, line.text, kind)) found.set(i, { kind: 'metadata', continues: true });
    else if (kind) found.set(i, { kind, continues: kind === 'address' && above === 'address' });
    else if (inHead && above && above !== 'salutation' && continuesHead(lines[i - 1]!.text, line.text)) {
      found.set(i, { kind: above, continues: true });
    } else if (inHead && above === 'metadata' && continuesSubject(lines, found, i)) {
      found.set(i, { kind: above, continues: true });
    } else if (isRunningText(lines, i)) inHead = false;
    if (kind === 'salutation') inHead = false;
  });
  return found;
}

/** Where a page of parliament names the type of paper under its title and its dossier's; 0 where none does. */
function typeLine(lines: readonly Line[], taken: readonly boolean[]): number {
  const free = lines.flatMap((_, i) => (taken[i] ? [] : [i])).slice(0, MAX_PAGE_TITLE);
  const at = free.find((i) => TYPE_ALONE.test(lines[i]!.text)) ?? 0;
  return free.every((i) => i > at || !/[.!?;]$/.test(lines[i]!.text)) ? at : 0;
}

/** The lines of a paper of questions and answers that say who asked and who answered, with the paper's number. */
function askedLines(lines: readonly Line[], taken: readonly boolean[]): Map<number, LetterheadLine> {
  const found = new Map<number, LetterheadLine>();
  const free = lines.flatMap((_, i) => (taken[i] ? [] : [i])).slice(0, MAX_LETTERHEAD);
  for (let k = 0; k < free.length; k += 1) {
    const first = lines[free[k]!]!;
    if (!ASKED.test(first.text) && !(found.size > 0 && ANSWERED.test(first.text))) continue;
    const end = free.findIndex((i, n) => n >= k && n < k + MAX_ASKED && END_OF_ASKED.test(lines[i]!.text));
    if (end < 0) continue;
    const number = free[k - 1];
    if (found.size === 0 && number !== undefined && /^\d{1,5}$/.test(lines[number]!.text)) {
      found.set(number, { kind: 'metadata', continues: false });
    }
    const refers = / Zie ook\b[^.]*$/.test(lines[free[end]!]!.text) && free[end + 1] !== undefined;
    const last = refers ? end + 1 : end;
    for (let n = k; n <= last; n += 1) found.set(free[n]!, { kind: 'metadata', continues: n > k });
    k = last;
  }
  return found;
}

function isDossierTitle(lines: readonly Line[], before: number, text: string): boolean {
  return before >= 0 && BARE_DOSSIER.test(lines[before]!.text) && DOSSIER_TITLE.test(text) && !NUMBER_LINE.test(text);
}

/** A number alone is a dossier's where a title stands under it, and no label above it says that it is something else. */
function isBareDossier(lines: readonly Line[], taken: readonly boolean[], i: number): boolean {
  const next = lines.findIndex((_, k) => k > i && !taken[k]);
  const text = lines[next]?.text ?? '';
  return (
    DOSSIER_TITLE.test(text) &&
    !/[.!?]$/.test(text) &&
    !LABEL.test(text) &&
    !ADDRESS.test(text) &&
    !DATE_LINE.test(text)
  );
}

/** A label whose value stands on a line of its own. */
function bareLabel(text: string): string | null {
  const match = LABEL.exec(text);
  return match && match[0].length === text.length ? match[0].replace(/\s*:$/, '') : null;
}

/** Whether a line can be what a bare label above it announces, also across an empty line. */
function isValue(label: string, text: string, kind: LetterheadKind | null): boolean {
  if (LABEL.test(text) || SALUTATION.test(text)) return false;
  if (label === 'Datum') return BARE_DATE.test(text) || NUMERIC_DATE.test(text);
  if (SUBJECT_LABEL.test(label) || label === 'Projectnaam') return text.length <= MAX_SUBJECT && kind !== 'address';
  return kind !== 'address' && text.length <= MAX_VALUE && !/\p{L}[.!?]$/u.test(text);
}

/** A subject's further lines: no empty line between, and nothing that begins something else. */
function continuesSubject(lines: readonly Line[], found: ReadonlyMap<number, LetterheadLine>, i: number): boolean {
  let first = i - 1;
  while (first > 0 && found.get(first)?.continues && lines[first]!.blanksBefore === 0) first -= 1;
  const label = SUBJECT_LABEL.test(lines[first]!.text) || SUBJECT_LABEL.test(lines[first - 1]?.text ?? '');
  return label && i - first < MAX_SUBJECT_LINES && lines[i]!.text.length <= 100 && !/[.!?]$/.test(lines[i - 1]!.text);
}

function kindAnywhere(text: string): LetterheadKind | null {
  if (text.length > 220) return null;
  if (DATE_LINE.test(text) || NUMBER_LINE.test(text)) return 'metadata';
  if (SALUTATION.test(text)) return 'salutation';
  return null;
}

function kindInHead(text: string): LetterheadKind | null {
  if (text.length > MAX_SUBJECT) return null;
  if ((ADDRESSEE.test(text) && !/[.:;]$/.test(text)) || ADDRESS.test(text)) return 'address';
  if (SALUTATION_IN_HEAD.test(text)) return 'salutation';
  if (LABEL.test(text) && (/^[\p{L} ()-]+:/u.test(text) || !LABEL_IN_SENTENCE.test(text))) return 'metadata';
  return [BARE_DATE, PAPER_LINE, DOSSIER_LINE, YEAR_LINE, PAGE_LINE, TYPE_LINE].some((form) => form.test(text))
    ? 'metadata'
    : null;
}

/** A line that only makes sense with the letterhead line right above it: a label's value, a wrapped subject or title. */
function continuesHead(previous: string, text: string): boolean {
  if (/[.!?]$/.test(text) && text.length > 40) return false;
  const label = LABEL.exec(previous);
  if (label) return text.length < 90 && (label[0].length === previous.length || SUBJECT_LABEL.test(previous));
  const capitals = (line: string): boolean => line === line.toUpperCase() && /\p{Lu}{3}/u.test(line);
  if (capitals(text) && /\p{Lu}{4}.*\p{Lu}{4}/u.test(previous)) return true;
  return /^\p{Ll}/u.test(text) && text.length < 60 && DOSSIER_LINE.test(previous);
}

/** Whether a line looks like the beginning of running text: long, or ended like a sentence of some length. */
function isRunningText(lines: readonly Line[], i: number): boolean {
  const { text } = lines[i]!;
  if (text.length > 40 && /[.!?]$/.test(text)) return true;
  const next = lines[i + 1];
  return text.length > 50 && next !== undefined && next.blanksBefore === 0 && /^\p{Ll}/u.test(next.text);
}
