import type { TextLanguage } from './dates.ts';

/** The locale by whose rules each language counts and lists. */
const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<TextLanguage, string>;

/** How a language counts things and strings them together. */
export interface Words {
  /** "1 brief", "5 brieven". */
  count(n: number, one: string, many: string): string;
  /** "a", "a en b", "a, b en c". */
  and(items: readonly string[]): string;
  /** "a", "a of b". */
  or(items: readonly string[]): string;
}

export function wordsIn(language: TextLanguage): Words {
  const plurals = new Intl.PluralRules(LOCALES[language]);
  const all = new Intl.ListFormat(LOCALES[language], { type: 'conjunction' });
  const any = new Intl.ListFormat(LOCALES[language], { type: 'disjunction' });
  return {
    count: (n, one, many) => `${n} ${plurals.select(n) === 'one' ? one : many}`,
    and: (items) => all.format(items),
    or: (items) => any.format(items),
  };
}
