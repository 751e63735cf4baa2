import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { copyOfSeeds, SHORT_LETTER, shortLetters, temporaryFolder } from '../../support/folders.ts';
import { runCli } from '../../support/run-cli.ts';

const ask = (letters: string, index: string, question = 'Waarover spraken de ministers? Munitie?') =>
  runCli(['ask', '--letters', letters, '--index', index, question]);

/** An index of one short letter, and its folder. */
async function indexed(): Promise<{ readonly letters: string; readonly index: string }> {
  const [letters, index] = [await shortLetters(), await temporaryFolder()];
  const { code, stderr, stdout } = await ask(letters, index);
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^Building the index first: there is none\.$/m)]);
  expect(stdout).toContain('aanschaf van munitie');
  expect(await readdir(index)).toContain('manifest.json');
  return { letters, index };
}

describe('An index that is behind', () => {
  test('is brought up to date first', async () => {
    const { letters, index } = await indexed();
    await writeFile(path.join(letters, 'tanks.txt'), SHORT_LETTER.replaceAll('unitie', 'tanks'));
    expect((await ask(letters, index)).stderr).toContain('have changed since it was built');
    expect((await ask(letters, index)).stderr).toBe('');
  });

  test('serves where the letters can not be read as they are now, or the index can not be written', async () => {
    const { letters, index } = await indexed();
    await writeFile(path.join(letters, 'munitie.meta.json'), '{');
    const broken = await ask(letters, index);
    expect(broken.stderr).toContain('munitie.meta.json is not a valid sidecar');
    expect(broken.stderr).toContain('Going on with the index as it was.');
    expect([broken.code, broken.stdout]).toEqual([0, expect.stringContaining('aanschaf van munitie')]);

    await writeFile(path.join(letters, 'munitie.meta.json'), '{"number": "12"}');
    await mkdir(path.join(index, 'building.lock'));
    const blocked = await ask(letters, index);
    expect(blocked.stderr).toContain(`The index can't be written to ${index}`);
    expect(blocked.stderr).toContain('Going on with the index as it was.');
    expect([blocked.code, blocked.stdout]).toEqual([0, expect.stringContaining('aanschaf van munitie')]);
  });
});

test('An index of other letters is never asked in their place', async () => {
  const [letters, index] = [await copyOfSeeds(), await temporaryFolder()];
  await cp(inject('indexDir'), index, { recursive: true });
  await writeFile(path.join(letters, 'munitie.txt'), SHORT_LETTER);
  await mkdir(path.join(index, 'building.lock'));
  const { code, stdout, stderr } = await ask(letters, index, 'NATO Space Centre');
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain(`not of ${letters}`);
  expect(stderr).toContain(`The index can't be written to ${index}`);
});
