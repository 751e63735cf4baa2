import { findDates, toIso } from '../dates/find.ts';
import type { Span } from '../types.ts';
import type { UnitText } from '../unit-texts.ts';
import { type Field, field, firstAndOthers } from './field.ts';

/** "Den Haag, 4 november 2021" inside a line that holds more, as where a letter lost its line ends. */
const INLINE = /(?:Den Haag|DEN HAAG|[’'‘]s-Gravenhage),\s(?:d\.d\.\s)?(?=\d)/;
const HEAD = 600;
const NOT_A_LETTER_DATE =
  /^(?:Uw (?:brief|kenmerk|referentie)|Afschrift|Vergaderjaar|Kamerstuk:|Documentdatum|Publicatiedatum)/i;
/** "Antwoord van Minister Voorbeeld (Defensie) (ontvangen 11 juni 2024)." */
const RECEIVED = /\(ontvangen (?:\(ontvangen )?(?=\d)/i;
/** Stands before the day on which questions were put, "(ingezonden 6 mei 2024)": their answer is younger. */
const ASKED_ON = /\(ingezonden\b[^)]*$/i;
/** So far before that day. */
const LEAD = 60;

/** The date of a letter, from the line with place and date or the label "Datum"; ISO. */
export function findLetterDate(texts: readonly UnitText[]): Field<string> {
  const answered = dateAnswered(texts);
  if (answered) return answered;
  const found: Field<string>[] = [];
  for (const text of texts) {
    if (text.unit.kind !== 'metadata' || NOT_A_LETTER_DATE.test(text.form.text)) continue;
    if (/^(?:Betreft|Onderwerp)/.test(text.form.text)) continue;
    const isOwn = ({ start }: Span): boolean => !ASKED_ON.test(text.form.text.slice(Math.max(0, start - LEAD), start));
    const mention = findDates(text.form.text).find((one) => one.dates.length === 1 && isOwn(one));
    const iso = mention ? toIso(mention.dates[0]!) : null;
    if (mention && iso) found.push(field(text, mention, iso));
  }
  if (found.length > 0) return firstAndOthers(found, (value) => value);
  const first = texts.find((text) => text.unit.kind === 'paragraph');
  const place = first && INLINE.exec(first.form.text.slice(0, HEAD));
  if (!first || !place) return { value: null };
  const from = place.index + place[0].length;
  const mention = findDates(first.form.text.slice(from, from + 40)).find((one) => one.start === 0);
  const iso = mention ? toIso(mention.dates[0]!) : null;
  return mention && iso ? field(first, { start: from, end: from + mention.end }, iso) : { value: null };
}

/** When parliament received answers to questions. */
function dateAnswered(texts: readonly UnitText[]): Field<string> | null {
  for (const text of texts) {
    const received = text.unit.kind === 'metadata' ? RECEIVED.exec(text.form.text) : null;
    if (!received) continue;
    const from = received.index + received[0].length;
    const mention = findDates(text.form.text.slice(from, from + 40)).find((one) => one.start === 0);
    const iso = mention ? toIso(mention.dates[0]!) : null;
    if (mention && iso) return field(text, { start: from, end: from + mention.end }, iso);
  }
  return null;
}
