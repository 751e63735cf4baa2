import type { Quote } from '../answers/schema.ts';

/** Where the list of letters is, below the address of the pages. */
export const LIST = 'letters/';

/** A letter's page, below the address of the pages: the same in a folder of files as on a server. */
export function letterPath(letterId: string): string {
  return `${LIST}${letterId}/`;
}

/** The full address that shows a quote in its letter, highlighted. */
export function quoteAddress(pages: string, { letter, anchor }: Pick<Quote, 'letter' | 'anchor'>): string {
  return `${pages.replace(/\/*$/, '/')}${letterPath(letter.id)}#${anchor}`;
}
