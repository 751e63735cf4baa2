import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { CLI, SEEDS, temporaryFolder } from '../support/folders.ts';
import { spawnCli } from '../support/run-cli.ts';

const folders = { LETTERS_DIR: SEEDS, INDEX_DIR: inject('indexDir') };

describe('The built command in a process of its own', () => {
  test('answers on standard output, and nothing else', async () => {
    const { code, stdout, stderr } = await spawnCli(['ask', 'Tot wanneer loopt operatie Allied Solace?'], {
      env: folders,
    });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.replace(/\s+/g, ' ')).toContain('is verlengd tot 28 februari 2022.');
  });

  test('tells wrong use by its exit code', async () => {
    const { code, stdout, stderr } = await spawnCli(['ask']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('There is no question');
  });

  test('reads .env, and says so where it can not', async () => {
    const cwd = await temporaryFolder();
    await writeFile(path.join(cwd, '.env'), 'LOG_LEVEL=loud\n');
    expect((await spawnCli(['letters'], { cwd })).stderr).toContain('LOG_LEVEL must be');
    const other = await temporaryFolder();
    await mkdir(path.join(other, '.env'));
    const { code, stderr } = await spawnCli(['letters'], { cwd: other });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^\.env can't be read: .*\n$/);
  });

  test('ends quietly when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [CLI, 'letters', '--json'], { env: { ...process.env, ...folders } });
    let said = '';
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    child.stdout.destroy();
    const [code] = await once(child, 'close');
    expect([code, said]).toEqual([0, '']);
  });
});
