import { canonicalNumber } from '../analysis/numbers.ts';

/** "tweeprocentsnorm", "2-procentsnorm", "two percent target": a share in words, alone or at the head of a compound. */
const SHARE =
  /(?<![\p{L}\p{N}])(\p{L}+?|\d+(?:[.,]\d+)?)[ -]?(?:procents?|per ?cent)(?:[ -]?(?=\p{L}{3})|(?![\p{L}\p{N}]))/giu;

/** A question with shares as letters write them: "2%-norm" for "tweeprocentsnorm". An encoder knows no such compounds. */
export function withPercentages(question: string): string {
  return question.replace(SHARE, (whole, amount: string, at: number) => {
    const digits = /^\d/.test(amount) ? amount : canonicalNumber(amount.toLowerCase(), false);
    if (digits === null || !/^\d/.test(digits)) return whole;
    const goesOn = /\p{L}/u.test(question[at + whole.length] ?? '');
    const isCompound = goesOn && !whole.endsWith(' ');
    return `${digits.replace('.', ',')}%${isCompound ? '-' : whole.endsWith(' ') ? ' ' : ''}`;
  });
}
