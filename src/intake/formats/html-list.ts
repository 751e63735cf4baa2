import type { TreeNode } from '../text/tree.ts';

/** The bullets and numbers of a page's list items, each asked for once and in the order of the page. */
export class ListNumbers {
  /** The number of the last item of each list. */
  readonly #last = new Map<TreeNode, number>();

  /** "-", or the item's number as its list counts and writes it: "3.", "c.", "IV.". */
  bullet({ parent, attribs = {} }: TreeNode): string {
    const list = parent?.attribs ?? {};
    if (parent?.name !== 'ol' || 'reversed' in list) return '-';
    const number = integer(attribs.value) ?? (this.#last.get(parent) ?? (integer(list.start) ?? 1) - 1) + 1;
    this.#last.set(parent, number);
    return `${written(number, attribs.type ?? list.type)}.`;
  }
}

function integer(text = ''): number | null {
  const digits = /^\s*(-?\d{1,9})/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The kinds of numbers that HTML knows; numbers that a kind can't write are written in digits, as browsers do. */
function written(number: number, type = '1'): string {
  if (number < 1 || !/^[aAiI]$/.test(type)) return String(number);
  const small = /a/i.test(type) ? inLetters(number) : inRoman(number);
  return /[AI]/.test(type) ? small.toUpperCase() : small;
}

/** a to z, aa, ab. */
function inLetters(number: number): string {
  const rest = (number - 1) % 26;
  const before = (number - 1 - rest) / 26;
  return (before > 0 ? inLetters(before) : '') + String.fromCharCode(97 + rest);
}

const ROMAN = { m: 1000, cm: 900, d: 500, cd: 400, c: 100, xc: 90, l: 50, xl: 40, x: 10, ix: 9, v: 5, iv: 4, i: 1 };
const MAX_ROMAN = 3999;

function inRoman(number: number): string {
  if (number > MAX_ROMAN) return String(number);
  let rest = number;
  let text = '';
  for (const [numeral, value] of Object.entries(ROMAN)) {
    text += numeral.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}
