import { anyPhrase } from '../analysis/phrases.ts';

/** Words for a letter or a meeting, with which a question names one. */
export const LETTER_WORD = anyPhrase(`
  (geannoteerde/annotated) agenda
  verslag
  brief
  kamerbrief
  bijeenkomst
  vergadering
  ministeriële
  report
  letter
  meeting
  minutes
`);
/** Behind these a letter or a meeting is what something came after. */
const SINCE = `
  sinds
  na
  vanaf
  since
  after
`;
/** Behind these it is what something goes by, not where it is told. */
const REFERS = `
  tot
  vóór
  before
  until
  ten opzichte van
  naar aanleiding van
  reactie/reacties/antwoord/vervolg ..5 op
  response/responses/reply/answer/follow-up/reaction ..5 to
`;
/** What stands before the date of a letter behind such words; the word for it may stand behind the date. */
const behind = (words: string) =>
  new RegExp(
    String.raw`(?<!\p{L})${anyPhrase(words)}\s+(?:(?:de|het|een|uw|zijn|haar|hun|die|dat|the|a|his|her|their|your|that)\s+)?(?:(?:[\p{L}'’-]+\s+)?${LETTER_WORD}(?:\s+(?:d\.d\.|[\p{L}-]+)){0,5}?\s*)?$`,
    'iu',
  );
const REFERRED_TO = behind(`${SINCE}${REFERS}`);
const LATER_THAN = behind(SINCE);

/**
 * Whether a date is that of a letter which is only referred to: "sinds de brief van 12 mei 2021", "the response to the
 * report of February 2023". What is asked stands in other letters then.
 *
 * @param head what stands before the date in the question
 */
export function isReferredTo(head: string): boolean {
  return REFERRED_TO.test(head);
}

/**
 * Where the words begin that ask for what came after a letter: "sinds de brief van". It is told by later letters, or by that
 * one; null where nothing of the kind is asked.
 *
 * @param head what stands before the date of the letter in the question
 */
export function sinceLetter(head: string): number | null {
  return LATER_THAN.exec(head)?.index ?? null;
}
