import { readable, spanInSource } from '../../letters/readable.ts';
import type { Letter, Passage } from '../../letters/types.ts';
import { quoteOf } from '../quote.ts';
import type { Quote } from '../schema.ts';

/** Who a letter is for at the beginning of an address, up to where they live; and a line that only goes on with it. */
const ADDRESSEE =
  /^(?:Aan:?\s|(?:De\s)?voorzitter\s(?:van|der)\s).{1,200}?(?=\s(?:Postbus\s\d|\d{4}\s?[A-Z]{2}(?!\p{L})|Binnenhof\s\d|Plein\s\d|Prinses\s)|$)/iu;
const GOES_ON = /^(?:Kamer\s)?der\s(?:Staten-Generaal|Kamer)/iu;

/** Who a letter is addressed to, as its head names them. */
export function addresseeStated(letter: Letter): Quote[] {
  const lines = letter.passages.filter(({ kind }) => kind === 'address');
  const first = lines.findIndex(({ text }) => ADDRESSEE.test(text));
  const [addressee, next] = first < 0 ? [] : lines.slice(first, first + 2);
  if (!addressee) return [];
  return [named(letter, addressee, ADDRESSEE), next ? named(letter, next, GOES_ON) : []].flat();
}

function named(letter: Letter, line: Passage, who: RegExp): Quote[] {
  const form = readable(letter, line, line.skipped);
  const [words] = who.exec(form.text) ?? [];
  if (words === undefined) return [];
  return [quoteOf(letter, line, { highlights: [spanInSource(form, { start: 0, end: words.length })], score: 1 })];
}

/** How a letter greets who it is for: "Geachte voorzitter,"; null where it does not. */
export function salutationOf(letter: Letter): string | null {
  const greeting = letter.parts.find(({ kind }) => kind === 'salutation');
  return greeting ? readable(letter, greeting).text.replace(/[,:]$/, '') : null;
}
