import { visible } from '../../../visible.ts';

/**
 * What Discord's Markdown gives a meaning anywhere in a line. A backslash before any ASCII punctuation shows it as it is.
 * The slashes of an address are escaped too: nothing in a letter or a question becomes a link.
 */
const SPECIAL = /[\\*_~`|[\]<>#]|(?<=:)\/(?=\/)|(?<=:\/)\//g;

/** "- ", "+ " and "1. " start a list, "-# " small print, at the beginning of a line only. */
const LINE_START = /^([^\S\n\r\u2028\u2029]*)(?:([-+])|(\d+)([.)]))(?=\s)/gm;

/** Plain text to Markdown that Discord shows as exactly that text, with what would turn its direction {@link visible}. */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(SPECIAL, '\\$&')
    .replace(LINE_START, (_, space: string, dash?: string, digits?: string, dot?: string) =>
      dash ? `${space}\\${dash}` : `${space}${digits}\\${dot}`,
    );
}

/** The text that {@link escapeMarkdown} was given, {@link visible}. */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
