import { quantitiesIn } from '../analysis/quantities.ts';
import type { WrittenNumbers } from '../lexical/written-numbers.ts';

/** A number that could be a year but is not said to be one, and the word behind it. */
const YEAR_OR_COUNT = /(?<![\p{L}\d.,/-]|(?<!\p{L})(?:in|sinds|since|jaar|year) )((?:19|20)\d\d)(?= (\p{L}+))/giu;

/**
 * A question with its amounts as the letters write them: "40.000 euro" as "40 000 euro" where only that stands there,
 * "1.25 million" as "1.250.000", "2000 militairen" as "2.000 militairen", so that it is no year. Amounts that stand
 * nowhere, and those that stand as they were typed, are left.
 */
export function withAmounts(question: string, written: Pick<WrittenNumbers, 'amount' | 'grouped'>): string {
  const counted = question.replace(
    YEAR_OR_COUNT,
    (digits, _, counts: string) => written.grouped(Number(digits), counts) ?? digits,
  );
  let asked = '';
  let at = 0;
  for (const quantity of quantitiesIn(counted)) {
    const { form, kind, end } = quantity;
    if (kind !== 'euros' && kind !== 'scaled') continue;
    asked += counted.slice(at, end - form.length) + (written.amount(quantity) ?? form);
    at = end;
  }
  return asked + counted.slice(at);
}

/** Behind these an amount bounds what is asked for: it need not stand anywhere. */
const BOUND =
  /(?:(?:tussen|between)\s+(?:[^?.!;]{1,40}\s(?:en|and)\s+)?|(?:dan|than|boven|onder|over|under|above|below|minstens|least|most|ruim|bijna|almost|nearly|about|around|circa|ongeveer|zo'n|rond)\s+)(?:de\s+|the\s+)?$/iu;

/**
 * The amounts of money and the shares that a question gives and no letter does: what is said of 2% is no answer to what
 * is asked of 3%. They are compared by their value, however it is written.
 */
export function absentAmounts(question: string, written: Pick<WrittenNumbers, 'amount' | 'standsAsShare'>): string[] {
  return quantitiesIn(question).flatMap((quantity) => {
    const { start, end, value, kind } = quantity;
    if (kind === 'number' || BOUND.test(question.slice(0, start))) return [];
    const stands = kind === 'share' ? written.standsAsShare(value) : written.amount(quantity) !== null;
    return stands ? [] : [question.slice(start, end).trim()];
  });
}
