import type { MetadataField } from '../../letters/types.ts';
import { either, phrases } from '../analysis/phrases.ts';
import { asAnswers } from './answers-named.ts';
import { turnsOf } from './follow-up.ts';

/** What can be asked of a letter itself and stands in it. */
export type LetterFact = Extract<MetadataField, 'signatories' | 'letterDate' | 'number'> | 'addressee' | 'reference';

/** Answers to questions are printed as an appendix to the proceedings, with a number of their own. */
const APPENDIX = 'aanhangsel/appendix';
const SEVERAL = 'brieven/kamerbrieven/letters/verslagen/reports/agendas/kamerstukken/papers';
const LETTERS = either(`
  ${SEVERAL}
  *brief
  letter
  verslag
  report
  agenda
  kamerstuk
  stuk
  antwoorden
  beantwoording
  answers
  document
  paper
  ${APPENDIX}
`);
const THE = 'de/het/deze/dit/die/dat/the/this/that';
const THE_LETTER = `${THE} ..3 ${LETTERS}`;
/** What a letter does with what it mentions, not with a date or number that it bears. */
const MENTION = 'mention/make/name/set/cite/say/propose';
/** What goes by the name of a letter and is none; and letters that only say something of what is asked. */
const NOT_MEANT = `
  - letter of intent
  - volgens/blijkens/in/uit ${THE} ..3 ${LETTERS}
  - according to ${THE} ..3 ${LETTERS}
  - noemt/noemen/noemde/geeft/gaf/meldt/vermeldt ${THE} ..1 ${LETTERS} ...40 voor/als/waarop
  - (reference) do/does/did ${THE} ..1 ${LETTERS} ...40 ${MENTION}
  - do/does/did ${THE} ..1 ${LETTERS} ...40 give/state for/as/to
  - (reference) does/did it/that ${MENTION}
  - does/did it/that give/state for/as/to
`;
/** "de brief aan de gouverneur": what others than parliament got is spoken of in letters. */
const TO_OTHERS =
  /(?:brief|letter)\s+(?:aan|naar(?!\s+aanleiding)|to)\s+(?!(?:(?:de|het|the|uw|onze)\s+)?(?:(?:leden|members)\s+(?:van|of)\s+(?:(?:de|het|the)\s+)?)?(?:dutch\s+)?(?:(?:tweede|eerste|voorzitter|speaker|president of)(?!\p{L})|kamer|house|parliament|parlement|staten))/iu;

const WRITES = either(`
  onderteken*
  getekend*
  tekende*
  tekent
  schreef
  schreven
  geschreven
`);
const SENDS = either(`
  stuurde*
  gestuurd
  verstuurd*
  verzond*
  zond
  zonden
`);
const SIGNS = `${WRITES}/${SENDS}`;
/** Who wrote a letter is who signed it. */
const AUTHOR = 'auteur/auteurs/schrijver/schrijvers/opsteller/opstellers/author/authors/writer/writers';
const MINISTERS = 'minister*/bewindspersoon/bewindspersonen/bewindslieden/staatssecretaris*/secretary/secretaries';
/** What a letter is called by the office that sent it, apart from its number as a paper of parliament. */
const REFERENCE = 'kenmerk/briefkenmerk/referentie/referentienummer/reference/ref';
const DIRECTED =
  'gericht/geadresseerd/gestuurd/verstuurd/verzonden/geschreven/bestemd/addressed/directed/sent/written/meant';
const SHIPPED = 'gestuurd/verstuurd/verzonden/sent';
/** The day of an answer to members is the one on which they got it. */
const GIVEN = 'ontvangen/binnengekomen/gegeven/received/given';
const THE_ANSWERS = `${THE} ..3 antwoorden/beantwoording/answers`;
const DATED = 'geschreven/gedateerd/ondertekend/getekend/written/dated/signed';
const SENT = `${SHIPPED}/${DATED}`;

/**
 * How each is asked of a letter that the question speaks of, of one that it only points back to, and in words that may as
 * well point back to what was sent or done ("Aan wie?"); the first counts.
 */
