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
const NUMBER_LINE = /^Nr\. ?\d{1,5}(?:\s+\p{Lu}.{0,200})?$/u;
const PAPER_LINE = /^(?:BRIEF|VERSLAG|LIJST|NOTA|VERZOEK) VAN (?:DE|HET|EEN) [\p{Lu} ,’'-]{4,160}$/u;
/** "28 676 Defensiesamenwerkingsverbanden". */
const DOSSIER_LINE = /^\d{2} ?\d{3}(?:[- ](?:[IVXL]{1,6}|\d{1,3}))?\s{1,8}\p{Lu}.{2,160}$/u;
const YEAR_LINE = /^(?:Vergaderjaar|VERGADERJAAR) \d{4}\s?[-–/]\s?\d{2,4}$/;
const LABEL =
  /^(?:Datum|Betreft|Betreffende|Onderwerp|Kenmerk|(?:Ons|Uw) kenmerk|(?:Onze|Uw) (?:referentie|brief)|Referentie|Bijlagen?|Bijlage\(n\)|Aantal bijlagen|Afschrift aan|Kopie aan|Behandeld door|Contactpersoon|Telefoon(?:nummer)?|E-mail|Zaaknummer|BS-?nummer|Nummer|Doorkiesnummer|Kamerstuk|Directie|Afdeling)(?:\s*:|\s{1,20}(?=\S)|$)/;
const ADDRESSEE =
  /^(?:Aan:? )?(?:de |De |het )?(?:[Vv]oorzitter|VOORZITTER|[Ll]eden|[Gg]riffier|[Pp]resident)s? (?:van|VAN) (?:de|DE|het) (?:Tweede|Eerste|TWEEDE|EERSTE|Staten|vaste).{0,90}$|^A(?:an|AN):? (?:de|DE|het) .{4,100}$/;
const ADDRESS =
  /^(?:> ?)?Retouradres\b.{0,120}$|^Postbus \d.{0,60}$|^\d{4} ?[A-Z]{2}\s+\p{Lu}.{1,40}$|^(?:Binnenhof|Plein|Bezuidenhoutseweg|Rijnstraat|Korte Voorhout|Kalvermarkt) \d.{0,40}$|^(?:Ministerie|Directie|Directoraat).{3,80}$|^(?:Den Haag|DEN HAAG|[’']s[- ]Gravenhage)$|^der Staten-Generaal$|^(?:Tweede|Eerste) Kamer der Staten-Generaal$/u;
/** A label without a colon can be the first word of a sentence: "Onderwerp van deze brief is". */
const LABEL_IN_SENTENCE = /^\p{Lu}\p{Ll}+ (?:van|is|bij|voor|die|dat)\b|\p{Ll}{3}[.!?](?: \p{Lu}|$)/u;
const SALUTATION =
  /^(?:(?:Zeer )?[Gg]eachte|Hooggeachte)\b[^!?]{0,80}[,:]$|^(?:Geachte|Mijnheer de|Mevrouw de) [Vv]oorzitter,?$/;
/** Names begin sentences too. */
const SALUTATION_IN_HEAD = /^(?:Beste|Excellentie|Mijne? [Hh]e[er]{1,2}n?|Mevrouw|Mijnheer|Dames)\b[^!?]{0,40}[,:]$/;

/** A subject can take more than one line. */
const SUBJECT_LABEL = /^(?:Betreft|Betreffende|Onderwerp)/;

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
  let inHead = true;
  let free = 0;
  lines.forEach((line, i) => {
    if (taken[i]) return;
    free += 1;
    if (free > MAX_LETTERHEAD) inHead = false;
    const kind = kindAnywhere(line.text) ?? (inHead ? kindInHead(line.text) : null);
    const above = line.blanksBefore === 0 ? found.get(i - 1)?.kind : undefined;
    if (kind) found.set(i, { kind, continues: kind === 'address' && above === 'address' });
    else if (inHead && above && above !== 'salutation' && continuesHead(lines[i - 1]!.text, line.text)) {
      found.set(i, { kind: above, continues: true });
    } else if (isRunningText(lines, i)) inHead = false;
    if (kind === 'salutation') inHead = false;
  });
  return found;
}

function kindAnywhere(text: string): LetterheadKind | null {
  if (text.length > 220) return null;
  if (DATE_LINE.test(text) || NUMBER_LINE.test(text)) return 'metadata';
  if (SALUTATION.test(text)) return 'salutation';
  return null;
}

function kindInHead(text: string): LetterheadKind | null {
  if (text.length > 220) return null;
  if ((ADDRESSEE.test(text) && !/[.:;]$/.test(text)) || ADDRESS.test(text)) return 'address';
  if (SALUTATION_IN_HEAD.test(text)) return 'salutation';
  if (LABEL.test(text) && (/^[\p{L} ()-]+:/u.test(text) || !LABEL_IN_SENTENCE.test(text))) return 'metadata';
  return [BARE_DATE, PAPER_LINE, DOSSIER_LINE, YEAR_LINE].some((form) => form.test(text)) ? 'metadata' : null;
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
