import type { TextLanguage } from './dates.ts';
import { en } from './en.ts';
import { nl, type Texts } from './nl.ts';

const CATALOGUES = { nl, en } as const satisfies Record<TextLanguage, Texts>;

/** What people read, in their language. */
export function texts(language: TextLanguage): Texts {
  return CATALOGUES[language];
}

/** The language for a Discord or POSIX locale ("nl", "nl-BE", "nl_NL.UTF-8"): Dutch for Dutch, English for the rest. */
export function languageOf(locale: string): TextLanguage {
  return /^nl\b|^nl_/i.test(locale) ? 'nl' : 'en';
}
