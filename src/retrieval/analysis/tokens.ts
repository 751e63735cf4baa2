import { fold } from './fold.ts';
import { canonicalNumber } from './numbers.ts';
import { isStopWord } from './stop-words.ts';

/** One word of a text as it is compared. */
export interface Token {
  /**
   * Folded; hyphens, apostrophes and thousands separators taken out; number words as digits, months in Dutch, "%" as a word.
   * An abbreviation that is spelt like a stop word keeps its capitals, which tell them apart: "OM", "WHO", "IS".
   */
  readonly form: string;
  /** The sides of a hyphen; empty for a word without one. */
  readonly parts: readonly string[];
  /** Begins with a capital letter, and not only because the text does, or because English gives one to months. */
  readonly capital: boolean;
}

const NUMBER = String.raw`\d{1,3}(?:[ .,]\d{3})+(?!\d)(?:[.,]\d+)?|\d+[.,]\d+`;
const INITIALS = String.raw`(?:\p{L}\.){2,}(?:\p{L}(?!\p{L}))?`;
const LETTERS = String.raw`[\p{L}\p{N}\p{M}]+(?:[-\u2010-\u2013'\u2018\u2019&/][\p{L}\p{N}\p{M}]+)*`;
const WORD = new RegExp(`${NUMBER}|${INITIALS}|${LETTERS}|(?<=\\d\\s?)%`, 'gu');
const GROUPED = /^\d{1,3}(?:[ .,]\d{3})+(?:[.,]\d+)?$/;
/** The number, not the article: accents set them apart. */
const ONE = /^(?:één|éen|eén)$/iu;
/** Most words: nothing in them has to be folded or taken apart. */
const PLAIN = /^[A-Za-z]+$/;
const CAPITAL = /^\p{Lu}/u;
/** A word that has a capital for more than being the first. */
const NAME = /^\p{Lu}.*[\p{Lu}\d]/u;
const CAPITALS = /^\p{Lu}{2,}(?:-\p{Lu}{2,})*$/u;
/** Longer stop words in capitals are stressed, and no abbreviations. */
const ABBREVIATION = /^\p{Lu}{2,3}(?:['\u2018\u2019]\p{Ll}{1,4})?$/u;
const SEVERAL_WORDS = /\p{L}[^\p{L}\s]*\s[^\p{L}]*\p{L}/u;
const HYPHEN = /[-\u2010-\u2013/&]/;
const LIMIT = 4_000;

/** The words of a text in order; at most the first 4,000. */
export function tokens(text: string): Token[] {
  const raw = (text.match(WORD) ?? []).slice(0, LIMIT);
  const loud = loudWords(text, raw);
  return raw.flatMap((word, i) => {
    const beside = beginsWithDigit(raw[i - 1]) || beginsWithDigit(raw[i + 1]);
    const capital = i === 0 ? NAME.test(word) : CAPITAL.test(word);
    return tokenOf(word, { capital, beside, isLoud: loud.has(i) }) ?? [];
  });
}

/** The places of the words whose capitals tell nothing: those right beside a longer one in capitals, as in a headline. */
function loudWords(text: string, words: readonly string[]): ReadonlySet<number> {
  const loud = new Set<number>();
  if (!words.some((word) => ABBREVIATION.test(word) && isStopWord(word.toLowerCase()))) return loud;
  const isHeadline = (word: string) => CAPITALS.test(word) && (word.length > 3 || isStopWord(word.toLowerCase()));
  let end = 0;
  for (const [i, word] of words.entries()) {
    const start = text.indexOf(word, end);
    const before = words[i - 1];
    if (before !== undefined && /^\s+$/.test(text.slice(end, start))) {
      if (isHeadline(before)) loud.add(i);
      if (isHeadline(word)) loud.add(i - 1);
    }
    end = start + word.length;
  }
  return loud;
}

/** Whether a text of several words has no small letter: its capitals tell nothing. */
export function isAllCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && SEVERAL_WORDS.test(text);
}

function beginsWithDigit(word: string | undefined): boolean {
  const code = word?.charCodeAt(0) ?? 0;
  return code >= 0x30 && code <= 0x39;
}

interface Place {
  readonly capital: boolean;
  /** Beside a number. */
  readonly beside: boolean;
  /** Its capitals tell nothing. */
  readonly isLoud: boolean;
}

function tokenOf(raw: string, { capital, beside, isLoud }: Place): Token | null {
  if (PLAIN.test(raw)) {
    const word = raw.toLowerCase();
    const canonical = canonicalNumber(word, beside);
    return { form: canonical ?? toldApart(word, raw, isLoud), parts: [], capital: capital && canonical === null };
  }
  if (/^\d[\d ]*(?:[.,][.,\d]*)?$/.test(raw)) return { form: number(raw), parts: [], capital };
  if (ONE.test(raw.normalize('NFC'))) return { form: '1', parts: [], capital };
  if (raw === '%') return { form: 'procent', parts: [], capital: false };
  const word = fold(raw)
    .replaceAll('.', '')
    .replace(/'(?:s|er|tje|tjes)?$/, '')
    // "F-35s" are several of what "F-35" is one of.
    .replace(/^(\p{L}.*\d)s$/u, '$1');
  const canonical = canonicalNumber(word, beside);
  if (canonical) return { form: canonical, parts: [], capital: false };
  const written = raw.split(HYPHEN);
  const parts = word.split(HYPHEN).flatMap((part, i) => toldApart(part.replaceAll("'", ''), written[i], isLoud) || []);
  const [only = '', ...others] = parts;
  if (others.length > 0) return { form: parts.join('').toLowerCase(), parts, capital };
  return only ? { form: only, parts: [], capital } : null;
}

/** A folded word, in capitals where it is an abbreviation that is spelt like a stop word. */
function toldApart(word: string, written: string | undefined, isLoud: boolean): string {
  const isAbbreviation = !isLoud && written !== undefined && ABBREVIATION.test(written) && isStopWord(word);
  return isAbbreviation ? word.toUpperCase() : word;
}

function number(raw: string): string {
  return GROUPED.test(raw) ? raw.replace(/[ .,](?=\d{3})/g, '') : raw.replace(',', '.');
}
