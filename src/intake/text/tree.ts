import { LIMITS } from '../limits.ts';
import { IntakeProblem } from '../problems.ts';

/** What is read of an HTML or XML tree, whoever parsed it. */
export interface TreeNode {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly TreeNode[];
  readonly parent?: TreeNode | null;
  /** The node before it under the same parent. */
  readonly prev?: TreeNode | null;
}

/** HTML elements that have no end tag, or may be left without one. */
const OFTEN_OPEN = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr thead tbody tfoot colgroup option optgroup html head body'.split(
    ' ',
  ),
);

/**
 * Refuses a text whose elements are nested deeper than any letter's, before it is parsed: parsers take time in the
 * square of the depth.
 *
 * @throws IntakeProblem where they are.
 */
export function assertShallow(markup: string, file: string): void {
  let depth = 0;
  for (const [, end, name = '', rest = ''] of markup.matchAll(/<(\/?)([a-z][^\s<>/]*)(?![^\s<>/])([^<>]*)>/gi)) {
    if (rest.endsWith('/') || OFTEN_OPEN.has(name.toLowerCase())) continue;
    depth = end ? Math.max(0, depth - 1) : depth + 1;
    if (depth > LIMITS.depth) {
      throw new IntakeProblem(file, 'unpacks', `nests its elements more than ${LIMITS.depth} deep; that is no letter.`);
    }
  }
}

/** All nodes under one, in the order of the document. */
export function* descendants(node: TreeNode): Generator<TreeNode> {
  for (const child of node.children ?? []) {
    yield child;
    yield* descendants(child);
  }
}

/** The element before a node under the same parent. */
export function elementBefore(node: TreeNode): TreeNode | null {
  let before = node.prev ?? null;
  while (before && before.name === undefined) before = before.prev ?? null;
  return before;
}

export function elements(node: TreeNode, ...names: readonly string[]): TreeNode[] {
  return [...descendants(node)].filter(({ name }) => name !== undefined && names.includes(name));
}

/** The text under a node, white space folded, without what `leaveOut` names. */
export function textOf(node: TreeNode, leaveOut: (node: TreeNode) => boolean = () => false): string {
  const parts: string[] = [];
  const visit = (one: TreeNode): void => {
    if (leaveOut(one)) return;
    const apart = BREAKS.has(one.name ?? '') ? ' ' : '';
    parts.push(apart, one.type === 'text' ? (one.data ?? '') : '');
    for (const child of one.children ?? []) visit(child);
    parts.push(apart);
  };
  visit(node);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** Their text stands apart from what is beside them. */
const BREAKS = new Set(
  'br p div li td th tr dd al noot.al entry row dossiernr begrotingshoofdstuk toevoeging voornaam achternaam'.split(
    ' ',
  ),
);
