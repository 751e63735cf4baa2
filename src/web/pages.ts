import { html } from 'hono/html';
import type { Library } from '../answers/types.ts';
import type { TextLanguage } from '../texts/dates.ts';
import { webTexts } from '../texts/web.ts';
import { LIST, letterPath } from './address.ts';
import { letterPage } from './letter-page.ts';
import { listPage } from './list-page.ts';
import { page } from './page.ts';
import { type Shelf, shelfOf } from './shelf.ts';

/** The pages of one library, each made when it is asked for. */
export interface Pages {
  /** The addresses of all pages, below the address of the site; each ends in "/". */
  readonly paths: readonly string[];
  /** The page at a path; null where there is none. */
  at(path: string, language: TextLanguage): string | null;
}

export function pagesOf(library: Pick<Library, 'meetings'>): Pages {
  const shelf = shelfOf(library);
  return {
    paths: [LIST, ...[...shelf.letters.keys()].map(letterPath)],
    at: (path, language) => (path === LIST ? listPage(shelf, language) : letterAt(shelf, path, language)),
  };
}

function letterAt(shelf: Shelf, path: string, language: TextLanguage): string | null {
  const id = /^letters\/([^/]+)\/$/.exec(path)?.[1] ?? '';
  const letter = shelf.letters.get(id);
  return letter ? letterPage(letter, shelf.neighbours(letter), language) : null;
}

/** @param list where the list of letters is, from the address that was asked for */
export function missingPage(language: TextLanguage, list: string): string {
  const labels = webTexts(language);
  const body = html`<main id="text"><h1>${labels.missing}</h1>
<p>${labels.missingText}</p>
<p><a href="${list}">${labels.all}</a></p></main>`;
  return page({ title: labels.missing, language, skip: labels.skip, body });
}

/** The page at the root of a site of files, where no server can send people on. */
export function entrancePage(language: TextLanguage): string {
  const labels = webTexts(language);
  const head = html`<meta http-equiv="refresh" content="0; url=${LIST}">
`;
  const body = html`<main id="text"><h1>${labels.letters}</h1>
<p><a href="${LIST}">${labels.all}</a></p></main>`;
  return page({ title: labels.letters, language, skip: labels.skip, body, head });
}
