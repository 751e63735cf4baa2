/** Whether a text holds one of the phrases of a list. */
export type Phrases = (text: string) => boolean;

/** A word between two words of a phrase; no phrase runs on beyond a comma or a full stop. */
const BETWEEN = '[\\p{L}\\p{N}«»-]+ ';
/** As far as "..." reaches, in UTF-16 units. */
const ANYTHING = '.{0,120}';

/**
 * Compiles a list of phrases, one a line, whatever their case:
 *
 * - `besluit/besluiten over`: either word, then another
 * - `steun*`: every word that begins so
 * - `van gedachten (te) wissel*`: a word that may be left out
 * - `nam/namen 1..14 aan`: with so many words between; `..5` is none to five
 * - `ligt ... besloten`: with anything between, up to 120 characters
 * - `- besloten zitting`: what does not count
 */
export function phrases(list: string): Phrases {
  const lines = list.split('\n').flatMap((line) => line.trim() || []);
  const wanted = anyOf(lines.filter((line) => !line.startsWith('- ')));
  const apart = lines.filter((line) => line.startsWith('- ')).map((line) => line.slice(2));
  if (apart.length === 0) return (text) => wanted.test(text);
  const uncounted = new RegExp(anyOf(apart).source, 'giu');
  return (text) => wanted.test(text.replace(uncounted, ' '));
}

function anyOf(lines: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${lines.map(patternOf).join('|')})`, 'iu');
}

function patternOf(line: string): string {
  let pattern = '';
  let space = '';
  for (const item of line.split(/\s+/)) {
    const gap = /^(\d*)\.\.(\d+)$/.exec(item);
    if (item === '...') [pattern, space] = [`${pattern}${ANYTHING}`, ''];
    else if (gap) [pattern, space] = [`${pattern} (?:${BETWEEN}){${gap[1] || 0},${gap[2]}}`, ''];
    else if (/^\(.*\)$/.test(item)) pattern += `(?:${space}${wordOf(item.slice(1, -1))})?`;
    else [pattern, space] = [`${pattern}${space}${wordOf(item)}`, ' '];
  }
  return pattern;
}

function wordOf(item: string): string {
  const words = item.split('/').map((word) => {
    const letters = word.replace(/\*$/, '').replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    return word.endsWith('*') ? `${letters}[\\p{L}\\p{N}]*` : `${letters}(?![\\p{L}\\p{N}_])`;
  });
  return `(?:${words.join('|')})`;
}
