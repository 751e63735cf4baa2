import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { markdown, plain, type Table } from '../eval/report.ts';
import { RESULTS, writeResults } from '../results.ts';
import { type Growth, growthChart } from './growth-chart.ts';

/** What one part of the bench gave. */
export interface Part {
  readonly name: string;
  /** Sentences and tables, in order. */
  readonly blocks: readonly (string | Table)[];
  readonly charts: Readonly<Record<string, Growth>>;
  /** Everything that was measured, for others to go on with. */
  readonly figures: unknown;
}

interface PublishOptions {
  readonly write: boolean;
  /** Load averages before and after. */
  readonly busy: readonly number[];
}

/** Shows a part on standard output; with `write` it also goes into `bench/results`, as tables, JSON and pictures. */
export async function publish({ name, blocks, charts, figures }: Part, { write, busy }: PublishOptions): Promise<void> {
  const cores = cpus();
  const machine = `${cores.length} × ${cores[0]?.model ?? 'an unknown processor'}, Node ${process.versions.node}; load average before and after: ${busy.map((value) => value.toFixed(1)).join(', ')}.`;
  const shown = (show: (rows: Table) => string) =>
    [machine, ...blocks.filter((block) => block.length > 0)]
      .map((block) => (typeof block === 'string' ? block : show(block)))
      .join('\n\n');
  process.stdout.write(`${name}\n\n${shown(plain)}\n\n`);
  if (!write) return;
  const folder = path.dirname(RESULTS.bench);
  // One size shows no growth.
  const grown = Object.entries(charts).filter(([, { lines }]) => lines.some(({ points }) => points.length > 1));
  const pictures = grown.map(([file, { title }]) => `![${title}](${file}.svg)`);
  await writeResults(name, [shown(markdown), ...pictures].join('\n\n'), RESULTS.bench);
  await writeFile(
    path.join(folder, `${name.replaceAll(' ', '-')}.json`),
    `${JSON.stringify({ machine, figures }, null, 1)}\n`,
  );
  for (const [file, growth] of grown) await writeFile(path.join(folder, `${file}.svg`), growthChart(growth));
}
