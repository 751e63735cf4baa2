import { checkEn } from './check.en.ts';
import { type CheckTexts, checkNl } from './check.nl.ts';
import type { TextLanguage } from './dates.ts';

const CATALOGUES = { nl: checkNl, en: checkEn } as const satisfies Record<TextLanguage, CheckTexts>;

/** What people read around a draft that was compared with the letters, in their language. */
export function checkTexts(language: TextLanguage): CheckTexts {
  return CATALOGUES[language];
}
