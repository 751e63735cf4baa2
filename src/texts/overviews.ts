import type { TextLanguage } from './dates.ts';
import { overviewsEn } from './overviews.en.ts';
import { type Overviews, overviewsNl } from './overviews.nl.ts';

const CATALOGUES = { nl: overviewsNl, en: overviewsEn } as const satisfies Record<TextLanguage, Overviews>;

/** What people read around summaries, timelines, commitments and outlines, in their language. */
export function overviews(language: TextLanguage): Overviews {
  return CATALOGUES[language];
}
