import type { WrittenNumbers } from '../lexical/written-numbers.ts';

const SCALES: Readonly<Record<string, number>> = {
  duizend: 1e3,
  thousand: 1e3,
  miljoen: 1e6,
  mln: 1e6,
  million: 1e6,
  miljard: 1e9,
  mld: 1e9,
  billion: 1e9,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
};
const ENGLISH: ReadonlySet<string> = new Set(['thousand', 'million', 'billion', 'k', 'm', 'mn', 'bn']);
/** Metres too, and other things: an amount only beside a sign or a word for euros. */
const DOUBTFUL: ReadonlySet<string> = new Set(['k', 'm', 'mn']);
/** An amount of money in digits: "40 000 euro", "€ 1.250.000", "1,25 miljoen", "1.25 million". */
const AMOUNT = new RegExp(
  `(?<![\\p{L}\\d.,-])(?<euro>€ ?)?(?<digits>\\d{1,3}(?:[. ,\\u00A0]\\d{3})+|\\d+(?:[.,]\\d+)?)(?: ?(?<scale>${Object.keys(SCALES).join('|')})\\b\\.?)?(?=(?<unit>\\s?(?:(?:euros?|eur)(?![\\p{L}-])|€))?)(?![\\d]|[.,]\\d)`,
  'giu',
);
/** The named groups of {@link AMOUNT}. */
type Groups = Partial<Record<string, string>>;
const GROUPED = /^\d{1,3}(?:[. ,\u00A0]\d{3})+$/;

/** A number that could be a year but is not said to be one, and the word behind it. */
const YEAR_OR_COUNT = /(?<![\p{L}\d.,/-]|(?<!\p{L})(?:in|sinds|since|jaar|year) )((?:19|20)\d\d)(?= (\p{L}+))/giu;

/**
 * A question with its amounts as the letters write them: "40.000 euro" as "40 000 euro" where only that stands there,
 * "1.25 million" as "1.250.000", "2000 militairen" as "2.000 militairen", so that it is no year. Amounts that stand
 * nowhere, and those that stand as they were typed, are left.
 */
export function withAmounts(question: string, written: Pick<WrittenNumbers, 'stands'>): string {
  const counted = question.replace(YEAR_OR_COUNT, (digits, _, counts: string) => {
    const forms = SEPARATORS.map((by) => grouped(by, Number(digits)));
    return forms.find((form) => written.stands(`${form} ${counts}`)) ?? digits;
  });
  return counted.replace(AMOUNT, (whole, ...rest) => {
    const groups: Groups = rest.at(-1);
    const typed = typedMoney(whole, groups);
    if (typed === null || written.stands(typed)) return whole;
    const { euro, digits = '', scale } = groups;
    const form = formsOf(digits, scale?.toLowerCase()).find((one) => written.stands(one));
    return form === undefined ? whole : `${euro ?? ''}${form}`;
  });
}

/** An amount of money as it is typed, without its sign; null for a number of something else. */
function typedMoney(whole: string, { euro, digits = '', scale, unit }: Groups): string | null {
  const isScaled = scale !== undefined && !DOUBTFUL.has(scale.toLowerCase());
  if (euro === undefined && unit === undefined && !isScaled) return null;
  return scale === undefined ? digits : whole.slice(euro?.length ?? 0);
}

/** Behind these an amount bounds what is asked for: it need not stand anywhere. */
const BOUND =
  /(?:dan|than|boven|onder|over|under|above|below|minstens|least|most|ruim|bijna|almost|nearly|about|around|circa|ongeveer|zo'n|rond)\s+(?:de\s+|the\s+)?$/iu;
const SHARE = /(?<![\p{L}\d.,-])(\d+(?:[.,]\d+)?)\s?(?:%|procent|percent|per cent)/giu;

/**
 * The amounts of money and the shares that a question gives and no letter does: what is said of 2% is no answer to what
 * is asked of 3%.
 * @param question with its amounts as letters write them ({@link withAmounts})
 */
export function absentAmounts(question: string, written: Pick<WrittenNumbers, 'stands' | 'standsAsShare'>): string[] {
  const isBound = (at: number): boolean => BOUND.test(question.slice(0, at));
  const money = [...question.matchAll(AMOUNT)].flatMap((match) => {
    const typed = typedMoney(match[0], match.groups ?? {});
    return typed === null || isBound(match.index) || written.stands(typed) ? [] : [match[0].trim()];
  });
  const shares = [...question.matchAll(SHARE)].flatMap(({ 0: typed, 1: digits = '', index }) =>
    isBound(index) || written.standsAsShare(digits) ? [] : [typed],
  );
  return [...money, ...shares];
}

/** A part of a euro is more than this, what is lost in reckoning is less. */
const INEXACT = 1e-4;

/** The euros of an amount; null where they are no whole number. */
function amountOf(digits: string, scale: string | undefined): number | null {
  // Behind "million" a point is a decimal one, whatever follows it.
  const isGrouped = GROUPED.test(digits) && !(scale !== undefined && ENGLISH.has(scale));
  const value = Number(isGrouped ? digits.replace(/\D/g, '') : digits.replace(',', '.')) * (SCALES[scale ?? ''] ?? 1);
  const whole = Math.round(value);
  return Math.abs(value - whole) < INEXACT ? whole : null;
}

/** Between thousands, as letters write them. */
const SEPARATORS = ['.', ' ', '\u00A0'];

function grouped(by: string, of: number): string {
  return String(of).replace(/\B(?=(?:\d{3}){1,20}$)/g, by);
}

/** How letters can write an amount. */
function formsOf(digits: string, scale: string | undefined): string[] {
  const value = amountOf(digits, scale);
  if (value === null) return scale === undefined ? [digits.replace(/[.,]/, (mark) => (mark === '.' ? ',' : '.'))] : [];
  const scaled = (['miljard', 'miljoen', 'mln', 'duizend'] as const).flatMap((word) => {
    const of = value / (SCALES[word] ?? 1);
    if (of < 0.1 || !Number.isInteger(of * 1000)) return [];
    const number = Number.isInteger(of) ? grouped('.', of) : String(of).replace('.', ',');
    return [`${number} ${word}`];
  });
  return [...[...SEPARATORS, ''].map((by) => grouped(by, value)), ...scaled];
}
