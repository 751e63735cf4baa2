import type { TextLanguage } from './dates.ts';
import { previewEn } from './preview.en.ts';
import { type PreviewTexts, previewNl } from './preview.nl.ts';

const CATALOGUES = { nl: previewNl, en: previewEn } as const satisfies Record<TextLanguage, PreviewTexts>;

/** What the preview page says, in a language. It runs in the browser: no module of Node's behind it. */
export function previewTexts(language: TextLanguage): PreviewTexts {
  return CATALOGUES[language];
}
