import { citationIn } from '../answers/citation.ts';
import { exportTexts } from '../texts/export.ts';
import { visible } from '../visible.ts';
import type { Dossier } from './document.ts';
import { referenceOf } from './reference.ts';

/** So that spreadsheets read it as UTF-8. */
const BOM = '\uFEFF';
/** A cell that begins so is a formula to a spreadsheet; also behind white space. */
const FORMULA = /^\s*[=+\-@\t\r|%]/;

/** A dossier as a table (RFC 4180), one quote a row. What a spreadsheet would calculate gets an apostrophe before it. */
export function toCsv({ language, parts }: Dossier): string {
  const { columns } = exportTexts(language);
  const items = parts.flatMap((part) => part.items.map((item) => ({ ...item, part: part.heading })));
  const facts = [...new Set(items.flatMap((item) => item.facts.map(({ name }) => name)))];
  const used = {
    part: items.some(({ part }) => part !== null),
    label: items.some(({ label }) => label !== null),
    question: items.some(({ quote }) => quote.question !== null),
  };
  const head = [
    ...(used.part ? [columns.part] : []),
    ...(used.label ? [columns.label] : []),
    columns.quote,
    ...facts,
    columns.citation,
    columns.page,
    columns.link,
    columns.official,
    ...(used.question ? [columns.question] : []),
  ];
  const rows = items.map(({ quote, label, part, facts: known }) => {
    const { links } = referenceOf(quote, language);
    const page = links.find(({ url }) => url === quote.pageUrl)?.url ?? '';
    const official = links.find(({ url }) => url !== quote.pageUrl)?.url ?? '';
    return [
      ...(used.part ? [part ?? ''] : []),
      ...(used.label ? [label ?? ''] : []),
      quote.text,
      ...facts.map((name) => known.find((fact) => fact.name === name)?.value ?? ''),
      citationIn(quote, language),
      quote.page === null ? '' : String(quote.page),
      page,
      official,
      ...(used.question ? [quote.question ?? ''] : []),
    ];
  });
  return BOM + [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const shown = visible(text);
  const safe = FORMULA.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
