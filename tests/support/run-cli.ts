import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { CLI } from './folders.ts';

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly input?: string;
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  readonly uid?: number;
}

/** Runs the built command line as a person would, without a terminal, with nothing of this environment but PATH. */
export function runCli(
  args: readonly string[],
  { input = '', env = {}, cwd = tmpdir(), uid }: CliOptions = {},
): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      env: { PATH: process.env.PATH ?? '', HOME: '/nonexistent', ...env },
      cwd,
      ...(uid === undefined ? {} : { uid }),
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    // A command that refuses its input closes it early.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
