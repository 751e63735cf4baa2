import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageRoot } from '../../src/package-root.ts';
import { CLI, SEEDS } from '../support/folders.ts';

export interface PreviewProcess {
  readonly url: string;
  stop(): Promise<number | null>;
}

const PATIENT = path.join(packageRoot(), 'dist/tests/support/patient-discord.js');

/** Runs the built `briefwijzer preview` until it says where the page is. */
export function startPreviewProcess(indexDir: string, port: number): Promise<PreviewProcess> {
  const args = ['--import', PATIENT, CLI, 'preview', '--letters', SEEDS, '--index', indexDir, '--port', String(port)];
  const { PATH = '', DISCORD_OPENAPI } = process.env;
  const env = { PATH, HOME: '/nonexistent', LOG_LEVEL: 'error', ...(DISCORD_OPENAPI && { DISCORD_OPENAPI }) };
  const child: ChildProcess = spawn(process.execPath, args, { env, cwd: tmpdir() });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return new Promise((resolve, reject) => {
    let said = '';
    const onData = (chunk: Buffer): void => {
      said += String(chunk);
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (url)
        resolve({
          url,
          stop() {
            child.kill('SIGTERM');
            return ended;
          },
        });
    };
    child.stdout?.on('data', onData);
    child.stderr?.on('data', onData);
    void ended.then((code) => reject(new Error(`the preview ended with ${code}: ${said}`)));
  });
}