const ASKED: Readonly<Record<LetterFact, { readonly of: string; readonly back: string; readonly unclear?: string }>> = {
  addressee: {
    of: `
      aan/naar/voor wie is/was/zijn/waren/werd/werden/wordt ...40 ${THE_LETTER} ... ${DIRECTED}
      aan/naar wie ..1 richt/richtte/stuurt/stuurde/schreef/schrijft/verstuurde/zond/verzond ...40 ${THE_LETTER}
      geadresseerde/geadresseerden/ontvanger/ontvangers/adressering ..1 ${THE_LETTER}
      wie kreeg/kregen/ontving/ontvingen ${THE_LETTER}
      who got/received ${THE_LETTER}
      to whom ...40 ${THE_LETTER}
      who/whom ..1 ${THE_LETTER} ... ${DIRECTED} to
      who/whom ..1 ${THE_LETTER} ... for $
      addressee/addressees/recipient/recipients of
    `,
    back: `
      aan/naar/voor wie ..2 die/deze/hij ..1 gericht/geadresseerd
      to whom ..3 addressed
      who ..1 it/that/this ..1 addressed to
    `,
    unclear: `
      aan/naar/voor wie ..2 die/deze/dat/het/hij/ze/zij ..1 ${DIRECTED}
      aan/naar wie (is/was/zijn/waren) (die/dat/deze/het) (dan/precies/eigenlijk) $
      aan/naar wie ${SENDS}/schreef/schreven/richtte/richtten ..2 die/dat/deze/hem/het/ze $
      to whom
      who ..1 it/that/this ..1 ${DIRECTED} to
    `,
  },
  reference: {
    of: `
      ${REFERENCE} van/of/on/in ${THE_LETTER}
      welk/welke/wat/what/which ..3 ${REFERENCE} ...40 ${THE_LETTER}
      ${REFERENCE} number ...40 ${THE_LETTER}
    `,
    back: `
      welk/welke/wat/what/which ..3 ${REFERENCE}
    `,
  },
  signatories: {
    of: `
      wie/wiens ... ${SIGNS}
      door wie ... ${SIGNS}
      ${SIGNS} door wie
      van wie is/was/komt/kwam ${THE_LETTER}
      welke ..1 ${MINISTERS} ... ${SIGNS}
      ondertekenaar/ondertekenaars/afzender/afzenders ..1 ${THE_LETTER}
      ${AUTHOR} van/of ${THE_LETTER}
      handtekening/handtekeningen/naam/namen ..2 onder ${THE_LETTER}
      hoe heet/heette ..1 ${MINISTERS} die ${THE_LETTER} ... ${SIGNS}
      who/whose ..3 signed/signs/sent
      who ..3 wrote ${THE} ..2 letter/answers
      which ..4 ${MINISTERS} ..5 signed/signs/wrote/sent
      signatory/signatories/sender/senders of
      by/from whom ...
      whose signature/signatures/name/names
    `,
    back: `
      wie/wiens/who ..3 ${WRITES}/signed/signs/wrote
      by whom ..3 signed/written
      wie/who is/was/zijn/waren/are/were ..2 ${AUTHOR} $
      wie/who is/was/zijn/waren/are/were ..2 ${AUTHOR} ervan/daarvan/hiervan
      who is/was/are/were ..2 ${AUTHOR} of it/that/this
      welke ..1 ${MINISTERS} ..2 ${WRITES}
      which ..1 ${MINISTERS} ..2 signed/wrote
    `,
    unclear: `
      wie/wiens/who ..3 ${SENDS}/sent
      door wie
      by whom
      van wie is/was/komt
      welke ..1 ${MINISTERS} ..2 ${SENDS}
      which ..1 ${MINISTERS} ..2 sent
    `,
  },
  letterDate: {
    of: `
      wanneer/when is/was/werd/zijn/waren/were ${THE_LETTER} ... ${SENT}
      wanneer/when is/was/werd/werden/zijn/waren/were ${THE_ANSWERS} over/inzake/about/on ... ${GIVEN}
      wanneer/when is/was/werd/werden/zijn/waren/were ${THE_ANSWERS} op/van/to ..3 vragen/kamervragen/questions ... ${GIVEN}
      wanneer/when is/was/werd/werden/zijn/waren/were ${THE_ANSWERS} van/from/by (de/het/the) ${MINISTERS} ... ${GIVEN}
      wanneer/when is/was/werd/werden/zijn/waren/were ${THE_ANSWERS} ${GIVEN} $
      wanneer kwam/kwamen ${THE_ANSWERS} over/inzake
      wanneer kwam/kwamen ${THE_ANSWERS} op/van ..3 vragen/kamervragen
      wanneer ..1 stuurde/stuurden/verstuurde/verzond/schreef/ondertekende ...40 ${THE_LETTER}
      wanneer heeft/hebben/had ...40 ${THE_LETTER} ... ${SENT}
      when did ...40 send/write/sign ${THE_LETTER}
      van wanneer is/was/dateert/zijn ${THE_LETTER}
      welke/what/which datum/dag/date/day ...20 ${THE_LETTER}
      datum/dagtekening/date van/of/on ${THE_LETTER}
      hoe oud is ${THE_LETTER}
      how old is ${THE_LETTER}
    `,
    back: `
      (van) wanneer/when ..2 die/deze/it/that/this ..1 ${DATED}
      van wanneer is/dateert die/deze/hij
      van welke datum is die/deze/hij
      what/which date is/was/does it/that
    `,
    unclear: `
      wanneer/when ..2 die/deze/it/that/this ..1 ${SHIPPED}
    `,
  },
  number: {
    of: `
      kamerstuknummer/dossiernummer/documentnummer/briefnummer
      kamerstuk nummer/nr
      document/paper/dossier/file/parliamentary number
      aanhangselnummer
      welk/which/what ${APPENDIX} ...20 ${THE_LETTER}
      welk/what/which nummer/number ...40 ${THE_LETTER}
      nummer/number van/of ${THE_LETTER}
      welk/which/what dossier/kamerstuk ...20 ${THE_LETTER}
    `,
    back: `
      welk/which/what nummer/number/kamerstuknummer ..2 die/deze/it/that
      welk/which kamerstuk ..1 die/deze/it/that
    `,
  },
};

