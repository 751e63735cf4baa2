import { citationIn } from '../answers/citation.ts';
import { officialOf } from '../answers/official.ts';
import type { Quote } from '../answers/schema.ts';
import type { TextLanguage } from '../texts/dates.ts';
import { exportTexts } from '../texts/export.ts';

/** Where a quote stands, and where that can be opened. */
export interface Reference {
  /** With the page, where the letter has pages. */
  readonly citation: string;
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

export function referenceOf(quote: Quote, language: TextLanguage): Reference {
  const labels = exportTexts(language);
  const page = quote.page === null ? '' : `, ${labels.page(quote.page)}`;
  const official = officialUrl(quote);
  return {
    citation: `${citationIn(quote, language)}${page}`,
    links: [
      ...(quote.pageUrl === null ? [] : [{ label: labels.read, url: quote.pageUrl }]),
      ...(official ? [{ label: official.likely ? labels.likely : labels.official, url: official.url }] : []),
    ].filter(({ url }) => /^https?:\/\//i.test(url)),
  };
}

function officialUrl({ url, letter }: Quote): { readonly url: string; readonly likely: boolean } | null {
  const official = officialOf(letter);
  // A quote's own address leads to its page.
  return official && { ...official, url: url ?? official.url };
}
