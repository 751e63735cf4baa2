import { tokens } from '../analysis/tokens.ts';
import { isMinistry } from '../lexical/ministries.ts';

const VIEW = 'reactie|standpunt|mening|positie|oordeel|opvatting|visie|houding|kritiek|bezwaar|bezwaren';
const ENGLISH_VIEW = 'reaction|response|position|view|views|opinion|stance|attitude|criticism|objection|objections';
const ABOUT = '(?: (?:van|over|op|dat|tegen|bij|inzake|jegens|on|about|of|to|that|towards|regarding)(?: .*)?)?\\W*$';
const WHO = '(?<who>\\S.{1,60}?)';
const BEGINS = '^\\W*(?:(?:en|and|maar|but) )?';
const FORMS = [
  `${BEGINS}(?:wat|hoe) (?:vind(?:t|en)|vond(?:en)?|denk(?:t|en)|dacht(?:en)?|reage(?:ert|ren)|reageerden?) ${WHO}${ABOUT}`,
  `${BEGINS}wat (?:is|was|zijn|waren) (?:de|het) (?:${VIEW}) van ${WHO}${ABOUT}`,
  `${BEGINS}what (?:do|does|did) ${WHO} think${ABOUT}`,
  `${BEGINS}how (?:do|does|did) ${WHO} (?:react|respond)${ABOUT}`,
  `${BEGINS}what (?:is|was|are|were) the (?:${ENGLISH_VIEW}) of ${WHO}${ABOUT}`,
  `${BEGINS}what (?:is|was|are|were) ${WHO}['’]s? (?:${ENGLISH_VIEW})${ABOUT}`,
].map((form) => new RegExp(form, 'isu'));

/** Whose letters these are, and whose name is not one: letters give the views of those in other words than their name. */
const OWN = /^(?:nederland|nederlanders|netherlands|rijksoverheid|kamer)$/u;
/** These are others' behind the name of another country: "the German government". */
const STATE = /^(?:kabinet|cabinet|regering|overheid|government)$/u;
const DUTCH = /^(?:nederlandse?|dutch)$/iu;
const OFFICE =
  /^(?:ministers?|ministeries?|ministry|ministries|departement(?:en)?|departments?|staatssecretaris(?:sen)?)$/u;
/** Prosecutors are no part of a government. */
const PROSECUTORS = /openbaar ministerie/iu;
const STATE_SECRETARY = /(?<!\p{L})state secretar(?:y|ies)(?!\p{L})/iu;
/** "Duitse", "French": what else stands before a minister with a capital is a field, "Foreign". */
const OF_NATION = /^(?!Europe|Dutch|Nederlandse)(?:\p{Lu}\p{L}*(?:se|sche|an|ish|ch|i)|VS|VK|USA?|UK)$/u;
const OF_OTHERS = /(?<!\p{L})(?:cabinet|government) of (?:the )?\p{Lu}/iu;
/** A name with small letters: organisations that go by their initials meet, and their members speak for them. */
const NAME = /^\p{Lu}[\p{L}'’-]*\p{Ll}/u;
/** Behind these stands where somebody is, "women in Afghanistan": that says nothing. */
const PLACE = / (?:in|op|binnen|within|at) .*$/su;

/**
 * The name of another party whose view a question asks for: "China" of "Wat vindt China van het verdrag?"; null where it
 * asks for nobody's, or for that of who writes.
 */
export function viewOf(question: string): string | null {
  const asked = question.slice(0, 300).replace(/\s+/g, ' ');
  for (const form of FORMS) {
    const who = form.exec(asked)?.groups?.who?.replace(PLACE, '');
    if (who === undefined) continue;
    return !isOwn(who) && who.split(' ').some((word) => NAME.test(word)) ? who : null;
  }
  return null;
}

function isOwn(who: string): boolean {
  const words = who.split(' ');
  const formsOf = words.map((word) => tokens(word).flatMap(({ form, parts }) => [form, ...parts]));
  // "MKB-Nederland" is not the Netherlands, "Minister-President" is a minister.
  if (tokens(who).some(({ form }) => OWN.test(form)) || areMinistries(who)) return true;
  const place = (called: RegExp) => formsOf.findIndex((forms) => forms.some((form) => called.test(form)));
  const [state, office] = [place(STATE), place(OFFICE)];
  if (office >= 0) return !PROSECUTORS.test(who) && !words.slice(0, office).some((word) => OF_NATION.test(word));
  if (state < 0) return STATE_SECRETARY.test(who);
  return !OF_OTHERS.test(who) && words.slice(0, state).every((word) => !NAME.test(word) || DUTCH.test(word));
}

/** "Financiën", "Defensie en Buitenlandse Zaken": a ministry's letters give its view as its minister's. */
function areMinistries(who: string): boolean {
  const called = who.replace(/^(?:de|het|the) /iu, '');
  return isMinistry(called) || called.split(/, | (?:en|and) /u).every(isMinistry);
}
