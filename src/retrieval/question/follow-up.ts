import { contentWords } from '../analysis/content-words.ts';
import { phrases } from '../analysis/phrases.ts';
import type { Language } from '../types.ts';
import { anotherNamed, askedOfAnother, namesItsOwn } from './asked-of-another.ts';
import { isSmallTalk } from './content.ts';
import { datesIn, namesOnlyTime, withoutDates } from './dates.ts';
import { asks, pointsBack, pointsBackPlainly } from './pointing-back.ts';

/** Between the questions of a conversation, as it is kept: "Afghanistan okt 2021? / en in 2017?". */
export const TURN = ' / ';
/** A conversation is kept up to this many UTF-16 units: its subject and the last questions. */
const LONGEST = 500;

const opens = phrases(`
  ^ en
  ^ maar
  ^ and
  ^ but
  ^ what about
  ^ how about
  ^ hoe zit het/dat met
  ^ wat was/is/waren dan
`);
/** A question with fewer content words than this leans on the one before it when it points back. */
const SHORT = 3;

const WISHES: Readonly<Record<Language, (question: string) => boolean>> = {
  nl: wish('dutch|nederlands'),
  en: wish('english|engels'),
};

function wish(names: string): (question: string) => boolean {
  const pattern = new RegExp(
    `^\\W*(?:(?:en|and|maar|but|ok|now|nu)\\W+)?(?:in|op)\\s+(?:het\\s+)?(?:${names})(?:\\W+(?:please|graag|alsjeblieft|aub|dan))?\\W*$`,
    'i',
  );
  return (question) => pattern.test(question);
}

/** The language that is asked for instead of an answer ("and in Dutch?"); null in any other question. */
export function languageWished(question: string): Language | null {
  if (WISHES.nl(question)) return 'nl';
  return WISHES.en(question) ? 'en' : null;
}

/**
 * A follow-up ("en in 2022?") with the words it leans on; any other question as it is.
 * @param previous the conversation before it, as {@link conversation} keeps it
 */
export function completed(question: string, previous: string | undefined): string {
  const turns = turnsOf(previous);
  const [last] = turns.slice(-1);
  if (last === undefined) return question;
  if (languageWished(question)) return completed(last, turns.slice(0, -1).join(TURN));
  return askedOfAnother(turns, question) ?? (leansOn(question) ? woven(turns, question) : question);
}

/** What a follow-up only names, and an answer to it must say ("en Oekraïne?"); null in any other question. */
export function newlyNamed(question: string, previous: string | undefined): string | null {
  const turns = turnsOf(previous);
  const [last] = turns.slice(-1);
  if (last === undefined) return null;
  return languageWished(question)
    ? newlyNamed(last, turns.slice(0, -1).join(TURN))
    : (anotherNamed(question)?.name ?? null);
}

/** What is kept of a conversation for the question after this one: the questions that lean on one another. */
export function conversation(question: string, previous: string | undefined): string {
  const turns = turnsOf(previous);
  if (turns.length === 0 || isSmallTalk(question)) return turns.length === 0 ? question : turns.join(TURN);
  if (languageWished(question)) return turns.join(TURN);
  const anew = askedOfAnother(turns, question);
  if (anew !== null) return anew;
  if (!leansOn(question)) return question;
  const [subject = '', ...others] = [...turns, question];
  while (others.length > 1 && [subject, ...others].join(TURN).length > LONGEST) others.shift();
  return [subject, ...others].join(TURN);
}

/** The questions of a conversation, as {@link conversation} keeps it. */
export function turnsOf(previous: string | undefined): string[] {
  return (previous ?? '').split(TURN).flatMap((turn) => turn.trim() || []);
}

function leansOn(question: string): boolean {
  if (isSmallTalk(question) || namesItsOwn(question)) return false;
  const content = contentWords(question).length;
  if (opens(question) || pointsBackPlainly(question)) return content <= SHORT + 1;
  if (content >= SHORT) return false;
  return pointsBack(question) || content === 0 || (content === 1 && (asks(question) || namesOnlyTime(question)));
}

/**
 * The subject of a conversation, the last time that was named, and what is asked now. "Why?" asks about the question
 * before it; a question that only names another time asks about the subject.
 */
function woven([subject = '', ...between]: readonly string[], question: string): string {
  const own = namesOnlyTime(question) || (asks(question) && contentWords(question).length > 0);
  const before = own ? undefined : between.filter((turn) => !namesOnlyTime(turn)).at(-1);
  const timed = datesIn(question).length > 0 ? undefined : between.filter((turn) => datesIn(turn).length > 0).at(-1);
  const kept = [subject, ...between.filter((turn) => turn === before || turn === timed), question];
  const latest = kept.findLastIndex((turn) => datesIn(turn).length > 0);
  return kept.map((turn, i) => (i < latest ? withoutDates(turn) : turn)).join(' ');
}
