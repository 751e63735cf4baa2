import { readable, spanInSource } from '../../letters/readable.ts';
import type { Letter } from '../../letters/types.ts';
import { quoteOf } from '../quote.ts';
import type { Quote } from '../schema.ts';

/** What the office that sent a letter calls it by; "Uw kenmerk" is that of the letter which it answers. */
const REFERENCE =
  /^(?:(?:Ons|Onze)\s)?(?:(?:Brief|Zaak)?kenmerk|Referentie(?:nummer)?|Zaaknummer|Documentnummer|BS-?nummer)\s?:?\s(?<value>\S*\p{N}\S*(?:\s\S{1,30}){0,3})$/iu;

/** The reference of a letter, as its head gives it behind a label. */
export function referenceStated(letter: Letter): Quote[] {
  for (const passage of letter.passages) {
    if (passage.kind !== 'metadata') continue;
    const form = readable(letter, passage, passage.skipped);
    const value = REFERENCE.exec(form.text)?.groups?.value;
    if (value === undefined) continue;
    const start = form.text.length - value.length;
    const highlights = [spanInSource(form, { start, end: form.text.length })];
    return [quoteOf(letter, passage, { highlights, score: 1 })];
  }
  return [];
}
