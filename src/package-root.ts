import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

let root: string | null = null;

/** The folder that holds Briefwijzer's package.json: the same whether the sources or the built files run. */
export function packageRoot(): string {
  if (root) return root;
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('Briefwijzer is not installed completely: its package.json is missing');
    folder = parent;
  }
  root = folder;
  return folder;
}
