import { h, webAddress } from './dom.ts';
import { type Block, type ListItem, parseMarkdown } from './markdown.ts';
import type { Inline } from './markdown-inline.ts';
import { localeOf, type Session } from './session.ts';

/** A text in Discord's Markdown as elements. */
export function markdown(text: string, session: Session): HTMLElement {
  return h('div', { class: 'text' }, ...parseMarkdown(text).map((block) => blockView(block, session)));
}

/** One line of it, for places without paragraphs. */
export function inlineView(inline: readonly Inline[], session: Session): Node[] {
  return inline.map((it) => nodeOf(it, session));
}

function blockView(block: Block, session: Session): HTMLElement {
  switch (block.kind) {
    case 'paragraph':
      return h('p', {}, ...block.lines.flatMap((line, at) => [at > 0 && h('br'), ...inlineView(line, session)]));
    case 'heading':
      return h(
        `h${3 + block.level}` as 'h4' | 'h5' | 'h6',
        { class: `heading-${block.level}` },
        ...inlineView(block.text, session),
      );
    case 'small':
      return h('p', { class: 'small' }, ...inlineView(block.text, session));
    case 'quote':
      // What the bot quotes is a letter's, and letters are in Dutch.
      return h('blockquote', { lang: 'nl' }, ...block.blocks.map((it) => blockView(it, session)));
    case 'code':
      return h('pre', { tabindex: 0 }, h('code', {}, block.text));
    case 'list':
      return block.start === null
        ? h('ul', {}, ...items(block.items, session))
        : h('ol', { start: block.start }, ...items(block.items, session));
  }
}

function items(list: readonly ListItem[], session: Session): HTMLElement[] {
  return list.map(({ text, inner }) =>
    h('li', {}, ...inlineView(text, session), ...inner.map((block) => blockView(block, session))),
  );
}

const ELEMENTS = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' } as const;

function nodeOf(it: Inline, session: Session): Node {
  switch (it.kind) {
    case 'text':
      return document.createTextNode(it.text);
    case 'code':
      return h('code', {}, it.text);
    case 'link':
      return linkView(it.to, inlineView(it.inner, session));
    case 'mention':
      return h('span', { class: 'mention' }, mentionedName(it, session));
    case 'command':
      return h('span', { class: 'mention' }, `/${it.name}`);
    case 'time':
      return timeView(it.seconds, it.style, localeOf(session));
    case 'spoiler':
      return spoilerView(inlineView(it.inner, session), session);
    default:
      return h(ELEMENTS[it.kind], {}, ...inlineView(it.inner, session));
  }
}

/** A link that opens beside the page; only its words where the address is not one of the web. */
export function linkView(
  to: string,
  words: readonly (Node | string)[],
  attributes: { class?: string } = {},
): HTMLElement {
  const href = webAddress(to);
  if (href === null) return h('span', {}, ...words);
  return h('a', { ...attributes, href, target: '_blank', rel: 'noopener noreferrer' }, ...words);
}

function mentionedName({ of, id }: Extract<Inline, { kind: 'mention' }>, { snapshot }: Session): string {
  if (of === 'channel') return `#${id === snapshot.channel.id ? snapshot.channel.name : id}`;
  const named = of === 'role' ? snapshot.roles : [...snapshot.people, snapshot.bot];
  const name = named.find((it) => it.id === id)?.name ?? id;
  return name.startsWith('@') ? name : `@${name}`;
}

function spoilerView(inner: readonly Node[], { texts }: Session): HTMLElement {
  const cover = h('button', { type: 'button', class: 'spoiler', 'aria-label': texts.spoiler }, '▒▒▒▒');
  cover.addEventListener('click', () => cover.replaceWith(...inner));
  return cover;
}

const DATE_STYLES: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function timeView(seconds: number, style: string, locale: string): HTMLElement {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return h('span', {}, String(seconds));
  const words =
    style === 'R' ? relative(seconds - Date.now() / 1000, locale) : date.toLocaleString(locale, DATE_STYLES[style]);
  return h('time', { datetime: date.toISOString() }, words);
}

/** "2 hours ago", from a difference in seconds. */
function relative(difference: number, locale: string): string {
  const size = Math.abs(difference);
  const [unit, length] =
    size < HOUR ? (['minute', MINUTE] as const) : size < DAY ? (['hour', HOUR] as const) : (['day', DAY] as const);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(difference / length), unit);
}
