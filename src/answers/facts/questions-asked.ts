import type { Letter, Span } from '../../letters/types.ts';
import { phrases } from '../../retrieval/analysis/phrases.ts';
import { turnsOf } from '../../retrieval/question/follow-up.ts';
import { factAsked } from '../../retrieval/question/letter-facts.ts';
import { pointsBack } from '../../retrieval/question/pointing-back.ts';
import type { Quote } from '../schema.ts';
import { type Asked, type Fact, type FactAnswer, type Sources, stated, unstated } from './found.ts';
import { lettersMeant, namesLetter } from './letter-meant.ts';
import { lettersBefore } from './letters-before.ts';
import { membersIn, ministerAskedIn, NAMES_MEMBERS, sentIn } from './members-questions.ts';
import { nearest } from './nearest.ts';
import { openingOf, quotedFor } from './opening.ts';
import { ASKED_OF, LOOSELY, type Wanted, wantedIn } from './questions-wanted.ts';
import { withDates } from './relative-times.ts';
import { statements } from './statements.ts';

/** Behind a question about members' questions it asks of whom they were asked. */
const asksToWhom = phrases(`
  ^ (en/and) aan wie (dan/precies) $
  ^ (en/and) to whom $
`);
/** Of more papers than these the question leaves open which is meant. */
const MOST = 3;

/** Who asked and who answered a paper of questions and answers, and when, as its head states it. */
export async function questionsAsked(asked: Asked, sources: Sources): Promise<FactAnswer | null> {
  const { language, letters, previous, today } = asked;
  const before = asksToWhom(asked.question) ? paperSpokenOf(previous) : null;
  const question = before === null ? asked.question : withDates(before, today);
  const loosely = LOOSELY.exec(question)?.[0];
  const wanted = before !== null ? ASKED_OF : wantedIn(question);
  const papers = wanted ? letters.filter(({ metadata }) => metadata.kind === 'answers') : [];
  if (!wanted || papers.length === 0) return null;
  const meant = loosely
    ? sources.retriever.lettersCalled(question.slice(loosely.length), language, papers)
    : await papersMeant({ ...asked, question, letters: papers }, sources);
  const [paper] = meant;
  if (loosely && (!paper || meant.length > MOST)) return null;
  if (!paper) return { ...unstated(asked), is: 'unknown', near: await nearest({ ...asked, question }, sources) };
  if (meant.length > MOST) return { ...unstated(asked), is: 'several', letters: meant };
  const quotes = meant.flatMap((each) => statedOf(each, wanted));
  return quotes.length > 0
    ? stated(asked, quotes)
    : { ...unstated(asked), is: 'unstated', fact: wanted.fact, letter: paper };
}

/** The papers that a question names; where it names none, those that were spoken of. */
async function papersMeant(asked: Asked, sources: Sources): Promise<readonly Letter[]> {
  const { question, language, previous, letters } = asked;
  const before = previous && !namesLetter(question) ? await lettersBefore(previous, asked, sources) : [];
  const spokenOf = before.filter((letter) => letters.includes(letter));
  // "Those questions" are not other ones where what was spoken of is no paper of questions.
  if (spokenOf.length > 0 || (before.length > 0 && pointsBack(question))) return spokenOf;
  return lettersMeant(question, language, letters, sources.retriever);
}

/** The last question of a conversation that asked something of a letter itself, where that was a paper of questions. */
function paperSpokenOf(previous: string | undefined): string | null {
  const last = turnsOf(previous).findLast((turn) => wantedIn(turn) ?? factAsked(turn));
  return last !== undefined && wantedIn(last) ? last : null;
}

/** What a paper's head states, else its opening: not every head says more than what the questions are about. */
const SAID_IN: Partial<Readonly<Record<Fact, (text: string) => Span | null>>> = {
  askers: membersIn,
  askedOn: sentIn,
  addressee: ministerAskedIn,
};

function statedOf(letter: Letter, { fact, field }: Wanted): Quote[] {
  const head = statements(letter, [field]);
  const find = SAID_IN[fact];
  if (!find) return head;
  const own =
    fact === 'askers'
      ? head.filter(({ text }) => find(text) || NAMES_MEMBERS.test(text))
      : head.flatMap(({ id }) => inHead(letter, id, find));
  if (own.length > 0) return own;
  return openingOf(letter)
    .flatMap((passage) => quotedFor(letter, passage, find))
    .slice(0, 1);
}

function inHead(letter: Letter, passageId: string, find: (text: string) => Span | null): Quote[] {
  const passage = letter.passages.find(({ id }) => id === passageId);
  return passage ? quotedFor(letter, passage, find) : [];
}
