import { byDayWritten } from '../../letters/dates/days.ts';
import type { Letter } from '../../letters/types.ts';
import { isCalled, knownAs } from '../../retrieval/question/called.ts';
import { signatoriesOf } from '../../retrieval/question/signatories-named.ts';
import type { Quote } from '../schema.ts';
import { type Asked, type FactAnswer, type Sources, stated, unstated } from './found.ts';
import { lettersMeant, namesLetter } from './letter-meant.ts';
import { statements } from './statements.ts';
import { wholeQuestions } from './whole-questions.ts';

const NAME =
  "(?:minister |staatssecretaris |state secretary |mr\\.? |mrs\\.? |ms\\.? |de heer |mevrouw )?(?<name>[\\p{L}][\\p{L}.'’-]*(?: (?!(?:de|het|die|dat|deze|the|this|that|over|van 1?\\d)(?: |$))[\\p{L}][\\p{L}.'’-]*){0,4}?)";
const WHO =
  '(?:wie|welke (?:andere )?(?:minister|ministers|bewindspersoon|bewindspersonen|bewindslieden|staatssecretaris))';
const WHO_EN = '(?:who(?: else)?|which (?:other )?(?:minister|ministers|state secretary|state secretaries))';
const SIGNED = '(?:onder|mede)?(?:tekende|tekenden|tekent|tekenen)';
const REST = '(?: (?<rest>\\S.{0,160}))?';
/** "Welke minister tekende samen met X?", "Met wie ondertekende X de brief?", "Who signed together with X?" */
const ASKS = wholeQuestions([
  `${WHO} ${SIGNED}(?: (?<before>\\S.{0,120}?))??,? (?:samen|mede|ook) met ${NAME}${REST}`,
  `${WHO} (?:heeft|hebben)(?: (?<before>\\S.{0,120}?))?? samen met ${NAME}(?: (?<rest>\\S.{0,160}?))? (?:mede)?(?:onder)?(?:ge)?tekend`,
  `(?:samen )?met wie ${SIGNED} ${NAME}(?: (?<rest>(?:de|het|die|dat|deze)(?: \\S.{0,160})?))?`,
  `${WHO_EN} (?:co-?)?signed(?: (?<before>\\S.{0,120}?))?? (?:together |jointly )?with ${NAME}${REST}`,
  `with whom did ${NAME} (?:co-?)?sign(?: (?<rest>\\S.{0,160}))?`,
  `who did ${NAME} sign(?: (?<rest>\\S.{0,160}?))? with`,
]);
const MOST = 3;

/** Who signed a letter together with somebody: the signatures of the others under the letters that somebody signed. */
export function coSignersAsked(asked: Asked, { retriever }: Sources): FactAnswer | null {
  const { name: typed, before = '', rest = '' } = ASKS(asked.question.replace(/\s+/gu, ' ')) ?? {};
  if (typed === undefined || !/\p{Lu}/u.test(typed)) return null;
  const name = knownAs(typed, signatoriesOf(asked));
  const letter = `${before} ${rest}`.trim();
  const meant = namesLetter(letter) ? lettersMeant(letter, asked.language, asked.letters, retriever) : asked.letters;
  const signed = meant
    .filter(({ metadata }) => metadata.signatories.some((one) => isCalled(one.name, name)))
    .sort((a, b) => byDayWritten(b.metadata, a.metadata));
  const quotes = signed.flatMap((each) => othersThan(name, each));
  if (quotes.length > 0) return stated(asked, quotes.slice(0, MOST));
  return { ...unstated(asked), is: 'signed_alone', name: typed, letters: signed };
}

function othersThan(name: string, letter: Letter): Quote[] {
  const others = letter.metadata.signatories.filter((one) => !isCalled(one.name, name));
  return statements(letter, ['signatories']).filter(({ text }) => others.some((one) => isCalled(text, one.name)));
}
