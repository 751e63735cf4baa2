import { byDayWritten } from '../../letters/dates/days.ts';
import type { LetterKind } from '../../letters/types.ts';
import { type Asked, type FactAnswer, type Sources, unstated } from './found.ts';
import { lettersMeant } from './letter-meant.ts';

/** What letters are called where several are meant, with one word for one of them. */
const KINDS: readonly { readonly plural: string; readonly one: string; readonly kind: LetterKind | null }[] = [
  { plural: '(?:kamer)?brieven|letters|kamerstukken|papers|documenten|documents', one: 'brief', kind: null },
  { plural: 'verslagen|reports', one: 'verslag', kind: 'report' },
  { plural: "(?:geannoteerde |annotated )?agenda['’]?s", one: 'agenda', kind: 'annotated_agenda' },
  { plural: 'kamervragen|beantwoordingen|antwoorden op kamervragen', one: 'beantwoording', kind: 'answers' },
];
const PLURAL = `(?<plural>${KINDS.map(({ plural }) => plural).join('|')})`;
const YOU = '(?: je| jij| jullie| u)?(?: allemaal| zoal| nu| eigenlijk| nog| ook)*';
const ASKS = [
  `(?:over )?(?:welke|wat voor|hoeveel) ${PLURAL} (?:hebt?|heeft|kent?|beschikt?|bezit)${YOU}(?: over(?= ?$|\\W*$))?`,
  `(?:welke|wat voor|hoeveel) ${PLURAL} (?:zijn|bestaan) er(?: allemaal| zoal)?`,
  `welke ${PLURAL} gaan(?= over )`,
  `(?:toon|geef|laat|noem)(?: me| mij)?(?: een (?:lijst|overzicht) van)?(?: alle| de| al| je| jouw)* ${PLURAL}(?: zien)?`,
  `(?:heb|ken)(?: je| jij| u)(?: ook| nog)* ${PLURAL}(?= (?:over|van|uit) )`,
  `(?:which|what|how many) ${PLURAL} (?:do you (?:have|know|hold)|are there|have you(?: got)?)`,
  `which ${PLURAL} are(?= about )`,
  `(?:show|list|give)(?: me)?(?: a list of)?(?: all| the| your| of)* ${PLURAL}`,
  `do you have (?:any )?${PLURAL}(?= (?:about|on|from|of|by) )`,
].map((form) => new RegExp(`^\\W*(?:(?:en|and|maar|but) )?${form}(?<rest>.*)$`, 'isu'));
/** What may follow: something that tells some letters from others. */
const TELLS = /^(?:over|van|uit|in|door|about|on|from|of|by|dated)\s+\S/iu;

/** The letters that are asked for, newest first: all, those of a kind, or those that go by a subject, a date or a writer. */
export function lettersAsked(asked: Asked, { retriever }: Sources): FactAnswer | null {
  const match = ASKS.map((form) => form.exec(asked.question.replace(/\s+/g, ' '))).find((found) => found !== null);
  const { plural = '', rest = '' } = match?.groups ?? {};
  const telling = rest.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (!match || (telling !== '' && !TELLS.test(telling))) return null;
  const called = KINDS.find((each) => new RegExp(`^(?:${each.plural})$`, 'iu').test(plural));
  const ofKind = asked.letters.filter(({ metadata }) => !called?.kind || metadata.kind === called.kind);
  const letters =
    telling === '' ? ofKind : lettersMeant(`${called?.one} ${telling}`, asked.language, ofKind, retriever);
  const newestFirst = [...letters].sort(
    (a, b) => byDayWritten(b.metadata, a.metadata) || a.title.localeCompare(b.title),
  );
  return { ...unstated(asked), is: 'listed', letters: newestFirst };
}
