import type { Letter, Span } from '../../letters/types.ts';
import { literal } from '../../retrieval/analysis/literal.ts';
import { pointsBack } from '../../retrieval/question/pointing-back.ts';
import type { Quote } from '../schema.ts';
import { type Asked, type Fact, type FactAnswer, type Sources, stated, unstated } from './found.ts';
import { namesLetter } from './letter-meant.ts';
import { lettersBefore } from './letters-before.ts';
import { membersAsking, membersIn, ministerAskedIn, NAMES_MEMBERS, sentIn } from './members-questions.ts';
import { nearest } from './nearest.ts';
import { openingOf, quotedFor } from './opening.ts';
import { papersMeant, toldOf } from './papers-meant.ts';
import { newestPlaces } from './person-asked.ts';
import { ASKERS, type PaperAsked, paperAskedIn, type Wanted } from './questions-wanted.ts';
import { withDates } from './relative-times.ts';
import { saidOfLetter } from './said.ts';
import { statements } from './statements.ts';

/** Of more papers than these the question leaves open which is meant. */
const MOST = 3;
/** That other members asked what is quoted tells no more than that these letters know of no questions of theirs. */
const OF_OTHERS = 0.6;
/** What a letter says of a paper that is not here. */
const TOLD = 0.85;

/** Who asked and who answered a paper of questions and answers, and when, as its head states it. */
export async function questionsAsked(asked: Asked, sources: Sources): Promise<FactAnswer | null> {
  const { letters, previous, today } = asked;
  const paperAsked = paperAskedIn(asked.question, previous && withDates(previous, today));
  const papers = paperAsked ? letters.filter(({ metadata }) => metadata.kind === 'answers') : [];
  if (!paperAsked || papers.length === 0) return null;
  const { wanted, question, isLoose, who } = paperAsked;
  if (who !== null && !papers.some((each) => isAsker(who, each))) return null;
  const meant = await meantBy(paperAsked, asked, papers, sources);
  const [paper] = meant;
  if (isLoose && (!paper || meant.length > MOST)) return null;
  if (!paper) {
    const told = wanted.fact === 'askers' ? askersTold(saidOfLetter(question, papers).about, asked, sources) : [];
    if (told.length > 0) return stated(asked, told, TOLD);
    return { ...unstated(asked), is: 'unknown', near: await nearest({ ...asked, question }, sources) };
  }
  if (meant.length > MOST) return { ...unstated(asked), is: 'several', letters: meant };
  const own = who === null ? meant : meant.filter((each) => isAsker(who, each));
  const quotes = (own.length > 0 ? own : meant).flatMap((each) => statedOf(each, wanted));
  return quotes.length > 0
    ? stated(asked, quotes, own.length > 0 ? undefined : OF_OTHERS)
    : { ...unstated(asked), is: 'unstated', fact: wanted.fact, letter: paper };
}

/** The papers that a question names; where it names none, those that were spoken of. */
async function meantBy(
  { question, name, isLoose }: PaperAsked,
  asked: Asked,
  papers: readonly Letter[],
  sources: Sources,
): Promise<readonly Letter[]> {
  const { retriever } = sources;
  const { language, previous } = asked;
  if (name !== null) return retriever.lettersCalled(name, language, papers);
  const before = previous && !namesLetter(question) ? await lettersBefore(previous, asked, sources) : [];
  const spokenOf = before.filter((letter) => papers.includes(letter));
  // "Those questions" are not other ones where what was spoken of is no paper of questions.
  if (spokenOf.length > 0 || (before.length > 0 && pointsBack(question))) return spokenOf;
  const meant = papersMeant(question, language, papers, retriever);
  if (!isLoose) return meant;
  const { about } = saidOfLetter(question, papers);
  return meant.filter((paper) => about !== '' && retriever.says(toldOf(paper), about, language));
}

/** Where letters say of a paper that is not here who asked about a subject: "Kamervragen van het lid X naar aanleiding van". */
function askersTold(subject: string, { letters, language }: Asked, { retriever }: Sources): Quote[] {
  if (subject === '') return [];
  const isMeant = (about: string) => retriever.says(about, subject, language);
  return newestPlaces(letters, (letter) =>
    letter.passages.flatMap((passage) => quotedFor(letter, passage, (text) => membersAsking(text, isMeant))),
  );
}

const ANY_MEMBER =
  /^(?:(?:het|de|een|the|any|a|er|een van de)\s+)*(?:kamerlid|kamerleden|leden|lid|kamer|members?|mps?|parlement|parliament|iemand|anyone|somebody)$/iu;
const BEFORE_NAME =
  /^(?:(?:de|het|the)\s+)?(?:(?:kamer)?(?:lid|leden)|fractie(?:\s+van(?:\s+de)?)?|partij|member|mp|party)?\s*/iu;

/** Whether somebody, or a party, is among those of whom a paper says that they asked. */
function isAsker(who: string, paper: Letter): boolean {
  if (ANY_MEMBER.test(who)) return true;
  const name = who.replace(BEFORE_NAME, '');
  const asked = new RegExp(`(?<![\\p{L}-])${literal(name)}(?![\\p{L}])`, 'iu');
  return (
    name !== '' && statedOf(paper, ASKERS).some(({ text }) => asked.test(text.split(/\s(?:aan|over)\s/u)[0] ?? ''))
  );
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
