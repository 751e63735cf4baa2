/**
 * Recognises questions by all of their words, but for an "and" before them and signs around them.
 * @param forms what they may be, as the sources of regular expressions with named groups
 * @returns of a question the groups of the first form that it has; null where it has none
 */
export function wholeQuestions(
  forms: readonly string[],
): (question: string) => Readonly<Partial<Record<string, string>>> | null {
  const whole = forms.map((form) => new RegExp(`^\\W*(?:(?:en|and)\\s+)?${form}\\W*$`, 'iu'));
  return (question) => whole.map((form) => form.exec(question)).find((match) => match !== null)?.groups ?? null;
}
