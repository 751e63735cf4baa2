import { findDates, type WrittenDate } from '../../letters/dates/find.ts';
import { placeAfterDate, placeBeforeDate } from '../../letters/meetings/places.ts';
import { readable } from '../../letters/readable.ts';
import type { Letter, Span } from '../../letters/types.ts';
import { fold } from '../../retrieval/analysis/fold.ts';
import { phrases } from '../../retrieval/analysis/phrases.ts';
import { datesIn, withoutDates } from '../../retrieval/question/dates.ts';
import { quoteOf } from '../quote.ts';
import type { Quote } from '../schema.ts';
import { type Asked, type FactAnswer, type Sources, stated, unstated } from './found.ts';
import { openingOf, quotedFor } from './opening.ts';
import { statements } from './statements.ts';

const asksPlace = phrases(`
  ^ (en/and) waar ... plaats/gehouden/bijeen/samen/bijeenkomen/samenkomen/vergaderden/vergaderd
  ^ (en/and) waar is/was/waren/vindt/vond ...20 *bijeenkomst/*vergadering/*overleg/*top/*raad
  ^ (en/and) in welke/welk plaats/stad/land
  ^ (en/and) where ... held/place/meet/met/gather/gathered/convene/convened
  ^ (en/and) where is/was/were ...20 meeting/summit/council
  ^ (en/and) in which/what place/city/town/country
`);
/** Words with which a meeting's place is asked, and those for any meeting: they tell no meetings apart. */
const SAYS_NOTHING =
  /^(?:en|and|waar|where|in|welke?|which|what|plaats|stad|land|place|city|town|country|is|was|were|are|waren|zijn|did|does|do|will|be|vond(?:en)?|vindt|vinden|kwam(?:en)?|komen|komt|werd(?:en)?|wordt|worden|gehouden|held|take|took|taken|meet|met|gather(?:ed)?|convened?|bijeen(?:komen|gekomen)?|samen(?:komen|gekomen)?|vergader(?:den|d|en)|bijeenkomst(?:en)?|vergadering(?:en)?|overleg|ministers?|ministeri[eë]le|ministerial|meetings?|session|de|het|een|the|a|an|van|of|op|on|te|at|from|die|dat|that|this|deze|dit)$/;
/** Where ministers did not come together in one place. */
const REMOTE = phrases(`
  video*/digitaal/digitale/virtueel/virtuele/online/telefonisch*/videoteleconferentie
`);
/** What is said of ministers who come together, and not of what else they do that day. */
const MEETS = phrases(`
  *bijeenkomst/*vergadering/*overleg/*top/*raad/*conferentie/*ministeriële
  bijeen/vergader*/gehouden/plaats/plaatsvond*/plaatsvind*
`);

/** Where a meeting was or will be held, in the words of the letters about it. Its time or name must be said. */
export function placeAsked(asked: Asked, { retriever }: Sources): FactAnswer | null {
  const { question, language, letters } = asked;
  if (!asksPlace(question)) return null;
  const dates = datesIn(question);
  const ofThen = letters.filter(({ metadata }) => {
    const days = metadata.meeting?.dates ?? [];
    return days.length > 0 && dates.every(({ from, to }) => days.some((day) => day >= from && day <= to));
  });
  const rest = tellingOf(withoutDates(question));
  if (dates.length === 0 && rest === '') return null;
  const meant = rest === '' ? ofThen : retriever.lettersCalled(rest, language, ofThen);
  const [first, ...others] = meant;
  if (!first || others.some(({ metadata }) => metadata.meeting?.id !== first.metadata.meeting?.id)) return null;
  const quotes = meant.flatMap(placeStated);
  if (quotes.length > 0) return stated(asked, quotes);
  const remote = meant.flatMap(heldRemotely);
  return remote.length > 0
    ? stated(asked, remote.slice(0, 1))
    : { ...unstated(asked), is: 'unstated', fact: 'place', letter: first };
}

function tellingOf(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SAYS_NOTHING.test(fold(word))).join(' ');
}

function placeStated(letter: Letter): Quote[] {
  const { meeting } = letter.metadata;
  if (!meeting) return [];
  const { place, dates } = meeting;
  const own = place === null ? [] : statements(letter, ['meeting']).filter(({ text }) => text.includes(place));
  if (own.length > 0) return own;
  return openingOf(letter)
    .flatMap((passage) => quotedFor(letter, passage, (text) => placeBeside(text, dates)))
    .slice(0, 1);
}

/** Where a text says one of some days (ISO) and, beside it, a place. */
function placeBeside(text: string, days: readonly string[]): Span | null {
  if (!MEETS(text)) return null;
  for (const { dates, start, end } of findDates(text)) {
    if (!dates.some((date) => days.some((day) => isDay(date, day)))) continue;
    const after = placeAfterDate(text.slice(end));
    if (after) return { start, end: end + after.end };
    const before = placeBeforeDate(text.slice(0, start).trimEnd());
    if (before) return { start: before.start + 1, end };
  }
  return null;
}

/** A date that is written without its year may be of any. */
function isDay({ year, month, day }: WrittenDate, iso: string): boolean {
  const [own, ownMonth, ownDay] = iso.split('-').map(Number);
  return day === ownDay && month === ownMonth && (year === null || year === own);
}

/** The sentences at a letter's beginning that say of its meeting that it is held at a distance. */
function heldRemotely(letter: Letter): Quote[] {
  return openingOf(letter).flatMap((passage) => {
    const says = passage.sentences.filter((span) => REMOTE(readable(letter, span, passage.skipped).text));
    return says.length > 0 ? [quoteOf(letter, passage, { highlights: says.slice(0, 1), score: 1 })] : [];
  });
}
