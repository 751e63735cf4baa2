import type { MetadataField } from '../../letters/types.ts';
import { phrases } from '../../retrieval/analysis/phrases.ts';
import type { Fact } from './found.ts';

const QUESTIONS = 'vragen/kamervragen/questions';
const speaksOfQuestions = phrases(QUESTIONS);
const MEMBERS = 'kamerlid/kamerleden/lid/leden/partij/partijen/fractie/fracties/parlementariër/parlementariërs';
const MINISTERS = 'minister*/bewindspersoon/bewindspersonen/bewindslieden/staatssecretaris*/secretary/secretaries';

/** What is asked of a paper of questions and answers, and where it states that. */
export interface Wanted {
  readonly fact: Fact;
  readonly field: MetadataField;
}

const ASKERS: Wanted = { fact: 'askers', field: 'subject' };
export const ASKED_OF: Wanted = { fact: 'addressee', field: 'subject' };
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
export const LOOSELY = /^\W*(?:(?:en|and)\s+)?(?:wie vroeg(?:en)? (?:naar|over)|who asked about)\s/iu;
/** What a question wants to know of a paper of questions and answers; undefined where it asks for anything else. */
export function wantedIn(question: string): Wanted | undefined {
  if (LOOSELY.test(question)) return ASKERS;
  return speaksOfQuestions(question) ? WANTED.find(({ asks }) => asks(question)) : undefined;
}
