import { INITIALS, NAME_WORD, PARTICLE } from '../../letters/signature/names.ts';
import type { Letter, Span } from '../../letters/types.ts';
import { isCalled, lastName, withParticles } from '../../retrieval/question/called.ts';
import { membersNamed } from '../../retrieval/question/members-named.ts';
import type { Quote } from '../schema.ts';
import { type Asked, type FactAnswer, stated, unstated } from './found.ts';
import { quotedFor } from './opening.ts';
import { HONORIFIC, NAME, newestPlaces } from './person-asked.ts';
import { wholeQuestions } from './whole-questions.ts';

const WHICH = '(?:welke (?:partij|fractie)|(?:which|what) party)';
/** "Van welke partij is het lid Erkens?", "What party does Erkens belong to?" */
const ASKS = wholeQuestions([
  `(?:van|bij|voor|uit) ${WHICH} (?:is|was|komt|kwam|zit|zat|hoort)\\s+${HONORIFIC}${NAME}(?:\\s+(?:lid|afkomstig))?`,
  `tot ${WHICH} (?:behoort|behoorde)\\s+${HONORIFIC}${NAME}`,
  `${WHICH} (?:vertegenwoordigt|vertegenwoordigde)\\s+${HONORIFIC}${NAME}`,
  `${WHICH} (?:is|was)\\s+${HONORIFIC}${NAME}\\s+(?:from|in|of|with|(?:a )?member of)`,
  `${WHICH} (?:does|did)\\s+${HONORIFIC}${NAME}\\s+(?:belong to|represent)`,
  `what (?:is|was)\\s+the party of\\s+${HONORIFIC}${NAME}`,
  `what (?:is|was)\\s+${HONORIFIC}${NAME}['’]s party`,
]);
const IS_NAME = new RegExp(`^(?:${INITIALS})?(?:(?:${PARTICLE}|${NAME_WORD})\\s){0,5}${NAME_WORD}$`, 'u');

/**
 * Of which party a member of parliament is: the places that name them with it, the newest letters first. No signature says
 * it, and the party behind another's name is not theirs.
 */
export function partyAsked(asked: Asked): FactAnswer | null {
  const name = ASKS(asked.question)?.name;
  if (name === undefined || !IS_NAME.test(name)) return null;
  const quotes = newestPlaces(asked.letters, (letter) => whereOfParty(letter, name));
  if (quotes.length > 0) return stated(asked, quotes);
  return { ...unstated(asked), is: 'no_party', name };
}

/** The first place in a letter that names somebody as a member with a party. */
function whereOfParty(letter: Letter, name: string): Quote[] {
  for (const passage of letter.passages) {
    const quotes = quotedFor(letter, passage, (text) => withParty(text, name));
    if (quotes.length > 0) return quotes;
  }
  return [];
}

function withParty(text: string, name: string): Span | null {
  for (const { start, members } of membersNamed(text)) {
    const own = members.find((member) => member.party !== null && isMeant(member.name, name));
    if (own) return { start, end: own.end };
  }
  return null;
}

/** Members go by their last names; a first name is given where two have the same. */
function isMeant(member: string, name: string): boolean {
  return isCalled(member, name) || (member === withParticles(member) && isCalled(member, lastName(name)));
}
