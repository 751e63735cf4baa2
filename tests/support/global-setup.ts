import { execFileSync, execSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { packageRoot } from '../../src/package-root.ts';
import { CLI, SEEDS } from './folders.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** An index of the project's letters with the bundled encoder, built once for all tests. Read only. */
    indexDir: string;
  }
}

/** The index of the run before: updating it embeds only what changed, and gives the same index as a fresh build. */
const BEFORE = path.join(packageRoot(), 'node_modules/.cache/briefwijzer-test-index');

/** Puts it there whole, unless another run was faster. */
function keep(indexDir: string): void {
  const copy = `${BEFORE}-${process.pid}`;
  cpSync(indexDir, copy, { recursive: true });
  try {
    rmSync(BEFORE, { recursive: true, force: true });
    renameSync(copy, BEFORE);
  } catch {
    rmSync(copy, { recursive: true, force: true });
  }
}

/**
 * Builds the program, so that no test runs an older one, and with it an index of the real letters. All temporary folders
 * of the tests lie in one, which goes when they end.
 */
export default function setup(project: TestProject): () => void {
  execSync('npm run --silent build', { cwd: packageRoot(), stdio: 'inherit' });
  const folder = mkdtempSync(path.join(tmpdir(), 'briefwijzer-tests-'));
  // Some tests act as another user.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  const indexDir = path.join(folder, 'index');
  if (existsSync(BEFORE)) cpSync(BEFORE, indexDir, { recursive: true });
  execFileSync(process.execPath, [CLI, 'index', '--letters', SEEDS, '--index', indexDir], { stdio: 'ignore' });
  keep(indexDir);
  project.provide('indexDir', indexDir);
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
