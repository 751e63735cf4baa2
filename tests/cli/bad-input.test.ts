import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { copyOfSeeds, SEEDS, temporaryFolder } from '../support/folders.ts';
import { runCli } from '../support/run-cli.ts';

/** Root may read everything: as root the command is run as the user "nobody". */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534 } : {};

describe('Bad input is one clear sentence and leaves nothing behind', () => {
  const failing = async (args: string[], code: number, options = {}) => {
    const index = await temporaryFolder();
    await chmod(index, 0o777);
    const result = await runCli([...args, '--index', index], options);
    expect(result.code).toBe(code);
    expect(result.stdout).toBe('');
    expect(result.stderr).not.toMatch(/^\s+at /m);
    expect(await readdir(index)).toEqual([]);
    return result.stderr.trim();
  };

  test('no letters folder', async () => {
    expect(await failing(['index', '--letters', '/nonexistent/letters'], 1)).toContain('/nonexistent/letters');
  });

  test('an empty letters folder', async () => {
    const folder = await temporaryFolder();
    expect(await failing(['index', '--letters', folder], 1)).toContain('no letters');
  });

  test('a file that is not text', async () => {
    const folder = await copyOfSeeds();
    await writeFile(path.join(folder, 'foto.txt'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]));
    expect(await failing(['index', '--letters', folder], 1)).toContain('foto.txt');
  });

  test('a file that can not be read', async () => {
    const folder = await copyOfSeeds();
    await chmod(folder, 0o755);
    await writeFile(path.join(folder, 'geheim.txt'), 'Een brief.');
    await chmod(path.join(folder, 'geheim.txt'), 0o000);
    expect(await failing(['index', '--letters', folder], 1, NOBODY)).toContain('geheim.txt');
  });

  test('an unknown model', async () => {
    expect(await failing(['index', '--letters', SEEDS, '--model', 'geen-model'], 1)).toContain('geen-model');
  });

  test('an empty question', async () => {
    expect(await failing(['ask', '--letters', SEEDS, '  '], 2)).toContain('no question');
  });

  test.each([
    [['--tob', '3', 'vraag'], '--top'],
    [['--top', 'veel', 'vraag'], 'whole number'],
    [['--top', '0', 'vraag'], 'whole number'],
  ])('the flags %j', async (args, says) => {
    expect(await failing(['ask', ...args], 2)).toContain(says);
  });

  test('a misspelt command', async () => {
    const { code, stderr } = await runCli(['aks', 'vraag']);
    expect(code).toBe(2);
    expect(stderr).toContain('ask');
  });

  test('a broken environment, all of it at once', async () => {
    const { code, stderr } = await runCli(['letters'], { env: { LOG_LEVEL: 'loud', USER_RATE_LIMIT: 'many' } });
    expect(code).toBe(1);
    expect(stderr).toContain('LOG_LEVEL');
    expect(stderr).toContain('USER_RATE_LIMIT');
  });
});

test('An index folder that can not be written is named', async () => {
  const parent = await temporaryFolder();
  await chmod(parent, 0o755);
  const index = path.join(parent, 'index');
  await mkdir(index, { mode: 0o555 });
  const { code, stderr } = await runCli(['index', '--letters', SEEDS, '--index', index], NOBODY);
  expect(code).toBe(1);
  expect(stderr).toContain(`can't be written to ${index}: permission is denied`);
});

test('Empty letters and links out of the folder are named and skipped', async () => {
  const folder = await copyOfSeeds();
  await writeFile(path.join(folder, 'leeg.txt'), '\n\n');
  const { code, stderr, stdout } = await runCli(['index', '--letters', folder, '--index', await temporaryFolder()]);
  expect(code).toBe(0);
  expect(stderr).toContain('Skipped leeg.txt: it is empty.');
  expect(stdout).toContain('1 file skipped');
});

describe('--help', () => {
  test.each([[[]], [['index']], [['ask']], [['chat']], [['letters']], [['doctor']]])('of %j', async (command) => {
    const { code, stdout } = await runCli([...command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: briefwijzer');
  });
});

test('doctor finds everything in order', async () => {
  const { code, stdout } = await runCli(['doctor', '--full', '--letters', SEEDS, '--index', inject('indexDir')]);
  expect(stdout).toContain('✓ Index: 5 letters');
  expect(code).toBe(0);
});
