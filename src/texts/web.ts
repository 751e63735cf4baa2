import type { TextLanguage } from './dates.ts';
import { webEn } from './web.en.ts';
import { type WebTexts, webNl } from './web.nl.ts';

const CATALOGUES = { nl: webNl, en: webEn } as const satisfies Record<TextLanguage, WebTexts>;

/** What people read around a letter on its page, in their language. */
export function webTexts(language: TextLanguage): WebTexts {
  return CATALOGUES[language];
}
