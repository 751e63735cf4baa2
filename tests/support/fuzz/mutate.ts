/** What somebody who wishes harm would put in: escapes, mentions, paths, halves of characters, far too much. */
export const HOSTILE = [
  '\u001b[2J\u001b]8;;https://kwaad.example\u0007klik\u001b]8;;\u0007',
  '\u009b2K\u202e\u2066\u200f\u2028',
  '@everyone @here <@123456789012345678> <@&123456789012345678>',
  '[hier](https://kwaad.example) ```\n# kop\n> citaat\n-# klein',
  '../../../etc/passwd',
  '..\\..\\CON',
  '/',
  '\u0000',
  '\ud800',
  '\udc00\ud83d',
  '\r\n\f\u000b',
  '"\'`$(){}[]<>|&;%',
  '__proto__',
  'ﷺ'.repeat(50),
  ' '.repeat(200),
  '9'.repeat(400),
  '-1e309',
];

type Random = (below: number) => number;

const oneOf = <T>(values: readonly T[], random: Random): T => values[random(values.length)]!;

/** Text with one to three changes: something cut out, doubled, moved or put in. */
export function mutateText(text: string, random: Random): string {
  let changed = text;
  for (let change = random(3); change >= 0; change--) {
    const [a, b] = [random(changed.length + 1), random(changed.length + 1)];
    const [start, end] = [Math.min(a, b), Math.min(Math.max(a, b), Math.min(a, b) + 300)];
    const piece = changed.slice(start, end);
    const put = oneOf(
      ['', piece + piece, oneOf(HOSTILE, random), piece.toUpperCase(), [...piece].reverse().join('')],
      random,
    );
    changed = changed.slice(0, start) + put + changed.slice(end);
  }
  return changed;
}

/** A value of JSON in which something, somewhere, is something else or gone. */
export function mutateJson(value: unknown, random: Random): unknown {
  if (random(4) > 0 && Array.isArray(value) && value.length > 0) {
    const at = random(value.length);
    return value.map((item, i) => (i === at ? mutateJson(item, random) : item));
  }
  if (random(4) > 0 && typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    const key = oneOf(Object.keys(value), random);
    const { [key]: child, ...others } = value as Record<string, unknown>;
    return random(5) === 0 ? others : { ...others, [key]: mutateJson(child, random) };
  }
  if (typeof value === 'string' && random(3) > 0) return mutateText(value, random);
  return oneOf([null, true, -1, 2 ** 53, 'x'.repeat(5000), '', [], {}, [[[]]], oneOf(HOSTILE, random)], random);
}
