import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { contents, temporaryFolder } from '../support/folders.ts';
import { runCli } from '../support/run-cli.ts';

const LETTER =
  '36 045 Havens\n\nNr. 1 BRIEF VAN DE MINISTER VAN HAVENZAKEN\n\nDen Haag, 3 maart 2025\n\nDe haven is lang.\n';

test('add: a table of what was read, one sentence for what was not, exit code 1', async () => {
  const [from, to] = [await temporaryFolder(), await temporaryFolder()];
  await writeFile(path.join(from, 'kst.txt'), LETTER);
  await writeFile(path.join(from, 'nep\u001b[2J.pdf'), 'geen pdf');
  const { code, stdout, stderr } = await runCli(['add', from, '--letters', to]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^status +pages +words .*\nadded +– +\d+ .*2025-03-03 +36 045, nr\. 1 +kst\.txt\n/);
  expect(stderr).toMatch(/nep\\u001b\[2J\.pdf is not a PDF, whatever its name says/);
  expect(stderr).toContain(`${to}: 1 added, 1 failed.`);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(Object.keys(await contents(to))).toEqual(['kst.meta.json', 'kst.txt']);
});

test('add -: standard input, as JSON; a letter that is known is no failure', async () => {
  const to = await temporaryFolder();
  const first = await runCli(['add', '-', '--json', '--letters', to], { input: LETTER });
  expect([first.code, JSON.parse(first.stdout)]).toEqual([
    0,
    [
      expect.objectContaining({
        status: 'added',
        file: 'kst-36045-1.txt',
        format: 'text',
        dossiers: ['36 045'],
        number: '1',
        knownBy: null,
      }),
    ],
  ]);
  const again = await runCli(['add', '-', '--json', '--letters', to], { input: LETTER });
  expect([again.code, JSON.parse(again.stdout)[0].status]).toEqual([0, 'known']);
});

test('add: a text of a word or two is taken in with a warning', async () => {
  const { code, stdout } = await runCli(['add', '-', '--letters', await temporaryFolder()], { input: 'hallo\n' });
  expect(code).toBe(0);
  expect(stdout).toContain('It has only 1 word: is it a letter?');
});

test('add: a folder without letters, and nothing at all', async () => {
  const empty = await temporaryFolder();
  const { code, stderr } = await runCli(['add', empty, '--letters', await temporaryFolder()]);
  expect([code, stderr.trim()]).toEqual([1, `There is no letter in ${empty}.`]);
  expect((await runCli(['add'])).code).toBe(2);
});
