import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../src/package-root.ts';

/** Documents of measurements. */
export const RESULTS = {
  eval: path.join(packageRoot(), 'bench/eval/RESULTS.md'),
  bench: path.join(packageRoot(), 'bench/results/RESULTS.md'),
} as const;

/**
 * Puts figures between the marks `<!-- NAME -->` and `<!-- /NAME -->` of a document, in place of what stood there.
 * @throws Error where the marks are missing
 */
export async function writeResults(name: string, figures: string, file: string = RESULTS.eval): Promise<void> {
  await writeFile(file, between(await readFile(file, 'utf8'), name, figures));
}

/** A text with other figures between the marks of a name. */
export function between(text: string, name: string, figures: string): string {
  const [open, close] = [`\n<!-- ${name} -->\n`, `\n<!-- /${name} -->\n`];
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) throw new Error(`RESULTS.md lacks the marks of "${name}", each on a line of its own`);
  return `${text.slice(0, start + open.length)}${figures.trim()}${text.slice(end)}`;
}
