import { literal } from './literal.ts';

/** Whether a text holds one of the phrases of a list. */
export type Phrases = (text: string) => boolean;

/** Letters and digits of Dutch, English and their neighbours, small ones: `\p{L}` takes as long to compile as all else. */
const LETTER = 'a-z0-9\\u00df-\\u024f';
/** A word between two words of a phrase; no phrase runs on beyond a comma or a full stop. */
const BETWEEN = `[${LETTER}«»-]+ `;
/** As far as "..." reaches, in UTF-16 units. */
const FAR = 120;
const WORD_BEGINS = `(?<![${LETTER}_])`;
const WORD_ENDS = `(?![${LETTER}_])`;

/**
 * Compiles a list of phrases, one a line, whatever their case:
 *
 * - `besluit/besluiten over`: either word, then another
 * - `steun*`, `*brief`: every word that begins or ends so
 * - `van gedachten (te) wissel*`: a word that may be left out
 * - `nam/namen 1..14 aan`: with so many words between; `..5` is none to five
 * - `ligt ... besloten`: with anything between, up to 120 characters; `...30` is up to 30
 * - `^ wie`, `voor $`: at the beginning and at the end of the text
 * - `- besloten zitting`: what does not count
 *
 * It is compiled when it is first asked: all lists together take a third of the start of a process, and few are needed.
 */
export function phrases(list: string): Phrases {
  let compiled: Phrases | null = null;
  return (text) => {
    compiled ??= compile(list);
    return compiled(text);
  };
}

function compile(list: string): Phrases {
  const lines = linesOf(list);
  const wanted = pattern(lines.filter((line) => !line.startsWith('- ')));
  const apart = lines.filter((line) => line.startsWith('- ')).map((line) => line.slice(2));
  if (apart.length === 0) return (text) => wanted.test(text.toLowerCase());
  const uncounted = new RegExp(pattern(apart).source, 'g');
  return (text) => wanted.test(text.toLowerCase().replace(uncounted, ' '));
}

/** The source of a pattern that finds any phrase of a list, to make others of; it may begin within a word. */
export function anyPhrase(list: string): string {
  return `(?:${linesOf(list).map(sourceOf).join('|')})`;
}

/** The lines of a list as one item of a phrase: `which ..3 ${either(THINGS)}`. */
export function either(list: string): string {
  return linesOf(list).join('/');
}

function linesOf(list: string): string[] {
  return list.split('\n').flatMap((line) => line.trim() || []);
}

/** For texts in small letters: an expression that goes by letters whatever their case takes several times as long to compile. */
function pattern(lines: readonly string[]): RegExp {
  return new RegExp(`${WORD_BEGINS}(?:${lines.map(sourceOf).join('|')})`);
}

function sourceOf(line: string): string {
  let source = '';
  let space = '';
  for (const item of line.split(/\s+/)) {
    const gap = /^(\d*)\.\.(\d+)$/.exec(item);
    const far = /^\.\.\.(\d*)$/.exec(item);
    if (item === '^') source += '^\\W*';
    else if (item === '$') source += '\\W*$';
    else if (far) [source, space] = [`${source}.{0,${far[1] || FAR}}${WORD_BEGINS}`, ''];
    else if (gap) [source, space] = [`${source}${space}(?:${BETWEEN}){${gap[1] || 0},${gap[2]}}`, ''];
    else if (/^\(.*\)$/.test(item)) source += optional(item.slice(1, -1), space);
    else [source, space] = [`${source}${space}${wordOf(item)}`, ' '];
  }
  return source;
}

/** At the beginning of a phrase the space comes behind the word, else in front of it. */
function optional(item: string, space: string): string {
  return space ? `(?:${space}${wordOf(item)})?` : `(?:${wordOf(item)} )?`;
}

function wordOf(item: string): string {
  const [whole, ends]: [string[], string[]] = [[], []];
  for (const word of item.split('/')) {
    const letters = literal(word.replace(/^\*|\*$/g, '').toLowerCase());
    const source = `${letters}${word.endsWith('*') ? `[${LETTER}]*` : WORD_ENDS}`;
    (word.startsWith('*') ? ends : whole).push(source);
  }
  // What stands before the ends of words is gone through once for all of them.
  if (ends.length > 0) whole.push(`(?<!-)[${LETTER}-]*(?:${ends.join('|')})`);
  return `(?:${whole.join('|')})`;
}
