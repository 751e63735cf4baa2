import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { PassThrough, Readable } from 'node:stream';
import { run } from '../../src/cli/run.ts';
import { terminalOf } from '../../src/cli/terminal/terminal.ts';
import { CLI } from './folders.ts';

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the command line in this process as a person would, without a terminal, with nothing of this environment. */
export async function runCli(args: readonly string[], { input = '', env = {} }: CliOptions = {}): Promise<CliResult> {
  const [output, messages] = [new PassThrough(), new PassThrough()];
  const [stdout, stderr] = [textOf(output), textOf(messages)];
  const code = await run(args, terminalOf({ input: Readable.from([input]), output, messages, env }));
  output.end();
  messages.end();
  return { code, stdout: await stdout, stderr: await stderr };
}

async function textOf(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

export interface ProcessOptions extends CliOptions {
  readonly cwd?: string;
  readonly uid?: number | undefined;
  /** Another place of the built command line. */
  readonly cli?: string;
}

/** Runs the built command line in a process of its own: for what only a process has. */
export async function spawnCli(
  args: readonly string[],
  { input = '', env = {}, cwd = tmpdir(), uid, cli = CLI }: ProcessOptions = {},
): Promise<CliResult> {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { PATH: process.env.PATH ?? '', HOME: '/nonexistent', ...env },
    cwd,
    ...(uid === undefined ? {} : { uid }),
  });
  const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)];
  // A command that refuses its input closes it early.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  return { code, stdout: await stdout, stderr: await stderr };
}
