import { byDayWritten } from '../../letters/dates/days.ts';
import type { Letter } from '../../letters/types.ts';
import { fold } from '../../retrieval/analysis/fold.ts';
import { literal } from '../../retrieval/analysis/literal.ts';
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
/** "Van welke partij is Erkens?" */
const ASKS_PARTY = wholeQuestions([
  `van welke (?:partij|fractie) (?:is|was)\\s+${HONORIFIC}${NAME}`,
  `which party (?:is|was)\\s+${HONORIFIC}${NAME}\\s+(?:from|in|of)`,
]);
/** "Wie is Ank Bijleveld?", "Welke functie heeft Kamp?" */
const ASKS = wholeQuestions([
  `(?:wie|who)(?:\\s+(?:is|was)|['’]s)(?:\\s+eigenlijk)?\\s+${HONORIFIC}${NAME}`,
  `(?:welke functie|welk ambt|what office|which office|what position) (?:heeft|had|has|did)\\s+${HONORIFIC}${NAME}(?:\\s+(?:hold|have))?`,
]);
const MOST = 3;

/**
 * Who somebody is that signed a letter or asked what one answers: the places that state it, newest first. Of which party is
 * told only where members who asked are named: no signature says it.
 */
export function personAsked(asked: Asked): FactAnswer | null {
  const party = ASKS_PARTY(asked.question)?.name;
  const name = party ?? ASKS(asked.question)?.name;
  if (name === undefined || !ENDS_IN_NAME.test(name)) return null;
  const whereNamed = party === undefined ? whereIntroduced : whereOfParty;
  const newestFirst = [...asked.letters].sort((a, b) => byDayWritten(b.metadata, a.metadata));
  const quotes = new Map<string, Quote>();
  for (const quote of newestFirst.flatMap((letter) => whereNamed(letter, name)))
    if (!quotes.has(quote.text)) quotes.set(quote.text, quote);
  return quotes.size > 0 ? stated(asked, [...quotes.values()].slice(0, MOST)) : null;
}

/** An office or a thing has no capital at its end. */
const ENDS_IN_NAME = /(?:^|[\s-])\p{Lu}[\p{L}'’-]+\.?$/u;

function whereIntroduced(letter: Letter, name: string): Quote[] {
  const signed = letter.metadata.signatories.filter((one) => isCalled(one.name, name));
  return [
    ...(signed.length > 0
      ? statements(letter, ['signatories']).filter(({ text }) => signed.some((one) => isCalled(text, one.name)))
      : []),
    // Their parties between brackets are no names.
    ...whereAsking(letter, name, (members) => isCalled(members.replace(/\([^)]{0,40}\)/g, ' '), lastName(name))),
  ];
}

function whereOfParty(letter: Letter, name: string): Quote[] {
  const withParty = new RegExp(`(?<!\\p{L})${literal(lastName(name))}(?:-\\p{L}+)*\\s*\\([\\p{L}\\d]`, 'u');
  return whereAsking(letter, name, (members) => withParty.test(fold(members)));
}

/** Where a letter names the members whose questions it answers, if those are meant; they stand there by their last names alone. */
function whereAsking(letter: Letter, name: string, areMeant: (members: string) => boolean): Quote[] {
  const { subject, kind } = letter.metadata;
  const members = kind === 'answers' ? (NAMES_MEMBERS.exec(subject ?? '')?.groups?.members ?? '') : '';
  return areMeant(members) ? statements(letter, ['subject']).filter(({ text }) => isCalled(text, name)) : [];
}
