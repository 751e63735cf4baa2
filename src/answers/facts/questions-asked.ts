import type { Letter, MetadataField, Span } from '../../letters/types.ts';
import { phrases } from '../../retrieval/analysis/phrases.ts';
import { turnsOf } from '../../retrieval/question/follow-up.ts';
import { factAsked } from '../../retrieval/question/letter-facts.ts';
import type { Quote } from '../schema.ts';
import { type Asked, type Fact, type FactAnswer, type Sources, stated, unstated } from './found.ts';
import { lettersMeant } from './letter-meant.ts';
import { membersIn, ministerAskedIn, NAMES_MEMBERS, sentIn } from './members-questions.ts';
import { nearest } from './nearest.ts';
import { openingOf, quotedFor } from './opening.ts';
import { withDates } from './relative-times.ts';
import { statements } from './statements.ts';

const QUESTIONS = 'vragen/kamervragen/questions';
const speaksOfQuestions = phrases(QUESTIONS);
const MEMBERS = 'kamerlid/kamerleden/lid/leden/partij/partijen/fractie/fracties/parlementariër/parlementariërs';
const MINISTERS = 'minister*/bewindspersoon/bewindspersonen/bewindslieden/staatssecretaris*/secretary/secretaries';

/** What is asked of a paper of questions and answers, and where it states that. */
interface Wanted {
  readonly fact: Fact;
  readonly field: MetadataField;
}

const ASKERS: Wanted = { fact: 'askers', field: 'subject' };
const ASKED_OF: Wanted = { fact: 'addressee', field: 'subject' };
const WANTED: readonly (Wanted & { readonly asks: (text: string) => boolean })[] = [
  {
    fact: 'askedOn',
    field: 'subject',
    asks: phrases(`
        wanneer/when ... ${QUESTIONS} ... ingezonden/ingediend/gesteld/submitted/put/asked
        wanneer stelde/stelden ... ${QUESTIONS}
        when did ... ask/put/submit ..3 questions
      `),
  },
  {
    fact: 'letterDate',
    field: 'letterDate',
    asks: phrases(`
        wanneer/when ... ${QUESTIONS} ... beantwoord/answered
        wanneer beantwoordde/beantwoordden
        wanneer ..1 antwoordde/antwoordden
        when did ... answer/reply
      `),
  },
  {
    ...ASKED_OF,
    asks: phrases(`
        aan wie ... vragen/kamervragen ... gesteld/gericht
        aan wie stelde/stelden ... vragen/kamervragen
        aan welke ..1 ${MINISTERS} ... vragen/kamervragen ... gesteld/gericht
        who/whom ..1 the questions ... put/addressed/directed to
        to whom/which ... questions ... put/addressed/directed/asked
        who did ... ask/put ..2 questions to
      `),
  },
  {
    ...ASKERS,
    asks: phrases(`
        wie ..1 stelde/stelden ..4 vragen/kamervragen
        wie heeft/hebben/had ..4 vragen/kamervragen ... gesteld
        door wie ... vragen/kamervragen ... gesteld
        van wie is/zijn/waren/komen/kwamen ..2 vragen/kamervragen
        welk/welke ..2 ${MEMBERS} ..3 stelde/stelden/stelt/stellen/diende/dienden ... vragen/kamervragen
        welk/welke ..2 ${MEMBERS} ... vragen/kamervragen ... gesteld/ingediend/ingezonden
        van welk/welke ..2 ${MEMBERS} is/zijn/waren/komen/kwamen ... vragen/kamervragen
        who/which ..4 asked/put/submitted/posed/raised ..3 questions
        whose questions
      `),
  },
  {
    fact: 'signatories',
    field: 'signatories',
    asks: phrases(`
        wie ..1 beantwoordde/beantwoordden/beantwoordt
        wie heeft/hebben/had ... beantwoord
        wie gaf/gaven/geeft ..2 antwoord/antwoorden
        wie ..1 antwoordde/antwoordden op
        door wie ... beantwoord
        welk/welke ..1 ${MINISTERS} ... beantwoord*/antwoord*
        who/which ..3 answered
        who/which ..3 replied/responded to
        who gave ..2 answer/answers
      `),
  },
];

/** "Who asked about X?" may also ask what somebody in a letter did: it is answered only where a paper goes by that name. */
const LOOSELY = /^\W*(?:(?:en|and)\s+)?(?:wie vroeg(?:en)? (?:naar|over)|who asked about)\s/iu;
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
    : lettersMeant(question, language, papers, sources.retriever);
  const [paper] = meant;
  if (loosely && (!paper || meant.length > MOST)) return null;
  if (!paper) return { ...unstated(asked), is: 'unknown', near: await nearest({ ...asked, question }, sources) };
  if (meant.length > MOST) return { ...unstated(asked), is: 'several', letters: meant };
  const quotes = meant.flatMap((each) => statedOf(each, wanted));
  return quotes.length > 0
    ? stated(asked, quotes)
    : { ...unstated(asked), is: 'unstated', fact: wanted.fact, letter: paper };
}

function wantedIn(question: string): Wanted | undefined {
  if (LOOSELY.test(question)) return ASKERS;
  return speaksOfQuestions(question) ? WANTED.find(({ asks }) => asks(question)) : undefined;
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
