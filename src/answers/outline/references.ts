import { DOSSIER, paperSlugs, publicationUrl, tidyDossier } from '../../letters/papers.ts';
import { readable, spanInSource } from '../../letters/readable.ts';
import type { Letter } from '../../letters/types.ts';
import type { Reference } from './schema.ts';

const NUMBER = '(?:,? ?(?:nrs?\\.?|nummers?) ?|-)(\\d{1,5})';
const PAPER = new RegExp(
  `(?:Kamerstuk(?:ken|nummer)?:? (?:II )?(?:\\d{4}/\\d{2,4}, )?|\\()(${DOSSIER})${NUMBER}(?!\\d)`,
  'giu',
);

/**
 * The papers of parliament that a letter's text and footnotes refer to, in order, each once; its own number is none.
 *
 * @param letters the letters among which a paper may be
 */
export function referencesIn(letter: Letter, letters: readonly Letter[]): Reference[] {
  const found = new Map<string, Reference>();
  for (const passage of letter.passages) {
    if (passage.kind !== 'paragraph' && passage.kind !== 'footnote') continue;
    const form = readable(letter, passage, passage.skipped);
    for (const match of form.text.matchAll(PAPER)) {
      const [whole, written = '', number = ''] = match;
      const dossier = tidyDossier(written);
      const key = `${dossier} ${number}`;
      if (found.has(key)) continue;
      const start = match.index + (whole.startsWith('(') ? 1 : 0);
      const end = match.index + whole.length;
      const text = form.text.slice(start, end);
      const span = spanInSource(form, { start, end });
      const letterId = paperOf(letters, dossier, number);
      found.set(key, { text, ...span, dossier, number, letterId, url: publicationUrl(dossier, number) });
    }
  }
  return [...found.values()];
}

/** The papers that a text refers to, as `paperSlugs` writes them with their number. */
export function papersIn(text: string): string[] {
  return [...text.matchAll(PAPER)].flatMap(([, written = '', number = '']) =>
    paperSlugs({ dossiers: [tidyDossier(written)], number }).slice(1),
  );
}

function paperOf(letters: readonly Letter[], dossier: string, number: string): string | null {
  const paper = letters.find(({ metadata }) => metadata.number === number && metadata.dossiers.includes(dossier));
  return paper?.id ?? null;
}
