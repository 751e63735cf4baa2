import { byDayWritten } from '../../letters/dates/days.ts';
import type { Letter } from '../../letters/types.ts';
import { isCalled, lastName } from '../../retrieval/question/called.ts';
import type { Quote } from '../schema.ts';
import { type Asked, type FactAnswer, stated } from './found.ts';
import { NAMES_MEMBERS } from './members-questions.ts';
import { statements } from './statements.ts';
import { wholeQuestions } from './whole-questions.ts';

/** What may stand before a name. */
export const HONORIFIC =
  '(?:(?:de heer|heer|meneer|mevrouw|dhr|mw|mr|mrs|ms|minister|staatssecretaris|(?:het )?(?:kamer)?lid|state secretary)\\.?\\s+)?';
/** "Van 't Woud" has a word that begins with its apostrophe. */
export const NAME = `(?<name>['’‘]?\\p{L}[\\p{L}.'’-]*(?:\\s+['’‘]?\\p{L}[\\p{L}.'’-]*){0,5}?)`;
/** "Wie is Ank Bijleveld?", "Welke functie heeft Kamp?" */
const ASKS = wholeQuestions([
  `(?:wie|who)(?:\\s+(?:is|was)|['’]s)(?:\\s+eigenlijk)?\\s+${HONORIFIC}${NAME}`,
  `(?:welke functie|welk ambt|what office|which office|what position) (?:heeft|had|has|did)\\s+${HONORIFIC}${NAME}(?:\\s+(?:hold|have))?`,
]);
const MOST = 3;

/** Who somebody is that signed a letter or asked what one answers: the places that state it, newest first. */
export function personAsked(asked: Asked): FactAnswer | null {
  const name = ASKS(asked.question)?.name;
  if (name === undefined || !ENDS_IN_NAME.test(name)) return null;
  const quotes = newestPlaces(asked.letters, (letter) => whereIntroduced(letter, name));
  return quotes.length > 0 ? stated(asked, quotes) : null;
}

/** A few places in letters, those of the newest first, each text once. */
export function newestPlaces(letters: readonly Letter[], placesIn: (letter: Letter) => readonly Quote[]): Quote[] {
  const newestFirst = [...letters].sort((a, b) => byDayWritten(b.metadata, a.metadata));
  const quotes = new Map<string, Quote>();
  for (const quote of newestFirst.flatMap(placesIn)) if (!quotes.has(quote.text)) quotes.set(quote.text, quote);
  return [...quotes.values()].slice(0, MOST);
}

/** An office or a thing has no capital at its end. */
const ENDS_IN_NAME = /(?:^|[\s-])\p{Lu}[\p{L}'’-]+\.?$/u;

function whereIntroduced(letter: Letter, name: string): Quote[] {
  return [...whereSigned(letter, name), ...whereAsking(letter, name)];
}

/** Where somebody signed a letter, by their office. */
export function whereSigned(letter: Letter, name: string): Quote[] {
  const signed = letter.metadata.signatories.filter((one) => isCalled(one.name, name));
  if (signed.length === 0) return [];
  return statements(letter, ['signatories']).filter(({ text }) => signed.some((one) => isCalled(text, one.name)));
}

/** Where a letter names the members whose questions it answers, if those are meant; they stand there by their last names alone. */
function whereAsking(letter: Letter, name: string): Quote[] {
  const { subject, kind } = letter.metadata;
  const members = kind === 'answers' ? (NAMES_MEMBERS.exec(subject ?? '')?.groups?.members ?? '') : '';
  // Their parties between brackets are no names.
  const areMeant = isCalled(members.replace(/\([^)]{0,40}\)/g, ' '), lastName(name));
  return areMeant ? statements(letter, ['subject']).filter(({ text }) => isCalled(text, name)) : [];
}
