import { sentenceRanges } from '../letters/sentences.ts';
import type { PartKind, Passage } from '../letters/types.ts';
import { withoutAddresses } from './addresses.ts';
import { fold } from './analysis/fold.ts';
import { phrases } from './analysis/phrases.ts';

/** Parts that hold what a letter says; the others state something about the letter itself. */
const SAYING: ReadonlySet<PartKind> = new Set(['paragraph', 'heading', 'question', 'footnote']);

/** How letters begin and end, whatever they are about. */
const formula = phrases(`
  ^ geachte
  ^ hooggeachte
  ^ hoogachtend
  ^ hierbij/bijgaand/bijgevoegd/hiermee ..2 ontvangt/ontvang/treft/vindt/bied/bieden/zend/zenden/stuur/sturen/doe/doen
  ^ met deze brief ..2 informeer/informeren/bied/bieden/stuur/sturen/zend/zenden
  ^ ik/wij vertrouw/vertrouwen erop u/uw
  ^ ik/wij hoop/hopen u/uw ..2 hiermee
  ^ een afschrift van deze brief
  ^ mede namens
`);
/** How a paper of answers begins: which questions of whom it answers. */
const answersQuestions = phrases(`
  ^ in (het) antwoord op uw brief/vragen/schriftelijke
  ^ in (het) antwoord op (de) vragen/kamervragen ..1 van het/de lid/leden
  ^ antwoord/antwoorden/beantwoording ..1 van de/het minister*/staatssecretaris*/bewindspersonen/kabinet ... vragen/kamervragen
  ^ beantwoording (van) (de) (schriftelijke) vragen/kamervragen
  ^ van het/de lid/leden
`);
/** What stands beside an address in a note that gives nothing else. */
const POINTING =
  /(?<!\p{L})(?:zie|see|ook|also|bron|source|via|link|website|te vinden op|geraadpleegd|nr|kamerstuk|op|van|en|de|het)(?!\p{L})/giu;

const known = new WeakMap<Passage, boolean>();

/** Whether a passage can answer a question about a letter's subject: no address, bare link, salutation or mere opening. */
export function isQuotable(passage: Passage): boolean {
  const before = known.get(passage);
  if (before !== undefined) return before;
  const quotable = SAYING.has(passage.kind) && !isBareLink(passage.text) && !isFormula(passage.text);
  known.set(passage, quotable);
  return quotable;
}

/** Where a formula goes on to say something. */
const GOES_ON = /,\s+(?:die|dat|waar\p{L}*|omdat|zodat|aangezien|want|maar)\s/u;

/** Whether a sentence only opens or closes a letter. */
export function isFormulaic(sentence: string): boolean {
  return announcesAnswers(sentence) || (formula(sentence) && !GOES_ON.test(sentence));
}

/** Whether a sentence only says which questions a paper answers. */
export function announcesAnswers(sentence: string): boolean {
  return answersQuestions(sentence) && !GOES_ON.test(sentence);
}

function isBareLink(text: string): boolean {
  const rest = withoutAddresses(text);
  return rest !== text && !/\p{L}{3,}/u.test(fold(rest).replace(POINTING, ' '));
}

function isFormula(text: string): boolean {
  return sentenceRanges(text).every(({ start, end }) => isFormulaic(text.slice(start, end)));
}
