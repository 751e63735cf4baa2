import { byDayWritten } from '../../letters/dates/days.ts';
import type { Letter } from '../../letters/types.ts';
import { isCalled, lastName } from '../../retrieval/question/called.ts';
import type { Quote } from '../schema.ts';
import { type Asked, type FactAnswer, stated } from './found.ts';
import { NAMES_MEMBERS } from './members-questions.ts';
import { statements } from './statements.ts';
import { wholeQuestions } from './whole-questions.ts';

const HONORIFIC =
  '(?:(?:de heer|heer|meneer|mevrouw|dhr|mw|mr|mrs|ms|minister|staatssecretaris|kamerlid|state secretary)\\.?\\s+)?';
/** "Van 't Woud" has a word that begins with its apostrophe. */
const NAME = `(?<name>['’‘]?\\p{L}[\\p{L}.'’-]*(?:\\s+['’‘]?\\p{L}[\\p{L}.'’-]*){0,5})`;
/** "Wie is Ank Bijleveld?", "Van welke partij is Erkens?", "Welke functie heeft Kamp?" */
const ASKS = wholeQuestions([
  `(?:wie|who)(?:\\s+(?:is|was)|['’]s)(?:\\s+eigenlijk)?\\s+${HONORIFIC}${NAME}`,
  `van welke (?:partij|fractie) (?:is|was)\\s+${HONORIFIC}${NAME}`,
  `which party (?:is|was)\\s+${HONORIFIC}${NAME}\\s+(?:from|in|of)`,
  `(?:welke functie|welk ambt|what office|which office|what position) (?:heeft|had|has|did)\\s+${HONORIFIC}${NAME}(?:\\s+(?:hold|have))?`,
]);
const MOST = 3;

/** Who somebody is that signed a letter or asked what one answers: the places that state it, newest first. */
export function personAsked(asked: Asked): FactAnswer | null {
  const name = nameAsked(asked.question);
  if (name === null) return null;
  const newestFirst = [...asked.letters].sort((a, b) => byDayWritten(b.metadata, a.metadata));
  const quotes = new Map<string, Quote>();
  for (const quote of newestFirst.flatMap((letter) => whereNamed(letter, name)))
    if (!quotes.has(quote.text)) quotes.set(quote.text, quote);
  return quotes.size > 0 ? stated(asked, [...quotes.values()].slice(0, MOST)) : null;
}

function nameAsked(question: string): string | null {
  const name = ASKS(question)?.name;
  // An office or a thing has no capital at its end.
  return name !== undefined && /(?:^|[\s-])\p{Lu}[\p{L}'’-]+\.?$/u.test(name) ? name : null;
}

function whereNamed(letter: Letter, name: string): Quote[] {
  const { signatories, subject, kind } = letter.metadata;
  const signed = signatories.filter((one) => isCalled(one.name, name));
  const members = kind === 'answers' ? (NAMES_MEMBERS.exec(subject ?? '')?.groups?.members ?? '') : '';
  return [
    ...(signed.length > 0
      ? statements(letter, ['signatories']).filter(({ text }) => signed.some((one) => isCalled(text, one.name)))
      : []),
    ...(namesMember(members, name) ? statements(letter, ['subject']).filter(({ text }) => isCalled(text, name)) : []),
  ];
}

/** Members stand there by their last names alone; their parties between brackets are no names. */
function namesMember(members: string, name: string): boolean {
  return isCalled(members.replace(/\([^)]{0,40}\)/g, ' '), lastName(name));
}
