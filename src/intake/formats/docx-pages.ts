/** Stands where a page begins until the text is written: no character of any text. */
const MARK = '\uFDD0';
const MARKS = new RegExp(MARK, 'g');
/** Where Word began a page when it last showed the file. */
const RENDERED_BREAK = /<w:lastRenderedPageBreak\s*(?:\/>|>\s*<\/w:lastRenderedPageBreak>)/g;

/** The document of a Word file with a mark in its text where Word began a page. */
export function withPageMarks(document: string): string {
  return document.replace(RENDERED_BREAK, `<w:t>${MARK}</w:t>`);
}

/** A text with a form feed before each page but the first, and how many pages it has; null where that is not sure. */
export interface PagedText {
  readonly text: string;
  readonly pages: number | null;
}

/**
 * The pages of a text with marks, where there are as many as the file says that it has. Where some are missing or left
 * from before a change, there are none: no page is better than a wrong one.
 *
 * @param properties what the file says of itself, `docProps/app.xml`.
 */
export function pagedText(marked: string, properties: string): PagedText {
  const pages = Number(/<Pages>(\d{1,4})<\/Pages>/.exec(properties)?.[1] ?? 0);
  const marks = marked.match(MARKS)?.length ?? 0;
  if (marks === 0 || marks + 1 !== pages) return { text: marked.replace(MARKS, ''), pages: null };
  return { text: marked.split('\n').map(breakLine).join('\n'), pages };
}

/** A row of a table is not broken, nor a bullet or number parted from its item. */
function breakLine(line: string): string {
  const marks = line.match(MARKS)?.length ?? 0;
  if (marks === 0) return line;
  const isWhole = line.includes('\t') || (marks === 1 && new RegExp(`^\\S{0,4}\\s*${MARK}`).test(line));
  if (isWhole) return '\f'.repeat(marks) + line.replace(MARKS, '');
  return line
    .split(MARK)
    .map((part) => part.trim())
    .join('\n\f');
}
