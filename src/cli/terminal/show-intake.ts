import type { Placed } from '../../intake/place.ts';
import { wordsIn } from '../../texts/words.ts';
import { visibleLine } from '../../visible.ts';
import type { Terminal } from './terminal.ts';

/** A letter as it was read; null fields are not known. */
export interface IntakeRow {
  readonly status: 'added' | 'replaced' | 'known';
  /** In the letters folder. */
  readonly file: string;
  readonly from: string;
  readonly format: string;
  readonly pages: number | null;
  readonly words: number;
  readonly sections: number;
  readonly footnotes: number;
  readonly title: string;
  readonly letterDate: string | null;
  readonly dossiers: readonly string[];
  readonly number: string | null;
  readonly signatories: readonly string[];
  /** What it is known by, for one that was there already. */
  readonly knownBy: 'number' | 'text' | 'file' | null;
  readonly remarks: readonly string[];
}

const { count } = wordsIn('en');

/** No letter of a minister has fewer words. */
const FEW = 20;

const COLUMNS = ['status', 'pages', 'words', 'heads', 'notes', 'date', 'number', 'letter'] as const;
const RIGHT: ReadonlySet<string> = new Set(['pages', 'words', 'heads', 'notes']);

/** What is told of a letter that was taken in. */
export function toIntakeRow({ status, file, from, letter, twin }: Placed): IntakeRow {
  const { metadata, passages, sections } = letter;
  const words = from.text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
  return {
    status,
    file,
    from: from.name,
    format: from.format,
    pages: from.pages,
    words,
    sections: sections.filter(({ title }) => title !== null).length,
    footnotes: passages.filter(({ kind }) => kind === 'footnote').length,
    title: letter.title,
    letterDate: metadata.letterDate,
    dossiers: metadata.dossiers,
    number: metadata.number,
    signatories: metadata.signatories.map(({ name }) => name),
    knownBy: twin?.by ?? null,
    remarks:
      words < FEW ? [...from.remarks, `It has only ${count(words, 'word', 'words')}: is it a letter?`] : from.remarks,
  };
}

/** A table of the letters that were read, each with its title and what should be known about it below. */
export function showIntake(rows: readonly IntakeRow[], { bold, dim }: Terminal): string {
  const cells = rows.map((row) => [
    row.status,
    row.pages === null ? '–' : String(row.pages),
    String(row.words),
    String(row.sections),
    String(row.footnotes),
    row.letterDate ?? 'undated',
    paper(row),
    visibleLine(row.file),
  ]);
  const widths = COLUMNS.map((name, i) => Math.max(name.length, ...cells.map((line) => line[i]?.length ?? 0)));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, i) => (RIGHT.has(COLUMNS[i] ?? '') ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  const body = rows.flatMap((row, i) => [line(cells[i] ?? []), ...below(row).map((text) => dim(`  ${text}`))]);
  return [bold(line(COLUMNS)), ...body].join('\n');
}

function paper({ dossiers, number }: IntakeRow): string {
  return [dossiers.join(', '), number && `nr. ${number}`].filter(Boolean).join(', ') || '–';
}

const SAME = {
  number: 'Same number as',
  text: 'Nearly the same text as',
  file: 'From the same file as',
} as const;

function below({ title, from, knownBy, file, remarks }: IntakeRow): string[] {
  const same = knownBy && `${SAME[knownBy]} ${file}.`;
  return [`${title} (${from})`, ...(same ? [same] : []), ...remarks].map(visibleLine);
}

export interface IntakeTotals {
  readonly failed: number;
  /** What was fetched before and is as it was. */
  readonly unchanged?: number;
  /** What was fetched before and has a newer version. */
  readonly newer?: number;
  readonly dryRun?: boolean;
  readonly lettersDir: string;
}

/** What became of the letters, in one line, and what to do next. */
export function intakeSummary(
  rows: readonly IntakeRow[],
  { failed, unchanged = 0, newer = 0, dryRun = false, lettersDir }: IntakeTotals,
): string {
  const count = (wanted: IntakeRow['status']): number => rows.filter(({ status }) => status === wanted).length;
  const counts = (['added', 'replaced', 'known'] as const)
    .map((status) => ({ status, number: count(status) }))
    .filter(({ status, number }) => number > 0 || status === 'added')
    .map(({ status, number }) => `${number} ${status}`);
  const fetched = [
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(newer > 0 ? [`${newer} of an older version`] : []),
  ];
  const others = [...fetched, ...(failed > 0 ? [`${failed} failed`] : [])];
  const parts = [...counts, ...others].join(', ');
  if (dryRun) return `Dry run, nothing is written to ${lettersDir}: ${parts}.`;
  const left = [...(count('known') > 0 ? ['known'] : []), ...(newer > 0 ? ['of an older version'] : [])].join(' or ');
  const known = left ? ` Those ${left} are left as they are; --replace overwrites them.` : '';
  return `${lettersDir}: ${parts}.${known} The next question or "briefwijzer index" brings the index up to date.`;
}
