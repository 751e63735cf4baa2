import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { SEEDS, shortLetters, temporaryFolder } from '../support/folders.ts';
import { runCli } from '../support/run-cli.ts';

const PICTURE = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]);

describe('Bad input is one clear sentence and leaves nothing behind', () => {
  const failing = async (args: string[], code: number) => {
    const index = await temporaryFolder();
    const result = await runCli([...args, '--index', index]);
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
    expect(await failing(['index', '--letters', await temporaryFolder()], 1)).toContain('no letters');
  });

  test('a folder in which nothing is text', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'foto.txt'), PICTURE);
    expect(await failing(['index', '--letters', folder], 1)).toContain('foto.txt');
  });

  test('a sidecar that is not valid, of the only letter', async () => {
    const folder = await shortLetters();
    await writeFile(path.join(folder, 'munitie.meta.json'), '{"nummer": 3}');
    expect(await failing(['index', '--letters', folder], 1)).toContain('munitie.meta.json is not a valid sidecar');
  });

  test('an unknown model', async () => {
    expect(await failing(['index', '--letters', SEEDS, '--model', 'geen-model'], 1)).toContain('geen-model');
  });

  test('an empty question, or one that is a text', async () => {
    expect(await failing(['ask', '--letters', SEEDS, '  '], 2)).toContain('no question');
    expect(await failing(['ask', '--letters', SEEDS, 'woord '.repeat(3_000)], 2)).toContain('at most 10000');
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

  test('a chart that can not be written', async () => {
    const file = path.join(await temporaryFolder(), 'nowhere', 'chart.svg');
    const args = ['timeline', 'cyber', '--letters', SEEDS, '--index', inject('indexDir'), '--chart', file];
    expect(await runCli(args)).toEqual({
      code: 1,
      stdout: '',
      stderr: `${file} can't be written: its folder does not exist.\n`,
    });
  });
});

test('Letters that can not be read are named at the end; the others are indexed, and exit code 1 tells', async () => {
  const folder = await shortLetters();
  await writeFile(path.join(folder, 'leeg.txt'), '\n\n');
  const index = ['index', '--letters', folder, '--index', await temporaryFolder()];
  const empty = await runCli(index);
  expect(empty.code).toBe(0);
  expect(empty.stderr).toContain('Skipped leeg.txt: it is empty.');
  expect(empty.stdout).toContain('1 file skipped');
  await writeFile(path.join(folder, 'foto.txt'), PICTURE);
  await writeFile(path.join(folder, 'tanks.txt'), 'De minister bestelt tanks.');
  await writeFile(path.join(folder, 'tanks.meta.json'), '{"nummer": 3}');
  for (const run of ['that changes something', 'without a change']) {
    const { code, stderr, stdout } = await runCli(index);
    expect(stderr.trim().split('\n').slice(-3), run).toEqual([
      'foto.txt is not a text file: it holds binary data; save it as UTF-8 text or take it out of the folder.',
      expect.stringContaining('tanks.meta.json is not a valid sidecar'),
      '2 letters are left out of the index; mend what is said above and run it again.',
    ]);
    expect(stdout).toContain(': 1 letter, ');
    expect(code).toBe(1);
  }
});
