import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildIndex } from '../../src/indexing/build.ts';
import { loadIndex } from '../../src/indexing/load.ts';
import { temporaryFolder } from '../support/folders.ts';
import { spawnCli } from '../support/run-cli.ts';
import { wordEncoder } from '../support/word-encoder.ts';

/** How many letters are taken in, with how much heap in MB; and how many indexed. */
const MANY = 5000;
const INDEXED = 300;
const HEAP = 256;

let from = '';
let to = '';

/** A thousand words of its own a letter. */
function letterOf(number: number): string {
  const word = (i: number): string => `w${(Math.imul(number * 1024 + i + 1, 2_654_435_761) >>> 8) % 99991}`;
  const paragraphs = Array.from({ length: 10 }, (_, p) => {
    const sentences = Array.from({ length: 5 }, (_, s) =>
      Array.from({ length: 20 }, (_, w) => word(p * 100 + s * 20 + w)).join(' '),
    );
    return `Kop ${p}\n\n${sentences.map((sentence) => `De ${sentence}.`).join(' ')}`;
  });
  return `Den Haag, 3 maart 2025\n\n${paragraphs.join('\n\n')}\n`;
}

beforeAll(async () => {
  from = await temporaryFolder();
  to = path.join(await temporaryFolder(), 'letters');
  for (let i = 0; i < MANY; i++) await writeFile(path.join(from, `brief-${i}.txt`), letterOf(i));
  await writeFile(path.join(from, 'kapot.pdf'), 'geen PDF');
  await writeFile(path.join(from, 'leeg.txt'), '');
  for (let i = 0; i < 30; i++) await writeFile(path.join(from, `foto-${i}.jpg`), 'x');
});

const add = () => spawnCli(['add', from, '--letters', to], { env: { NODE_OPTIONS: `--max-old-space-size=${HEAP}` } });

test(`add takes ${MANY} letters in within ${HEAP} MB, goes on where it stopped, and names what it could not read last`, async () => {
  // Whoever was interrupted has some of them.
  await mkdir(to);
  await spawnCli(['add', ...Array.from({ length: 10 }, (_, i) => path.join(from, `brief-${i}.txt`)), '--letters', to]);
  const first = await add();
  expect(first.code).toBe(1);
  expect(first.stderr).toContain(`${MANY - 10} added, 10 known, 2 failed.`);
  expect(first.stderr).toMatch(/\d+ of 5032 files, \d+(\.\d)? a second, \d+ s left/);
  const [summary, ...before] = first.stderr.trim().split('\n').reverse();
  expect(summary).toContain('added');
  expect(before.slice(0, 2).sort()).toEqual([
    expect.stringContaining('kapot.pdf is not a PDF'),
    expect.stringContaining('leeg.txt is empty'),
  ]);
  expect(first.stderr).toContain('Passed over 20 more files of such kinds.');
  expect((await readdir(to)).filter((name) => name.endsWith('.txt'))).toHaveLength(MANY);
  const again = await add();
  expect(again.stderr).toContain(`0 added, ${MANY} known, 2 failed.`);
});

test('a letter among hundreds that can not be read is named, and the rest is indexed', async () => {
  const lettersDir = await temporaryFolder();
  for (let i = 1; i < INDEXED; i++) await writeFile(path.join(lettersDir, `brief-${i}.txt`), letterOf(i));
  await writeFile(path.join(lettersDir, 'brief-0.txt'), Buffer.from([0xff, 0xfe, 0x00]));
  const encoder = wordEncoder();
  const indexDir = await temporaryFolder();
  const report = await buildIndex({ lettersDir, indexDir, encoder });
  expect([report.letters, report.leftOut.map(({ file }) => file)]).toEqual([INDEXED - 1, ['brief-0.txt']]);
  const { corpus } = await loadIndex(indexDir, encoder);
  expect(corpus.letters).toHaveLength(INDEXED - 1);
});
