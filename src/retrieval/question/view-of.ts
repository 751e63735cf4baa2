import { tokens } from '../analysis/tokens.ts';

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
const OWN = /^(?:nederland|nederlanders|netherlands|kabinet|regering|minister|ministers|kamer)$/u;
/** A name with small letters: organisations that go by their initials meet, and their members speak for them. */
const NAME = /^\p{Lu}[\p{L}'’-]*\p{Ll}/u;

/**
 * The name of another party whose view a question asks for: "China" of "Wat vindt China van het verdrag?"; null where it
 * asks for nobody's, or for that of who writes.
 */
export function viewOf(question: string): string | null {
  const asked = question.slice(0, 300).replace(/\s+/g, ' ');
  for (const form of FORMS) {
    const who = form.exec(asked)?.groups?.who;
    if (who === undefined) continue;
    const isOwn = tokens(who).some((token) => OWN.test(token.form));
    return !isOwn && who.split(' ').some((word) => NAME.test(word)) ? who : null;
  }
  return null;
}
