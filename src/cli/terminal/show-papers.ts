import type { Paper } from '../../intake/services/paper.ts';
import { visibleLine } from '../../visible.ts';
import type { Terminal } from './terminal.ts';

/** A paper that would be fetched. */
export interface PaperRow extends Omit<Paper, 'files'> {
  /** Its best form: "xml"; null where it comes in none that is read. */
  readonly format: string | null;
  readonly url: string | null;
  /** Whether it was fetched before, perhaps in another version. */
  readonly fetched: boolean;
}

export function toPaperRow({ files, ...paper }: Paper, fetched: boolean): PaperRow {
  const [best] = files;
  return { ...paper, format: best?.format ?? null, url: best?.url ?? null, fetched };
}

/** A table of papers, each with its subject below. */
export function showPapers(rows: readonly PaperRow[], { bold, dim }: Terminal): string {
  const header = ['date', 'form', 'before', 'paper', 'kind'];
  const cells = rows.map((row) =>
    [row.date ?? 'undated', row.format ?? '–', row.fetched ? 'fetched' : '–', row.name, row.kind].map(visibleLine),
  );
  const widths = header.map((name, i) => Math.max(name.length, ...cells.map((line) => line[i]?.length ?? 0)));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, i) => text.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  const body = rows.flatMap(({ subject }, i) => [
    line(cells[i] ?? []),
    ...(subject === null ? [] : [dim(`  ${visibleLine(subject)}`)]),
  ]);
  return [bold(line(header)), ...body].join('\n');
}

/** How many papers there are of each kind, most first. */
export function skippedKinds(papers: readonly Paper[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of papers)
    counts.set(kind || 'of no stated kind', (counts.get(kind || 'of no stated kind') ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
}
