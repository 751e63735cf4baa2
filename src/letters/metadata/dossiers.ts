import { answersUrl, DOSSIER, tidyDossier } from '../papers.ts';
import type { UnitText } from '../unit-texts.ts';
import { type Field, field, firstAndOthers } from './field.ts';

/** "vergaderjaar 2017–2018, 28 676 en 21 501-02, nr. 280". */
const RUNNING = new RegExp(
  `vergaderjaar \\d{4}\\s?[-–/]\\s?\\d{2,4},\\s(?<dossiers>${DOSSIER}(?:(?:, | en )${DOSSIER}){0,5}),?\\snr\\.\\s?(?<number>\\d{1,5})`,
  'iu',
);
const CITED = new RegExp(`^Kamerstuk(?:ken)?:?\\s(?<dossiers>${DOSSIER}),?\\s?(?:nr\\.|-)\\s?(?<number>\\d{1,5})`, 'u');
const SLUG = /^kst-(?<dossiers>\d{5}(?:-(?:\d{2}|[IVXL]+|[A-Z]))?)-(?<number>\d{1,5})$/;
/** "ah-tk-20232024-1949": answers to questions stand in no dossier. */
const ANSWERS_SLUG = /^ah-tk-\d{8}-(?<number>\d{1,5})$/;
/** "34775 A 62 BRIEF VAN DE STAATSSECRETARIS VAN DEFENSIE". */
const JOINED = new RegExp(
  `^(?<dossiers>${DOSSIER}),?\\s(?:[Nn]r\\.\\s?)?(?<number>\\d{1,5})\\s+(?:BRIEF|VERSLAG|LIJST|NOTA|VERZOEK|Brief|Verslag|Lijst)\\b`,
  'u',
);
/** "Onderdeel van kamerstukdossier 28676 -904 NAVO." */
const PART_OF = new RegExp(
  `^(?:Onderdeel van (?:kamerstuk)?dossier|Kamerstukdossier:?|Kamerstuk:?)\\s(?<dossiers>${DOSSIER})\\s?(?:-|,?\\snr\\.)\\s?(?<number>\\d{1,5})\\b`,
  'u',
);
const TITLE_LINE = new RegExp(`^(?<dossiers>${DOSSIER})\\s+[«"“'‘(]?\\p{Lu}`, 'u');
const NUMBER_LINE = /^[Nn][Rr]\. ?(?<number>\d{1,5})\b/;
/** The number of answers to questions, over the line that says who asked. */
const BARE_NUMBER = /^(?<number>\d{1,5})$/;
const REFERENCE = new RegExp(`(?<dossier>${DOSSIER}),?\\snrs?\\.\\s(?<number>\\d{1,5})`, 'gu');
/** A paper that refers to one so shortly before it in number most likely stands in the same dossier. */
const NEARBY = 12;

const FORMS = [RUNNING, CITED, SLUG, ANSWERS_SLUG, PART_OF, JOINED, TITLE_LINE, NUMBER_LINE, BARE_NUMBER];

export interface PaperNumber {
  /** Where answers to questions are published, which stand in no dossier. */
  readonly url: Field<string>;
  readonly dossiers: Field<readonly string[]>;
  readonly number: Field<string>;
}

/**
 * The dossiers and the number a letter has as a parliamentary paper, from its letterhead and page furniture; papers
 * referred to in running text are not its own. Where only its number is stated and the text refers to a paper shortly
 * before it in just one dossier, that dossier is inferred.
 */
export function findPaperNumber(texts: readonly UnitText[]): PaperNumber {
  const titles: Field<readonly string[]>[] = [];
  const dossiers: Field<readonly string[]>[] = [];
  const numbers: Field<string>[] = [];
  const urls: Field<string>[] = [];
  for (const [i, text] of texts.entries()) {
    // A letter that lost its line ends still begins with its number.
    if (text.unit.kind !== 'metadata' && text.unit.kind !== 'furniture' && i > 0) continue;
    for (const form of FORMS) {
      const match = form.exec(text.form.text);
      if (!match?.groups || (form === BARE_NUMBER && text.unit.kind !== 'metadata')) continue;
      const at = { start: match.index, end: match.index + match[0].length };
      const found = match.groups.dossiers?.split(/, | en /).map(tidyDossier);
      if (found) (form === TITLE_LINE ? titles : dossiers).push(field(text, at, found));
      if (form === ANSWERS_SLUG) urls.push(field(text, at, answersUrl(match[0])));
      if (match.groups.number) numbers.push(field(text, at, match.groups.number));
      break;
    }
  }
  const number = firstAndOthers(numbers, (value) => value);
  const stated = together(titles, dossiers);
  return {
    url: firstAndOthers(urls, (value) => value),
    number,
    dossiers: stated.value === null && number.value !== null ? inferDossier(texts, number.value) : stated,
  };
}

/**
 * A letterhead names each of a letter's dossiers on a line of its own; what runs along with the pages may name one or
 * all of them. Only what names none of those is at odds with them.
 */
function together(
  titles: readonly Field<readonly string[]>[],
  running: readonly Field<readonly string[]>[],
): Field<readonly string[]> {
  const show = (value: readonly string[]): string => value.join(', ');
  const named = [...new Set(titles.flatMap(({ value }) => value ?? []))];
  if (named.length === 0) return firstAndOthers(running, show);
  const others = running.flatMap(({ value }) =>
    value && !value.some((one) => named.includes(one)) ? [show(value)] : [],
  );
  return { value: named, spans: titles.flatMap(({ spans = [] }) => spans), others };
}

function inferDossier(texts: readonly UnitText[], number: string): Field<readonly string[]> {
  const nearby = new Map<string, string>();
  for (const { unit, form } of texts) {
    if (unit.kind !== 'paragraph' && unit.kind !== 'footnote') continue;
    for (const match of form.text.matchAll(REFERENCE)) {
      const distance = Number(number) - Number(match.groups?.number);
      if (distance > 0 && distance <= NEARBY) nearby.set(tidyDossier(match.groups?.dossier ?? ''), match[0]);
    }
  }
  const [only] = nearby;
  if (!only || nearby.size > 1) return { value: null };
  return { value: [only[0]], inferredFrom: `nr. ${number} and the reference to ${only[1]}` };
}
