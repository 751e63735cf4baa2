import { readMark } from '../text/note-marks.ts';
import { descendants, type TreeNode, textOf } from '../text/tree.ts';
import type { Note } from '../text/writer.ts';

/** What can hold a note's text. */
const CONTAINERS = new Set(['li', 'div', 'p', 'dd', 'aside', 'td', 'section', 'footer']);
/** "X Noot", "Noot": headings that pages put above every note. */
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'button']);
/** From a note's own anchor up to what holds its text. */
const STEPS = 5;

export interface PageNotes {
  /** The mark a link stands for, where it points at a note. */
  readonly marks: ReadonlyMap<TreeNode, string>;
  /** What holds a note's text; not to be written where it stands. */
  readonly containers: ReadonlySet<TreeNode>;
  /** By their first mark. */
  readonly notes: readonly Note[];
}

/** Finds the notes of a page: short links ("1", "[2]") to a place further on in it. */
export function findPageNotes(root: TreeNode): PageNotes {
  const order = new Map([...descendants(root)].map((node, i) => [node, i]));
  const targets = new Map<string, TreeNode>();
  for (const node of order.keys()) {
    for (const id of [node.attribs?.id, node.attribs?.name]) if (id && !targets.has(id)) targets.set(id, node);
  }
  const words = wordsOfNotes();
  const marks = new Map<TreeNode, string>();
  const found = new Map<TreeNode, Note>();
  for (const [link, at] of order) {
    const target = link.name === 'a' ? targets.get(fragment(link)) : undefined;
    if (!target || (order.get(target) ?? 0) < at) continue;
    const mark = readMark(textOf(link));
    const container = mark === null ? null : containerOf(target, link, words);
    if (mark === null || !container) continue;
    marks.set(link, mark);
    if (!found.has(container)) found.set(container, { mark, text: withoutNumber(words(container), mark) });
  }
  return { marks, containers: new Set(found.keys()), notes: [...found.values()] };
}

function fragment(link: TreeNode): string {
  const href = link.attribs?.href ?? '';
  return href.slice(href.indexOf('#') + 1);
}

function containerOf(target: TreeNode, link: TreeNode, words: (node: TreeNode) => string): TreeNode | null {
  let node: TreeNode | null = target;
  for (let step = 0; node && step < STEPS; step += 1) {
    if (HEADINGS.has(node.name ?? '') || isWithin(link, node)) return null;
    if (CONTAINERS.has(node.name ?? '') && readMark(words(node)) === null && words(node) !== '') return node;
    node = node.parent ?? null;
  }
  return null;
}

function isWithin(node: TreeNode, ancestor: TreeNode): boolean {
  for (let one: TreeNode | null = node; one; one = one.parent ?? null) if (one === ancestor) return true;
  return false;
}

/** What a note says, with its number, without its heading and the link back; worked out once for each. */
function wordsOfNotes(): (node: TreeNode) => string {
  const known = new Map<TreeNode, string>();
  return (node) => {
    const words = known.get(node) ?? textOf(node, (one) => HEADINGS.has(one.name ?? '') || isBackLink(one));
    known.set(node, words);
    return words;
  };
}

function withoutNumber(words: string, mark: string): string {
  const [, number, text] = /^\(?\[?(\S{1,4}?)[\])]?[.:]?\s+(\S.*)$/su.exec(words) ?? [];
  return number === mark && text ? text : words;
}

/** "↑", "^" or "X", back to the mark. */
function isBackLink(node: TreeNode): boolean {
  if (node.name !== 'a' || !(node.attribs?.href ?? '').startsWith('#')) return false;
  return /^(?:[^\p{L}\p{N}]*|X)$/u.test(textOf(node));
}
