import { spawn } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { loadEncoder } from '../../src/encoder/transformers.ts';
import { loadIndex } from '../../src/indexing/load.ts';
import { CLI, contents, copyOfSeeds, temporaryFolder } from '../support/folders.ts';
import { spawnCli } from '../support/run-cli.ts';

const KILLS = 25;

test(`An index survives ${KILLS} kills of its builder at any moment`, async () => {
  const encoder = await loadEncoder();
  const lettersDir = await copyOfSeeds();
  const indexDir = await temporaryFolder();
  const args = ['index', '--letters', lettersDir, '--index', indexDir];
  const begun = performance.now();
  await spawnCli(args);
  const whole = performance.now() - begun;
  const versions = new Set<string>();

  for (let kill = 0; kill < KILLS; kill++) {
    await writeFile(path.join(lettersDir, 'nieuw.txt'), `Den Haag, 3 maart 2023\n\nBrief ${kill} over munitie.\n`);
    const builder = spawn(process.execPath, [CLI, ...args], { stdio: 'ignore' });
    await sleep((whole * (kill + 1)) / KILLS);
    builder.kill('SIGKILL');
    const { manifest, corpus } = await loadIndex(indexDir, encoder);
    versions.add(manifest.version);
    expect(corpus.letters.length).toBeGreaterThanOrEqual(5);
  }

  expect((await spawnCli(args)).code).toBe(0);
  const fresh = await temporaryFolder();
  await spawnCli(['index', '--letters', lettersDir, '--index', fresh]);
  const [updated, expected] = [await contents(indexDir), await contents(fresh)];
  for (const name of Object.keys(expected).filter((file) => file !== 'manifest.json')) {
    expect(updated[name], name).toBe(expected[name]);
  }
  expect((await readdir(indexDir)).filter((name) => /tmp|lock/.test(name))).toEqual([]);
  await encoder.close();
});
