import { elements, type TreeNode, textOf } from '../text/tree.ts';
import { type Gap, TextWriter } from '../text/writer.ts';
import { ListNumbers } from './html-list.ts';
import { findPageNotes, type PageNotes } from './html-notes.ts';

const LEFT_OUT = new Set(
  'script style noscript template svg math nav footer form button select input textarea iframe object embed canvas audio video head dialog menu'.split(
    ' ',
  ),
);
/** Words for screen readers, paths of pages, messages about cookies: no part of a letter. */
const LEFT_OUT_CLASS =
  /(?:^|[\s_-])(?:visually-?hidden|sr-only|skip-?links?|breadcrumbs?|cookies?|no-?print)(?:$|[\s_-])/i;
const BLOCKS = new Set(
  'p div section article header aside main h1 h2 h3 h4 h5 h6 ul ol dl dt dd table blockquote pre figure figcaption address fieldset details summary hr body center'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);
/** A row whose cells are all shorter than this is a row of a table, not the layout of a page. */
const MAX_CELL = 160;
/** Lines of a cell shorter than this are an address or a label with its value: no blank lines between them. */
const SHORT_LINE = 100;

/** The text of a part of a page, with the notes of the whole page that it marks. */
export function writePage(content: TreeNode, document: TreeNode): string {
  const notes = findPageNotes(document);
  const writer = new TextWriter();
  new PageWriter(writer, notes).children(content, 'blank');
  writer.notes(notes.notes);
  return writer.toString();
}

class PageWriter {
  readonly #numbers = new ListNumbers();

  constructor(
    private readonly writer: TextWriter,
    private readonly notes: PageNotes,
  ) {}

  children(node: TreeNode, gap: Gap): void {
    for (const child of node.children ?? []) this.#node(child, gap);
  }

  /** @param gap what parts blocks here: blank lines, or line ends alone within a cell. */
  #node(node: TreeNode, gap: Gap): void {
    const { name = '' } = node;
    const mark = this.notes.marks.get(node) ?? exponent(node);
    if (node.type === 'text') this.writer.write(node.data ?? '');
    else if (name === '' || this.#isLeftOut(node)) return;
    else if (mark !== null) this.writer.mark(mark);
    else if (name === 'br') this.writer.gap('line');
    else if (name === 'li') this.#item(node, gap);
    else if (name === 'tr') this.#row(node, gap);
    else if (BLOCKS.has(name)) this.#block(node, gap);
    else this.children(node, gap);
  }

  #block(node: TreeNode, gap: Gap): void {
    this.writer.gap(gap);
    this.children(node, gap);
    this.writer.gap(gap);
  }

  #isLeftOut(node: TreeNode): boolean {
    const { name = '', attribs = {} } = node;
    if (LEFT_OUT.has(name) || this.notes.containers.has(node) || 'hidden' in attribs) return true;
    // "Naar boven": a link to the top of the page.
    if (name === 'a' && /^#(?:top|boven)?$/i.test(attribs.href ?? '')) return true;
    return LEFT_OUT_CLASS.test(attribs.class ?? '');
  }

  #item(node: TreeNode, gap: Gap): void {
    if (this.#isLeftOut(node)) return;
    // An empty item counts.
    const bullet = this.#numbers.bullet(node);
    if (textOf(node) === '') return;
    this.writer.gap('line');
    const written = /^(?:[-–•·▪○◦]|\(?(?:\d{1,2}|[a-z])[.)])\s/.test(textOf(node));
    if (!written) this.writer.bullet(bullet);
    this.children(node, gap === 'line' ? gap : 'line');
    this.writer.gap('line');
  }

  #row(node: TreeNode, gap: Gap): void {
    const cells = (node.children ?? []).filter(({ name = '' }) => CELLS.has(name));
    const full = cells.filter((cell) => textOf(cell) !== '');
    this.writer.gap('line');
    const isRow = full.length > 1 && full.every((cell) => textOf(cell).length <= MAX_CELL || full.length === 2);
    if (isRow && !full.some((cell) => elements(cell, 'table').length > 0)) {
      for (const cell of full) {
        this.#flat(cell);
        this.writer.tab();
      }
    } else {
      for (const cell of full) {
        this.writer.gap(gap);
        this.children(cell, linesOf(cell).every((line) => line.length <= SHORT_LINE) ? 'line' : 'blank');
      }
    }
    this.writer.gap('line');
  }

  /** A cell's text on one line, with its note marks. */
  #flat(node: TreeNode): void {
    for (const child of node.children ?? []) {
      const mark = this.notes.marks.get(child);
      if (child.type === 'text') this.writer.write(child.data ?? '');
      else if (mark !== undefined) this.writer.mark(mark);
      else if (!this.#isLeftOut(child)) {
        this.#flat(child);
        if (child.name === 'br' || BLOCKS.has(child.name ?? '')) this.writer.write(' ');
      }
    }
  }
}

/** A raised number that is no link: "m2" with its 2 raised, or the mark of a note that stands elsewhere. */
function exponent(node: TreeNode): string | null {
  if (node.name !== 'sup' || elements(node, 'a').length > 0) return null;
  return /^\d{1,2}$/.test(textOf(node)) ? textOf(node) : null;
}

function linesOf(cell: TreeNode): string[] {
  return elements(cell, 'p', 'div').map((one) => textOf(one));
}
