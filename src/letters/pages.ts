import type { Line } from './lines.ts';

/** Text extracted from a PDF often starts a page with one extra space; more such lines than this are an indented letter. */
const MAX_SHARE_OF_PAGE_STARTS = 0.1;
/** So many empty lines are the bottom and top margin of a page… */
const BLANKS_AT_PAGE_BREAK = 3;
/** …unless the page would have fewer lines than this: then they are room for a signature. */
const MIN_LINES_ON_PAGE = 12;
/** A page number before so many lines stands in the letterhead, not under a page. */
const MIN_LINES_ABOVE_FOOTER = 20;

/** Formats whose texts have a form feed between pages, or none that anybody could tell. */
const UNPAGED: ReadonlySet<string> = new Set(['docx', 'html', 'xml', 'eml']);

/** Whether the pages of a text taken in from a format may be told by what stands in it; so may those of a text by itself. */
export function showsPages(format: string | undefined): boolean {
  return format === undefined || !UNPAGED.has(format);
}

/**
 * The page each line stands on, 1-based, or null where the text shows no page breaks. Breaks are form feeds; and, where
 * there are none and the text may show its pages otherwise, lines that begin with one extra space; three empty lines
 * after enough text; and what follows a running footer.
 *
 * @param footer for each line, whether it is a running header or footer.
 * @param mayShow whether more than form feeds may show them (`showsPages`).
 */
export function numberPages(lines: readonly Line[], footer: readonly boolean[], mayShow: boolean): number[] | null {
  const byFormFeeds = !mayShow || lines.some((line) => line.afterFormFeed);
  const byIndent = !byFormFeeds && indentShowsPages(lines);
  const pages: number[] = [];
  // A page without text counts, so that a page has the number that its source shows.
  let page = 1 + (lines[0]?.formFeeds ?? 0);
  let linesOnPage = 0;
  lines.forEach((line, i) => {
    const previousIsFooter = i > 0 && footer[i - 1] === true;
    const broken =
      line.afterFormFeed ||
      (byIndent && line.indent === 1) ||
      (!byFormFeeds && line.blanksBefore >= BLANKS_AT_PAGE_BREAK && linesOnPage >= MIN_LINES_ON_PAGE) ||
      (!byFormFeeds && previousIsFooter && footer[i] !== true && linesOnPage >= MIN_LINES_ABOVE_FOOTER);
    if (broken && i > 0) {
      page += Math.max(1, line.formFeeds);
      linesOnPage = 0;
    }
    linesOnPage += 1;
    pages.push(page);
  });
  return page > 1 ? pages : null;
}

function indentShowsPages(lines: readonly Line[]): boolean {
  const indented = lines.filter((line, i) => i > 0 && line.indent === 1).length;
  return indented > 0 && indented <= Math.max(1, lines.length * MAX_SHARE_OF_PAGE_STARTS);
}
