import { numberOf } from './number-words.ts';

/** A number that a text gives, in digits or words: "€ 12.000,00", "een half miljoen", "2,5 procent". */
export interface Quantity {
  /** Where it stands in the text, in UTF-16 units, with a sign before it, not with a word for euros behind it. */
  readonly start: number;
  readonly end: number;
  /** As it is written, without its sign: "1,5 miljard". */
  readonly form: string;
  /** Euros of money, hundredths of a share. */
  readonly value: number;
  /** Beside a sign or word for euros; else with a scale ("3 miljoen vaccins"), a share, or a number alone. */
  readonly kind: 'euros' | 'scaled' | 'share' | 'number';
}

const SCALES: Readonly<Record<string, number>> = {
  duizend: 1e3,
  thousand: 1e3,
  ton: 1e5,
  miljoen: 1e6,
  mln: 1e6,
  million: 1e6,
  miljard: 1e9,
  mld: 1e9,
  billion: 1e9,
  biljoen: 1e12,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
};
/** The words for each scale; for ones there are none. */
const WORDS_BY_SCALE: ReadonlyMap<number, readonly string[]> = new Map([
  [1, []],
  ...Object.values(SCALES).map(
    (scale) => [scale, Object.keys(SCALES).filter((word) => SCALES[word] === scale)] as const,
  ),
]);
/** Behind these a point is a decimal one, whatever follows it. */
const ENGLISH: ReadonlySet<string> = new Set(['thousand', 'million', 'billion', 'trillion', 'k', 'm', 'mn', 'bn']);
/** Metres and weights too, and other things: a scale only beside a sign or a word for euros. */
const DOUBTFUL: ReadonlySet<string> = new Set(['ton', 'k', 'm', 'mn']);

const SCALE = `(?<scale>${Object.keys(SCALES).join('|')})(?![\\p{L}\\d])`;
const SIGN = '(?<sign>(?:€|(?<!\\p{L})EUR) ?)';
const DIGITS = '(?<digits>\\d{1,3}(?:[. ,\\u00A0]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d+)?)';
const UNIT = '(?=(?<unit>\\s?(?:(?:euros?|eur)(?![\\p{L}-])|€(?!\\s?\\d)))?)';
const HUNDREDTHS = '(?<hundredths>\\s?(?:%|procent|percent|per cent))';
const IN_DIGITS = new RegExp(
  `(?<![\\p{L}\\d.,]|(?<!\\d)-)${SIGN}?${DIGITS}(?:${HUNDREDTHS}|(?: ?${SCALE})?${UNIT})(?!\\d|[.,]\\d)`,
  'giu',
);
/** What stands behind a number in words. */
const BEHIND_WORDS = new RegExp(
  `(?<=\\p{L})(?:${HUNDREDTHS}|[ -]${SCALE}${UNIT}|(?=[ -](?<euros>euros?|eur)(?![\\p{L}-])))`,
  'giu',
);
/** Numbers in words are no longer than this, in UTF-16 units. */
const LONGEST_WORDS = 60;
const GROUPED = /^(\d{1,3}(?:[. ,\u00A0]\d{3})+)(?:[.,](\d{1,2}))?$/;

/** The named groups of a match. */
type Groups = Partial<Record<string, string>>;

/** The numbers that a text gives in digits, and those in words that are amounts of money or shares, in order. */
export function quantitiesIn(text: string): Quantity[] {
  const digits = Array.from(text.matchAll(IN_DIGITS), (match) => fromDigits(text, match));
  const words = Array.from(text.matchAll(BEHIND_WORDS), (match) => fromWords(text, match));
  const found = [...digits, ...words].filter((each) => each !== null).sort((a, b) => a.start - b.start);
  // Of "2 duizend euro" the end could be read as "duizend euro" too.
  return found.filter(({ start }, i) => start >= (found[i - 1]?.end ?? 0));
}

function fromDigits(text: string, { 0: whole, index: start, groups = {} }: RegExpExecArray): Quantity | null {
  const { sign = '', digits = '' } = groups;
  const kind = kindOf(groups);
  const end = start + whole.length;
  // "15e" is no number of anything.
  if (kind === 'number' && /^\p{L}/u.test(text.slice(start + sign.length + digits.length))) return null;
  const scale = kind === 'number' ? undefined : groups.scale?.toLowerCase();
  return { start, end, form: whole.slice(sign.length), value: scaled(numberIn(digits, scale), scale), kind };
}

function fromWords(text: string, { 0: whole, index, groups = {} }: RegExpExecArray): Quantity | null {
  const kind = kindOf(groups);
  const end = index + whole.length;
  const [run = ''] = /(?<![\p{L} -])[\p{L} -]+$/u.exec(text.slice(Math.max(0, index - LONGEST_WORDS), index)) ?? [];
  for (const { index: at } of run.matchAll(/(?<!\p{L})\p{L}/gu)) {
    const words = run.slice(at);
    const value = numberOf(words);
    // "Een euro" is more often any euro.
    if (value === null || kind === 'number' || (value === 1 && groups.euros !== undefined)) continue;
    const start = index - words.length;
    return { start, end, form: text.slice(start, end), value: scaled(value, groups.scale?.toLowerCase()), kind };
  }
  return null;
}

function kindOf({ sign, scale, unit, euros, hundredths }: Groups): Quantity['kind'] {
  if (hundredths !== undefined) return 'share';
  if ((sign ?? unit ?? euros) !== undefined) return 'euros';
  return scale === undefined || DOUBTFUL.has(scale.toLowerCase()) ? 'number' : 'scaled';
}

function numberIn(digits: string, scale: string | undefined): number {
  const [, whole, part = '0'] = (ENGLISH.has(scale ?? '') ? null : GROUPED.exec(digits)) ?? [];
  return Number(whole === undefined ? digits.replace(',', '.') : `${whole.replace(/\D/g, '')}.${part}`);
}

function scaled(number: number, scale: string | undefined): number {
  return rounded(number * (SCALES[scale ?? ''] ?? 1));
}

/** What is lost in reckoning is less than a hundredth of a cent. */
export function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

/** What an amount can be given in, by its words: "een half miljoen" of 500,000 in millions; a number alone in ones. */
export function scalesOf(value: number): { readonly count: number; readonly words: readonly string[] }[] {
  return [...WORDS_BY_SCALE].flatMap(([scale, words]) => {
    const count = rounded(value / scale);
    return count > 0 ? { count, words } : [];
  });
}
