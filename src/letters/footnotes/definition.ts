import { DUTCH_MONTHS } from '../dates/months.ts';
import { toDigits } from './marks.ts';

const DEFINITION =
  /^(?:\[?(\d{1,3})(?!\d)[\])]?|([⁰¹²³⁴-⁹]{1,3}|\*{1,3}))\s{0,3}(?=["'“‘«(]?(?:\p{Lu}|https?:|www\.|\d|zie\b|idem\b))/u;
const MONTH_OR_LIST = new RegExp(
  `^\\d{1,3}\\s(?:${DUTCH_MONTHS.join('|')}|en|tot|miljoen|miljard|procent|[Mm]inisters?|[Ll]idstaten)\\b`,
);
/** "Noot 1: NRC, 5 maart 2018.", "Noot: …": a note that says so, whatever it holds and wherever its mark is. */
const LABELLED = /^Noot(?:\s(\d{1,3}|\*{1,3}))?\s?[:.]\s{0,3}(?=\S)/;
const CITES = /^\S{1,4}\s?(?:https?:|www\.|Kamerstuk|Zie |zie |Handelingen|Aanhangsel|Idem|Ibid|[IiVv]gl\.)/;
/** What a note that begins like an item of a list ("2) …") holds at least. */
const SOURCE = /https?:|www\.|\.(?:nl|com|eu|org)\b|Kamerstuk|Handelingen|\b\d{1,2} \p{Ll}{3,9} (?:19|20)\d{2}\b/u;
/** "5 pyrotechnische stoffen …": only where the note before it and a mark say so. */
const IN_LOWER_CASE = /^(\d{1,3})\s(?=\p{Ll}{3})/u;

/** The number with which a line begins as a note does, as it is written; null for any other line. */
export function definedNumber(text: string): string | null {
  const match = DEFINITION.exec(text);
  if (!match || MONTH_OR_LIST.test(text)) return null;
  if (match[1] === undefined) return toDigits(match[2] ?? '');
  if (text.startsWith('[')) return `[${match[1]}]`;
  return text.startsWith(`${match[1]})`) ? `${match[1]})` : match[1];
}

/** The same of a line that goes on in lower case. */
export function numberInLowerCase(text: string): string | null {
  return MONTH_OR_LIST.test(text) ? null : (IN_LOWER_CASE.exec(text)?.[1] ?? null);
}

/** The label of a note that calls itself one: its number, empty where it has none; null for any other line. */
export function labelOf(text: string): string | null {
  const label = LABELLED.exec(text);
  return label && (label[1] ?? '');
}

/** Whether a note only says where something stands. */
export function cites(text: string): boolean {
  return CITES.test(text);
}

/** Whether a line names a source. */
export function namesSource(text: string): boolean {
  return SOURCE.test(text);
}

export function numberOf(written: string): number {
  return Number(written.replace(/[[\])]/g, ''));
}