const FACTS = Object.entries(ASKED).map(([fact, { of, back, unclear }]) => ({
  fact: fact as LetterFact,
  of: phrases(of + NOT_MEANT),
  back: phrases(back + NOT_MEANT),
  unclear: unclear === undefined ? () => false : phrases(unclear + NOT_MEANT),
}));
const speaksOfAnyLetter = phrases(LETTERS + NOT_MEANT);
/** Asked alone it is of a letter, whichever. */
const asksReference = phrases(`^ (en/and) wat/what is (het/ons/onze/the/our) ${REFERENCE} (number) $`);
const speaksOfSeveral = phrases(`${THE} ..3 ${SEVERAL}`);
/** A paper by its number, "28 676, nr. 348", needs no word for it. */
const PAPER = /\b\d{2} ?\d{3}(?:[- ][\p{L}\d]{1,6})?,? nr\.? ?\d/u;
const SIGNED_ELSEWHERE = either(`
  *verklaring/*akkoord/*overeenkomst/*verdrag/*contract/*convenant
  memorandum
  motie
  agreement
  treaty
  declaration
  contract
  covenant
  motion
`);
const WRITTEN_ELSEWHERE = either(`
  ${SIGNED_ELSEWHERE}
  *rapport/*advies/*onderzoek
  study
`);
/** "En wie ondertekende dat?" behind a question about another thing that is signed means that. */
const speaksOfSigned = phrases(SIGNED_ELSEWHERE);
const speaksOfWritten = phrases(WRITTEN_ELSEWHERE);
/** "Het rapport dat bij de brief is gevoegd" is another's, not the letter. */
const speaksOfLetter = phrases(`
  ${THE_LETTER}
  ${NOT_MEANT}
  - ${WRITTEN_ELSEWHERE} ..6 ${THE_LETTER}
`);

/** What a question asks of a letter itself. */
export interface FactAsked {
  readonly fact: LetterFact;
  /** It does not name the letter: it is the one that was spoken of. */
  readonly pointsBack: boolean;
  /** It asks of all letters that fit. */
  readonly ofSeveral: boolean;
}

/**
 * Reads from a question what it asks of a letter itself: who signed it and who got it, when, which number or reference;
 * null for any other.
 * @param previous the question before it
 */
export function factAsked(text: string, previous?: string): FactAsked | null {
  const question = asAnswers(text);
  if (TO_OTHERS.test(question)) return null;
  if (speaksOfLetter(question) || PAPER.test(question)) {
    const asked = FACTS.find(({ of }) => of(question));
    return asked ? { fact: asked.fact, pointsBack: false, ofSeveral: speaksOfSeveral(question) } : null;
  }
  if (!previous && asksReference(question)) return { fact: 'reference', pointsBack: false, ofSeveral: false };
  if (!previous || speaksOfSigned(previous) || speaksOfWritten(question)) return null;
  const isOfLetter = turnsOf(previous).some(
    (turn) => speaksOfAnyLetter(turn) || PAPER.test(turn) || FACTS.some(({ back }) => back(turn)),
  );
  const asked = FACTS.find(({ back, unclear }) => back(question) || (isOfLetter && unclear(question)));
  return asked ? { fact: asked.fact, pointsBack: true, ofSeveral: false } : null;
}
