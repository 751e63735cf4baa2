import type { Corpus } from '../types.ts';

/** "NAVO 2030": an abbreviation and a number behind it. */
const NAME_AND_NUMBER = /(?<![\p{L}\d-])(\p{Lu}[\p{L}]*\p{Lu}) (\d{2,4})(?![\p{L}\d])/gu;

/**
 * A question with names as the letters write them: "NAVO2030" for "NAVO 2030", where only that stands there. A year
 * that belongs to a name is no time to look in.
 */
export function withJoinedNames(question: string, { passages }: Pick<Corpus, 'passages'>): string {
  const stands = (words: string): boolean => passages.some(({ passage }) => passage.text.includes(words));
  return question.replace(NAME_AND_NUMBER, (typed, name: string, number: string) => {
    const joined = `${name}${number}`;
    return stands(joined) && !stands(typed) ? joined : typed;
  });
}
