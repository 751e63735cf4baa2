import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { CLI, SEEDS } from './folders.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** An index of the project's letters with the bundled encoder, built once for all tests. Read only. */
    indexDir: string;
  }
}

/** Builds the index of the real letters once, through the command line that was built from these sources. */
export default function setup(project: TestProject): () => void {
  const indexDir = mkdtempSync(path.join(tmpdir(), 'briefwijzer-index-'));
  execFileSync(process.execPath, [CLI, 'index', '--letters', SEEDS, '--index', indexDir], { stdio: 'ignore' });
  project.provide('indexDir', indexDir);
  return () => rmSync(indexDir, { recursive: true, force: true });
}
