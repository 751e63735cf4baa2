import type { MetadataField } from '../../letters/types.ts';
import { type Phrases, phrases } from '../../retrieval/analysis/phrases.ts';
import { turnsOf } from '../../retrieval/question/follow-up.ts';
import { factAsked } from '../../retrieval/question/letter-facts.ts';
import type { Fact } from './found.ts';
import { namesLetter } from './letter-meant.ts';

const QUESTIONS = 'vragen/kamervragen/questions';
const speaksOfQuestions = phrases(QUESTIONS);
const MEMBERS = 'kamerlid/kamerleden/lid/leden/partij/partijen/fractie/fracties/parlementariër/parlementariërs';
const MINISTERS = 'minister*/bewindspersoon/bewindspersonen/bewindslieden/staatssecretaris*/secretary/secretaries';

/** What is asked of a paper of questions and answers, and where it states that. */
export interface Wanted {
  readonly fact: Fact;
  readonly field: MetadataField;
}

export const ASKERS: Wanted = { fact: 'askers', field: 'subject' };
const ASKED_OF: Wanted = { fact: 'addressee', field: 'subject' };
/** Without a word for questions, `answering` asks for what ministers answered: that is told by what they are said to be about. */
const WANTED: readonly (Wanted & { readonly asks: Phrases; readonly answering?: Phrases })[] = [
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
        wanneer heeft/hebben/had ... geantwoord
        when did ... answer/reply/respond
      `),
    answering: phrases(`
        wanneer ..1 antwoordde/antwoordden ..2 ${MINISTERS} ..8 over
        wanneer heeft/hebben/had ..2 ${MINISTERS} ... over ... geantwoord
        wanneer heeft/hebben/had ..2 ${MINISTERS} ..8 geantwoord over
        when did ..2 ${MINISTERS} ..5 answer/reply/respond about/on
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
        wie heeft/hebben/had ... beantwoord/geantwoord
        wie gaf/gaven/geeft ..2 antwoord/antwoorden
        wie ..1 antwoordde/antwoordden op
        door wie ... beantwoord
        welk/welke ..1 ${MINISTERS} ... beantwoord*/antwoord*/geantwoord
        who/which ..3 answered
        who/which ..3 replied/responded to
        who gave ..2 answer/answers
      `),
    answering: phrases(`
        wie/welke ..2 antwoordde/antwoordden over
        wie heeft/hebben geantwoord over
        who/which ..2 answered/replied/responded about/on
      `),
  },
];

/** "Who asked about X?" may also ask what somebody in a letter did: it is answered only where a paper goes by that name. */
const LOOSELY = /^\W*(?:(?:en|and)\s+)?(?:wie vroeg(?:en)? (?:naar|over)|who asked about)\s/iu;
const SOME = '(?:(?:ook|al|eerder|ooit|schriftelijke|any|parliamentary|written)\\s+)*';
const THEIR = `(?:kamer)?vragen(?:\\s+(?:gesteld|ingediend))?`;
/** "Heeft de SP vragen gesteld over X?", "Did Erkens ask questions about X?" */
const WHETHER = [
  `(?:heeft|hebben|had|hadden|stelde|stelden)\\s+(?<who>\\S.{0,60}?)\\s+${SOME}${THEIR}(?<about>\\s+over\\s.+)`,
  `(?:has|have|did)\\s+(?<who>\\S.{0,60}?)\\s+(?:ask(?:ed)?|put|submit(?:ted)?)\\s+${SOME}questions(?<about>\\s+(?:about|on)\\s.+)`,
].map((form) => new RegExp(`^\\W*(?:(?:en|and)\\s+)?${form}$`, 'isu'));
/** Behind a question about members' questions it asks of whom they were asked. */
const asksToWhom = phrases(`
  ^ (en/and) aan wie (dan/precies) $
  ^ (en/and) to whom $
`);
const BACK = /(?<!\p{L})(?:ze|die|deze|them|those|these)(?!\p{L})/iu;

/** What a question asks of a paper of questions and answers. */
export interface PaperAsked {
  readonly wanted: Wanted;
  /** The question by which the paper is known. */
  readonly question: string;
  /** What alone must be the paper's name, where members' questions are not spoken of. */
  readonly name: string | null;
  /** Only a paper that says itself what the question is about is meant. */
  readonly isLoose: boolean;
  /** Who may have asked, where it is asked whether they did. */
  readonly who: string | null;
}

/**
 * Reads from a question what it asks of a paper of questions and answers; null where it asks nothing of the kind.
 * @param previous the conversation before it, which "wie heeft ze beantwoord?" goes on from
 */
export function paperAskedIn(question: string, previous: string | undefined): PaperAsked | null {
  const plain = { question, name: null, isLoose: false, who: null };
  const loosely = LOOSELY.exec(question)?.[0];
  if (loosely !== undefined) return { ...plain, wanted: ASKERS, name: question.slice(loosely.length), isLoose: true };
  const { who, about } = WHETHER.map((form) => form.exec(question)?.groups).find(Boolean) ?? {};
  if (who !== undefined) return { ...plain, wanted: ASKERS, question: `vragen${about}`, isLoose: true, who };
  const wanted = wantedIn(question);
  if (wanted) return { ...plain, wanted };
  const answering = WANTED.find((each) => each.answering?.(question));
  if (answering) return { ...plain, wanted: answering, isLoose: true };
  const back = wantedBack(question);
  const before = back ? paperSpokenOf(previous) : null;
  return back && before ? { ...before, wanted: back } : null;
}

function wantedIn(question: string): Wanted | undefined {
  return speaksOfQuestions(question) ? WANTED.find(({ asks }) => asks(question)) : undefined;
}

/** What is asked of the paper that was spoken of: "Aan wie?", "Wie heeft ze beantwoord?", "En wie antwoordde?" */
function wantedBack(question: string): Wanted | undefined {
  if (asksToWhom(question)) return ASKED_OF;
  if (speaksOfQuestions(question) || namesLetter(question)) return undefined;
  const asked = question.replace(/\W+$/u, '');
  const whole = [asked.replace(BACK, 'de vragen'), `${asked} op de vragen`, asked.replace(/\s/u, ' de vragen ')];
  return whole.map(wantedIn).find(Boolean);
}

/** The paper of questions of which something was asked last, where that was not of another letter since. */
function paperSpokenOf(previous: string | undefined): PaperAsked | null {
  for (const turn of [...turnsOf(previous)].reverse()) {
    const paper = paperAskedIn(turn, undefined);
    if (paper ?? factAsked(turn)) return paper;
  }
  return null;
}
