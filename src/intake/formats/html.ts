import { load } from 'cheerio/slim';
import { IntakeProblem } from '../problems.ts';
import { decodeBytes } from '../text/encoding.ts';
import { assertShallow, elements, type TreeNode, textOf } from '../text/tree.ts';
import type { Converted, SourceFile } from '../types.ts';
import { pageFacts } from './html-facts.ts';
import { writePage } from './html-text.ts';

/** What holds the letter on the pages of parliament, the government and the official publications, best first. */
const CONTENT = ['#broodtekst', 'article', 'main', '[role=main]', '#content', '#main-content'];
/** The content holds at least this share of the page's words. */
const MIN_SHARE = 0.4;
/** A page with fewer characters than this that links a document is about the letter, not the letter. */
const ABOUT_LETTER = 700;

/**
 * Reads a saved web page. Scripts, menus and forms are left out; nothing is fetched.
 *
 * @throws IntakeProblem where the page holds no text, or only a link to the letter.
 */
export function convertHtml({ name, bytes }: SourceFile): Converted {
  const html = decodeBytes(bytes, name, declaredCharset(bytes));
  const { text, document } = readPage(html, name);
  const link = text.length < ABOUT_LETTER ? linkedDocument(document) : null;
  if (link) {
    throw new IntakeProblem(
      name,
      'about_a_letter',
      `is a page about a letter, not the letter: download ${link} and add that.`,
    );
  }
  return { name, format: 'html', text, facts: pageFacts(html, document), pages: null, remarks: [] };
}

/** The text of HTML, whoever made it. */
export function readPage(html: string, name: string): { readonly text: string; readonly document: TreeNode } {
  assertShallow(html, name);
  // Read as it stands: browsers' repairs can turn a small page of unclosed elements into millions of them.
  const page = load(html, { xml: { xmlMode: false } });
  const document: TreeNode = page.root()[0] ?? { type: 'root' };
  const body: TreeNode = page('body')[0] ?? document;
  const enough = textOf(body).length * MIN_SHARE;
  const content = CONTENT.map((selector): TreeNode | undefined => page(selector)[0]).find(
    (one) => one !== undefined && textOf(one).length > enough,
  );
  return { text: writePage(content ?? body, document), document };
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return /<meta[^<>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
}

function linkedDocument(document: TreeNode): string | null {
  const hrefs = elements(document, 'a').map(({ attribs }) => attribs?.href ?? '');
  const link = hrefs.find((href) => /\.(?:pdf|docx)(?:$|\?)/i.test(href));
  return link?.split(/[?#]/)[0] ?? null;
}
