import { randomInt } from 'node:crypto';
import { visible } from '../../visible.ts';

export interface Styles {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  /** Text as a terminal may have it: bold and dim as it wants them, every other control character visible. */
  readonly show: (text: string) => string;
}

/** ECMA-48, select graphic rendition. */
const SGR = { bold: 1, dim: 2, normal: 22 } as const;

/**
 * Bold and dim that no text can imitate: they are marked with a number drawn anew, in a control sequence that wraps as
 * having no width and means nothing to a terminal, and become the real ones when they are shown.
 * @param styled whether anything is styled at all
 */
export function createStyles(styled: boolean): Styles {
  if (!styled) return { bold: (text) => text, dim: (text) => text, show: visible };
  const secret = randomInt(2 ** 47);
  const mark = (code: number): string => `\u001b[${secret};${code}z`;
  const marks = new RegExp(`\\u001b\\[${secret};(\\d+)z`);
  const styledWith = (code: number) => (text: string) => mark(code) + text + mark(SGR.normal);
  return {
    bold: styledWith(SGR.bold),
    dim: styledWith(SGR.dim),
    // Split by a group, the codes stand between the texts.
    show: (text) =>
      text
        .split(marks)
        .map((part, index) => (index % 2 === 1 ? `\u001b[${part}m` : visible(part)))
        .join(''),
  };
}
