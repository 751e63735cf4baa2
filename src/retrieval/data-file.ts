import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../package-root.ts';

/** The text of a file of `data/`: what retrieval knows beforehand. The sources and the built files read the same. */
export function dataFile(name: string): string {
  return readFileSync(path.join(packageRoot(), 'src', 'retrieval', 'data', name), 'utf8');
}
