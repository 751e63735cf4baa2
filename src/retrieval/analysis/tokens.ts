import { fold } from './fold.ts';
import { canonicalNumber } from './numbers.ts';

/** One word of a text as it is compared. */
export interface Token {
  /** Folded; hyphens, apostrophes and thousands separators taken out; number words as digits, months in Dutch, "%" as a word. */
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
const LIMIT = 4_000;

/** The words of a text in order; at most the first 4,000. */
export function tokens(text: string): Token[] {
  const raw = (text.match(WORD) ?? []).slice(0, LIMIT);
  return raw.flatMap((word, i) => {
    const beside = beginsWithDigit(raw[i - 1]) || beginsWithDigit(raw[i + 1]);
    return tokenOf(word, i === 0 ? NAME.test(word) : CAPITAL.test(word), beside) ?? [];
  });
}

function beginsWithDigit(word: string | undefined): boolean {
  const code = word?.charCodeAt(0) ?? 0;
  return code >= 0x30 && code <= 0x39;
}

function tokenOf(raw: string, capital: boolean, besideNumber: boolean): Token | null {
  if (PLAIN.test(raw)) {
    const word = raw.toLowerCase();
    const canonical = canonicalNumber(word, besideNumber);
    return { form: canonical ?? word, parts: [], capital: capital && canonical === null };
  }
  if (/^\d[\d ]*(?:[.,][.,\d]*)?$/.test(raw)) return { form: number(raw), parts: [], capital };
  if (ONE.test(raw.normalize('NFC'))) return { form: '1', parts: [], capital };
  if (raw === '%') return { form: 'procent', parts: [], capital: false };
  const word = fold(raw)
    .replaceAll('.', '')
    .replace(/'(?:s|er|tje|tjes)?$/, '');
  const canonical = canonicalNumber(word, besideNumber);
  if (canonical) return { form: canonical, parts: [], capital: false };
  const parts = word
    .split(/[-/&]/)
    .map((part) => part.replaceAll("'", ''))
    .filter(Boolean);
  const form = parts.join('');
  return form ? { form, parts: parts.length > 1 ? parts : [], capital } : null;
}

function number(raw: string): string {
  return GROUPED.test(raw) ? raw.replace(/[ .,](?=\d{3})/g, '') : raw.replace(',', '.');
}
