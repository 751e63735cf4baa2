import type { Line } from '../lines.ts';
import { isAddress } from './addresses.ts';
import { DATE_LINE } from './date-lines.ts';
import { labelAt } from './labels.ts';

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
const YEAR_LINE =
  /^(?:Vergaderjaar|VERGADERJAAR)\s{1,8}\d{4}\s?[-–/]\s?\d{2,4}(?: ?\| ?)?(?:\s{1,8}Aanhangsel van de Handelingen)?$/;

/** Whether a line gives the paper's number, wherever it stands. */
export function isNumberLine(text: string): boolean {
  return NUMBER_LINE.test(text);
}

/** Whether a line says before the running text which paper of parliament this is. */
export function isPaperLine(text: string): boolean {
  return [PAPER_LINE, DOSSIER_LINE, YEAR_LINE, PAGE_LINE, TYPE_LINE].some((form) => form.test(text));
}

/** Whether a line names a dossier with its title. */
export function isDossierLine(text: string): boolean {
  return DOSSIER_LINE.test(text);
}

/** Where a page of parliament names the type of paper under its title and its dossier's; 0 where none does. */
export function typeLine(lines: readonly Line[], taken: readonly boolean[]): number {
  const free = lines.flatMap((_, i) => (taken[i] ? [] : [i])).slice(0, MAX_PAGE_TITLE);
  const at = free.find((i) => TYPE_ALONE.test(lines[i]!.text)) ?? 0;
  return free.every((i) => i > at || !/[.!?;]$/.test(lines[i]!.text)) ? at : 0;
}

/** Whether a line is the title of the dossier whose number stands alone on the line before it. */
export function isDossierTitle(lines: readonly Line[], before: number, text: string): boolean {
  return before >= 0 && BARE_DOSSIER.test(lines[before]!.text) && DOSSIER_TITLE.test(text) && !NUMBER_LINE.test(text);
}

/** A number alone is a dossier's where a title stands under it, and no label above it says that it is something else. */
export function isBareDossier(lines: readonly Line[], taken: readonly boolean[], i: number): boolean {
  if (!BARE_DOSSIER.test(lines[i]!.text)) return false;
  const next = lines.findIndex((_, k) => k > i && !taken[k]);
  const text = lines[next]?.text ?? '';
  return (
    DOSSIER_TITLE.test(text) &&
    !/[.!?]$/.test(text) &&
    labelAt(text) === null &&
    !isAddress(text) &&
    !DATE_LINE.test(text)
  );
}
