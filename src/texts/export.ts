import type { TextLanguage } from './dates.ts';
import { exportEn } from './export.en.ts';
import { type ExportTexts, exportNl } from './export.nl.ts';

const CATALOGUES = { nl: exportNl, en: exportEn } as const satisfies Record<TextLanguage, ExportTexts>;

/** What people read in a document that they take along, in their language. */
export function exportTexts(language: TextLanguage): ExportTexts {
  return CATALOGUES[language];
}
