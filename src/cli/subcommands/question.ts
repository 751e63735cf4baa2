/** Longest question that is read, in UTF-16 units: beyond it is no question but a text. */
const MAX_QUESTION_LENGTH = 10_000;

/** Why a question is not asked, as a sentence; null where it can be. */
export function whyNotAsked(question: string): string | null {
  if (question.length <= MAX_QUESTION_LENGTH) return null;
  return `The question is ${question.length} characters long; ask one of at most ${MAX_QUESTION_LENGTH}.`;
}
