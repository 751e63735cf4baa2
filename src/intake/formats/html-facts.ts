import { elements, type TreeNode } from '../text/tree.ts';
import type { Facts } from '../types.ts';
import { factsOfIdentifier } from './paper-id.ts';

/** Browsers note where a page was saved from. */
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+)/i;

/** What a page states about itself: the paper it shows, and its address. */
export function pageFacts(html: string, document: TreeNode): Facts {
  const metas = elements(document, 'meta').map(({ attribs = {} }) => ({
    name: (attribs.name ?? attribs.property ?? '').toLowerCase(),
    content: attribs.content ?? '',
  }));
  const canonical = elements(document, 'link').find(({ attribs }) => attribs?.rel === 'canonical')?.attribs?.href;
  const address = [canonical, metas.find(({ name }) => name === 'og:url')?.content, SAVED_FROM.exec(html)?.[1]].find(
    (one) => one !== undefined && isWebAddress(one),
  );
  const identifier = metas.find(({ name, content }) => /identifier$/.test(name) && /^(?:kst|ah)-/.test(content));
  const facts = factsOfIdentifier(identifier?.content ?? address ?? '');
  return { ...facts, ...(address ? { url: address } : {}) };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
