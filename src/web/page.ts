import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { html, raw } from 'hono/html';
import { SENTENCES_IN_RANGES } from '../answers/anchor.ts';
import { packageRoot } from '../package-root.ts';
import type { TextLanguage } from '../texts/dates.ts';
import { visibleLine } from '../visible.ts';

/** What may stand between tags. Strings are escaped; only what `html` made is markup; nothing for null and false. */
export type Content = string | number | false | null | undefined | ReturnType<typeof html> | readonly Content[];

const STYLE = readFileSync(path.join(packageRoot(), 'src/web/page.css'), 'utf8') + rangesStyle();

/** No script, no picture, no other address: nothing but this style is used, whatever a letter holds. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** Headers for pages on a server. A page in a file says the same of itself, as far as a page can. */
export const SECURITY_HEADERS = {
  'content-security-policy': `${POLICY}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex',
} as const;

export interface PageParts {
  /** Plain text. */
  readonly title: string;
  readonly language: TextLanguage;
  /** The link that jumps over everything to the text. */
  readonly skip: string;
  readonly body: Content;
  /** Further elements of the head. */
  readonly head?: Content;
}

/** A whole page: no script, nothing from elsewhere. */
export function page({ title, language, skip, body, head }: PageParts): string {
  return String(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
${head}<title>${visibleLine(title)} · Briefwijzer</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#text">${skip}</a>
${body}
</body>
</html>
`);
}

/** Marks sentence n of a passage where a range that holds it is pointed at. */
function rangesStyle(): string {
  const numbers = Array.from({ length: SENTENCES_IN_RANGES }, (_, i) => i + 1);
  const any = (letter: string, of: readonly number[]) => `:is(${of.map((n) => `.${letter}${n}`).join()})`;
  const selectors = numbers.map(
    (n) => `${any('a', numbers.slice(0, n))}${any('z', numbers.slice(n - 1))}:target~.s${n}`,
  );
  return `${selectors.join(',\n')}{background:var(--mark);box-shadow:0 0 0 .12em var(--mark)}\n`;
}
