import { type Inline, parseInline } from './markdown-inline.ts';

/** Discord's Markdown as a tree, to be made into elements; pure, so that it can be tested without a browser. */
export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: readonly Inline[] }
  | { readonly kind: 'small'; readonly text: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly ListItem[] }
  | { readonly kind: 'code'; readonly text: string };

/** An item with the lists inside it. */
export interface ListItem {
  readonly text: readonly Inline[];
  readonly inner: readonly Block[];
}

const FENCE = /^```([\w+-]{0,30})\n?([\s\S]*?)\n?```\n?/;
const HEADING = /^(#{1,3}) +([^ ].*)$/;
const SMALL = /^-# +([^ ].*)$/;
const QUOTED = /^> ?/;
const ITEM = /^( *)(?:([-*])|(\d{1,10})\.) +([^ ].*)$/;
/** Deeper nesting than this is shown as text. */
const DEEPEST = 4;

/** Parses a message's text. */
export function parseMarkdown(text: string, depth = 0): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const flush = (): void => {
    const lines = trimBlank(paragraph);
    if (lines.length > 0) blocks.push({ kind: 'paragraph', lines: lines.map((line) => parseInline(line)) });
    paragraph = [];
  };
  const add = (block: Block): void => {
    flush();
    blocks.push(block);
  };
  let rest = text;
  while (rest.length > 0) {
    const fence = FENCE.exec(rest);
    if (fence) {
      add({ kind: 'code', text: fence[1] && !fence[2] ? fence[1] : (fence[2] ?? '') });
      rest = rest.slice(fence[0].length);
      continue;
    }
    const all = rest.split('\n');
    const line = all[0] ?? '';
    const heading = HEADING.exec(line);
    const small = SMALL.exec(line);
    let taken = 1;
    if (heading) add({ kind: 'heading', level: levelOf(heading[1] ?? ''), text: parseInline(heading[2] ?? '') });
    else if (small) add({ kind: 'small', text: parseInline(small[1] ?? '') });
    else if (line.startsWith('>>> ') && depth < DEEPEST) {
      taken = all.length;
      add({ kind: 'quote', blocks: parseMarkdown(rest.slice(4), depth + 1) });
    } else if (/^> /.test(line) && depth < DEEPEST) {
      taken = countWhile(all, (it) => QUOTED.test(it));
      const inner = all.slice(0, taken).map((it) => it.replace(QUOTED, ''));
      add({ kind: 'quote', blocks: parseMarkdown(inner.join('\n'), depth + 1) });
    } else if (ITEM.test(line)) {
      taken = countWhile(all, (it) => ITEM.test(it));
      flush();
      blocks.push(...lists(all.slice(0, taken)));
    } else paragraph.push(line);
    rest = all.slice(taken).join('\n');
  }
  flush();
  return blocks;
}

/** Items that follow each other, nested by their indentation. */
function lists(lines: readonly string[]): Block[] {
  const found: { kind: 'list'; start: number | null; items: ListItem[] }[] = [];
  for (let at = 0; at < lines.length; ) {
    const [, indent = '', bullet, digits, text = ''] = ITEM.exec(lines[at] ?? '') ?? [];
    const deeper = countWhile(lines.slice(at + 1), (it) => (ITEM.exec(it)?.[1] ?? '').length > indent.length);
    const item = { text: parseInline(text), inner: lists(lines.slice(at + 1, at + 1 + deeper)) };
    const last = found.at(-1);
    if (last && (last.start === null) === (bullet !== undefined)) last.items.push(item);
    else found.push({ kind: 'list', start: bullet === undefined ? Number(digits) : null, items: [item] });
    at += 1 + deeper;
  }
  return found;
}

function levelOf(marks: string): 1 | 2 | 3 {
  return marks.length === 1 ? 1 : marks.length === 2 ? 2 : 3;
}

function countWhile(lines: readonly string[], fits: (line: string) => boolean): number {
  const end = lines.findIndex((line) => !fits(line));
  return end === -1 ? lines.length : end;
}

/** Blank lines around a block set it apart by themselves. */
function trimBlank(lines: readonly string[]): readonly string[] {
  const isText = (line: string) => line.trim() !== '';
  const first = lines.findIndex(isText);
  return first === -1 ? [] : lines.slice(first, lines.findLastIndex(isText) + 1);
}
