/** An answer to members, by what stands behind it: "het antwoord" alone, or on a crisis, may be anything. */
const ANSWER =
  /(?<=(?<!\p{L})(?:het|dit|dat|the|this|that)\s(?:[\p{L}-]+\s){0,2})(?<word>antwoord|answer|reply|response)(?=\s(?:(?:op|to)\s(?:[\p{L}-]+['’]?\s){0,3}(?:kamer)?(?:vragen|questions)(?!\p{L})|(?:over|inzake|about|ontvangen\W*$|received\W*$)|\W*$))/giu;

/**
 * A question in which a paper that answers members goes by one word: "het antwoord op de vragen over X" and "the reply to the
 * questions about X" are its answers, and are asked about as a letter is.
 */
export function asAnswers(question: string): string {
  return question.replace(ANSWER, (word) => (/^antwoord/i.test(word) ? 'antwoorden' : 'answers'));
}
