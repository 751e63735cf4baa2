/** What can stand within a line of Discord's Markdown. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: Style; readonly inner: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly to: string; readonly inner: readonly Inline[] }
  | { readonly kind: 'mention'; readonly of: 'person' | 'role' | 'channel'; readonly id: string }
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'time'; readonly seconds: number; readonly style: string };

type Style = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';

/** The longer mark first: "**" is no "*" twice. */
const STYLES: readonly (readonly [mark: string, style: Style])[] = [
  ['**', 'bold'],
  ['__', 'underline'],
  ['~~', 'strike'],
  ['||', 'spoiler'],
  ['*', 'italic'],
  ['_', 'italic'],
];

const ESCAPE = /^\\([!-/:-@[-`{-~])/;
const CODE = /^(`+)(?!`)([\s\S]*?[^`])\1(?!`)/;
const LINK = /^\[((?:\\.|[^\]\\])+)\]\(<?(https?:\/\/[^\s)>]+)>?(?: "[^"]*")?\)/;
const ADDRESS = /^<?(https?:\/\/[^\s<>]*[^\s<>.,;:!?)"'\]])>?/;
const MENTION = /^<(@!?|@&|#)(\d{1,20})>/;
const COMMAND = /^<\/([^>:]{1,100}):\d{1,20}>/;
const TIME = /^<t:(-?\d{1,12})(?::([tTdDfFR]))?>/;
/** Nothing special begins with any other character. */
const PLAIN = /^[^\\`[<h*_~|]+/;
const DEEPEST = 12;

/** Parses one line. Marks without an end stand for themselves. */
export function parseInline(line: string, depth = 0): Inline[] {
  const found: Inline[] = [];
  let text = '';
  const flush = (): void => {
    if (text) found.push({ kind: 'text', text });
    text = '';
  };
  for (let at = 0; at < line.length; ) {
    const rest = line.slice(at);
    const plain = PLAIN.exec(rest)?.[0] ?? ESCAPE.exec(rest)?.[1];
    if (plain !== undefined) {
      text += plain;
      at += rest.startsWith('\\') ? 2 : plain.length;
      continue;
    }
    const special = specialAt(rest, /\w/.test(line[at - 1] ?? ''), depth);
    if (!special) {
      text += rest[0];
      at += 1;
      continue;
    }
    flush();
    found.push(special.inline);
    at += special.length;
  }
  flush();
  return found;
}

interface Special {
  readonly inline: Inline;
  /** How much of the line it takes. */
  readonly length: number;
}

function specialAt(rest: string, afterWord: boolean, depth: number): Special | null {
  const code = CODE.exec(rest);
  if (code) return { inline: { kind: 'code', text: (code[2] ?? '').trim() }, length: code[0].length };
  const link = LINK.exec(rest);
  if (link && depth < DEEPEST)
    return {
      inline: { kind: 'link', to: link[2] ?? '', inner: parseInline(link[1] ?? '', DEEPEST) },
      length: link[0].length,
    };
  const mention = MENTION.exec(rest);
  if (mention)
    return {
      inline: { kind: 'mention', of: mentioned(mention[1] ?? ''), id: mention[2] ?? '' },
      length: mention[0].length,
    };
  const command = COMMAND.exec(rest);
  if (command) return { inline: { kind: 'command', name: command[1] ?? '' }, length: command[0].length };
  const time = TIME.exec(rest);
  if (time)
    return { inline: { kind: 'time', seconds: Number(time[1]), style: time[2] ?? 'f' }, length: time[0].length };
  const address = afterWord ? null : ADDRESS.exec(rest);
  if (address && depth < DEEPEST)
    return {
      inline: { kind: 'link', to: address[1] ?? '', inner: [{ kind: 'text', text: address[1] ?? '' }] },
      length: address[0].length,
    };
  return depth < DEEPEST ? styledAt(rest, afterWord, depth) : null;
}

function styledAt(rest: string, afterWord: boolean, depth: number): Special | null {
  for (const [mark, kind] of STYLES) {
    // An underscore within a word is one.
    if (!rest.startsWith(mark) || (mark === '_' && afterWord)) continue;
    const end = closing(rest, mark);
    if (end === null) continue;
    const inner = parseInline(rest.slice(mark.length, end), depth + 1);
    return { inline: { kind, inner }, length: end + mark.length };
  }
  return null;
}

/** Where the mark at the beginning ends; null where it has no end, or nothing between. */
function closing(rest: string, mark: string): number | null {
  const single = mark.length === 1;
  if (single && !/\S/.test(rest[1] ?? ' ')) return null;
  for (let at = mark.length; at < rest.length; at++) {
    if (rest[at] === '\\') {
      at += 1;
    } else if (rest[at] === '`') {
      const code = CODE.exec(rest.slice(at));
      if (code) at += code[0].length - 1;
    } else if (rest.startsWith(mark, at)) {
      const run = runLength(rest, at, mark[0] ?? '');
      // "**" within "*…*" belongs to what stands inside; of "***" the outer mark is the last.
      if (single && run === 2) at += 1;
      else if (
        at > mark.length &&
        !(single && (/\s/.test(rest[at - 1] ?? '') || (mark === '_' && /^\w/.test(rest.slice(at + 1)))))
      )
        return single ? at : at + Math.max(0, run - mark.length);
    }
  }
  return null;
}

function runLength(text: string, from: number, character: string): number {
  let end = from;
  while (text[end] === character) end += 1;
  return end - from;
}

function mentioned(mark: string): 'person' | 'role' | 'channel' {
  if (mark === '#') return 'channel';
  return mark === '@&' ? 'role' : 'person';
}
