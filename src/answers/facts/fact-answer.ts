import { type Clock, dayOf, systemClock } from '../../clock.ts';
import { askedOfAnother } from '../../retrieval/question/asked-of-another.ts';
import { TURN, turnsOf } from '../../retrieval/question/follow-up.ts';
import { languageOf } from '../../retrieval/question/language.ts';
import { passes } from '../../retrieval/question/letters-named.ts';
import type { QuestionFilters } from '../../retrieval/types.ts';
import { abbreviationAsked } from './abbreviation-asked.ts';
import { ofAnotherLetter } from './another-letter.ts';
import { clausesOf } from './clauses.ts';
import { coSignersAsked } from './co-signers-asked.ts';
import type { Asked, FactAnswer, Sources } from './found.ts';
import { letterFact } from './letter-fact.ts';
import { lettersAsked } from './letters-asked.ts';
import { officeOfPerson } from './office-of-person.ts';
import { paperAsked } from './paper-asked.ts';
import { partyAsked } from './party-asked.ts';
import { personAsked } from './person-asked.ts';
import { placeAsked } from './place-asked.ts';
import { questionsAsked } from './questions-asked.ts';
import { withDates } from './relative-times.ts';

interface Asking {
  /** By which "this year" is known; the machine's where it is not given. */
  readonly clock?: Pick<Clock, 'now'> | undefined;
  readonly previous?: string | undefined;
  readonly filters?: QuestionFilters | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Longer questions ask more than something of a letter; in UTF-16 units. */
const LONGEST = 300;

type Lookup = (asked: Asked, sources: Sources) => FactAnswer | null | Promise<FactAnswer | null>;

/** The first that knows what is asked answers. */
const LOOKUPS: readonly Lookup[] = [
  lettersAsked,
  questionsAsked,
  coSignersAsked,
  letterFact,
  paperAsked,
  partyAsked,
  personAsked,
  officeOfPerson,
  placeAsked,
  abbreviationAsked,
];

/**
 * Answers what is looked up rather than searched for: who signed a letter, alone or with whom, who it is for, when, which
 * number and reference; which letter a number is; who asked and who answered; which letters there are; who somebody is
 * that signed or asked, of which party and in which office; where a meeting was; what an abbreviation stands for. Null for a question that
 * asks anything else.
 */
export async function factAnswer(question: string, asking: Asking, sources: Sources): Promise<FactAnswer | null> {
  if (question.length > LONGEST) return null;
  const clauses = clausesOf(question);
  const all = clauses.length > 1 ? await allOf(clauses, asking, sources) : null;
  return all ?? lookedUp(question, asking, sources);
}

/** What several questions in one come to, where each is looked up and any of it is stated. */
async function allOf(
  clauses: readonly string[],
  { previous, ...asking }: Asking,
  sources: Sources,
): Promise<FactAnswer | null> {
  const found: FactAnswer[] = [];
  for (const [i, clause] of clauses.entries()) {
    const before = [...turnsOf(previous), ...clauses.slice(0, i)].join(TURN);
    const each = await lookedUp(clause, { ...asking, previous: before === '' ? undefined : before }, sources);
    if (each === null) return null;
    found.push(each);
  }
  const answers = found.flatMap((each) => (each.is === 'stated' ? [each] : []));
  const quotes = new Map(answers.flatMap((each) => each.quotes.map((quote) => [quote.id, quote])));
  const [first] = answers;
  return first ? { ...first, quotes: [...quotes.values()] } : null;
}

/** What the first lookup that knows what is asked comes to. */
async function lookedUp(
  question: string,
  { clock = systemClock, previous, filters = {}, signal }: Asking,
  sources: Sources,
): Promise<FactAnswer | null> {
  const today = dayOf(clock);
  const letters = sources.corpus.letters.filter((letter) => passes(letter, filters));
  const another = ofAnotherLetter(question, previous) ?? askedOfAnother(turnsOf(previous), question);
  for (const text of another === null ? [question] : [another, question]) {
    const language = languageOf(text);
    if (language === 'other') continue;
    const asked = { question: withDates(text, today), language, previous, filters, today, letters, signal };
    for (const lookup of LOOKUPS) {
      const found = await lookup(asked, sources);
      if (found) return found;
    }
  }
  return null;
}
