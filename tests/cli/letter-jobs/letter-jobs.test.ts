import { getEventListeners } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isUpToDate } from '../../../src/cli/letter-jobs/change-folder.ts';
import { JobEndedProblem } from '../../../src/cli/letter-jobs/job.ts';
import { createLetterJobs } from '../../../src/cli/letter-jobs/letter-jobs.ts';
import { isUnfinished, whole } from '../../../src/cli/letter-jobs/unfinished.ts';
import { ChangeProblem, type IntakeProgress } from '../../../src/discord/intake/port.ts';
import { folderStore } from '../../../src/indexing/index-store.ts';
import { inputChecksum } from '../../../src/indexing/input-checksum.ts';
import { readManifest } from '../../../src/indexing/manifest.ts';
import { PutAsideProblem } from '../../../src/intake/problems.ts';
import { readLetters } from '../../../src/letters/read.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { damageFile } from '../../support/flipped-bits.ts';
import { shortLetters, temporaryFolder } from '../../support/folders.ts';
import { wordEncoder } from '../../support/word-encoder.ts';

const FILE = { name: 'brief.pdf', bytes: Buffer.from('x') };
const LETTER = { id: 'abcdefghijkl', file: 'brief.txt' };
const DONE = `process.send({ type: 'done', result: null }); process.disconnect();`;

/** Jobs whose process does what a script says with the task it is sent. */
async function jobsThat(script: string, silence = 600_000) {
  const folder = await temporaryFolder();
  const entry = path.join(folder, 'child.mjs');
  await writeFile(entry, `process.once('message', (task) => { ${script} });`);
  return createLetterJobs({ lettersDir: folder, indexDir: folder, model: undefined }, { entry, silence });
}

test('a large letter comes whole out of the process that reads it', async () => {
  const folder = await temporaryFolder();
  const entry = path.join(packageRoot(), 'dist/src/cli/letter-jobs/child.js');
  const jobs = createLetterJobs({ lettersDir: folder, indexDir: folder, model: undefined }, { entry });
  const text = `Den Haag, 3 maart 2023\n\n${'De minister verdiept de haven van Delfzijl.\n\n'.repeat(9_000)}`;
  const { letters, unread } = await jobs.read({ name: 'brief.txt', bytes: Buffer.from(text) });
  expect([letters.length, unread.length]).toEqual([1, 0]);
});

test('a file that takes too long is a file that costs too much; its process is ended', async () => {
  const jobs = await jobsThat('for (;;);', 300);
  expect(await jobs.read(FILE)).toEqual({ letters: [], unread: [{ name: 'brief.pdf', reason: 'costly' }] });
});

test('a file that makes its process end costs too much as well', async () => {
  const jobs = await jobsThat('process.exit(3);');
  expect((await jobs.read(FILE)).unread).toEqual([{ name: 'brief.pdf', reason: 'costly' }]);
});

test('a change that crashes, and one that a person can mend', async () => {
  await expect((await jobsThat('process.exit(3);')).remove(LETTER)).rejects.toThrow(JobEndedProblem);
  const refusing = await jobsThat(
    `process.send({ type: 'problem', message: 'The disk is full.', reason: 'not_written' }); process.disconnect();`,
  );
  await expect(refusing.remove(LETTER)).rejects.toThrow(new ChangeProblem('The disk is full.', 'not_written'));
  await expect(refusing.remove(LETTER)).rejects.toMatchObject({ reason: 'not_written' });
});

test('a job that can not be started ends, and leaves nothing running', async () => {
  const jobs = await jobsThat(DONE);
  const { signal } = new AbortController();
  const node = process.execPath;
  process.execPath = path.join(await temporaryFolder(), 'no-node');
  const timers = () => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
  const before = timers();
  try {
    await expect(jobs.remove(LETTER, { signal })).rejects.toThrow(JobEndedProblem);
  } finally {
    process.execPath = node;
  }
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  expect(timers()).toBeLessThanOrEqual(before);
});

test('one change at a time: a second waits, and is told', async () => {
  const jobs = await jobsThat(
    `process.send({ type: 'progress', progress: { phase: 'writing' } }); setTimeout(() => { ${DONE} }, 50);`,
  );
  const told: string[] = [];
  const tell = (who: string) => (progress: IntakeProgress) => void told.push(`${who} ${progress.phase}`);
  const first = jobs.remove(LETTER, { onProgress: tell('first') }).then(() => told.push('first is done'));
  const second = jobs.remove(LETTER, { onProgress: tell('second') }).then(() => told.push('second is done'));
  await Promise.all([first, second]);
  expect(told).toEqual(['second waiting', 'first writing', 'first is done', 'second writing', 'second is done']);
});

test('a job that nobody waits for ends, and the next one goes on', async () => {
  const jobs = await jobsThat(
    `if (task.letter.id === 'hangs') setInterval(() => process.send({ type: 'alive' }), 50); else { ${DONE} }`,
  );
  const leaving = new AbortController();
  const hanging = jobs.remove({ ...LETTER, id: 'hangs' }, { signal: leaving.signal });
  const next = jobs.remove(LETTER);
  leaving.abort(new Error('nobody waits'));
  await expect(hanging).rejects.toThrow('nobody waits');
  await expect(next).resolves.toBeUndefined();
});

/** Folders with letters, and jobs over them in the built process. */
async function builtJobs() {
  const [lettersDir, indexDir] = [await temporaryFolder(), await temporaryFolder()];
  const entry = path.join(packageRoot(), 'dist/src/cli/letter-jobs/child.js');
  for (const name of ['kade', 'sluis'])
    await writeFile(path.join(lettersDir, `${name}.txt`), `Den Haag, 3 maart 2025\n\nDe ${name} is in 2030 klaar.\n`);
  return { lettersDir, indexDir, jobs: createLetterJobs({ lettersDir, indexDir, model: undefined }, { entry }) };
}

test('what can not be put aside says why, and leaves nothing to finish', async () => {
  const { jobs, indexDir } = await builtJobs();
  await expect(jobs.remove({ id: 'abcdefghijkl', file: 'weg.txt' })).rejects.toMatchObject({ reason: 'gone' });
  await expect(jobs.remove({ id: 'abcdefghijkl', file: 'kade.txt' })).rejects.toMatchObject({ reason: 'changed' });
  expect(await jobs.finish()).toBe(false);
  expect(await readManifest(indexDir).catch(() => null)).toBeNull();
});

test('a change whose job was killed before the index was built is finished, once', async () => {
  const { jobs, lettersDir, indexDir } = await builtJobs();
  const file = { name: 'brug.txt', bytes: Buffer.from('Den Haag, 4 april 2025\n\nDe brug is in 2031 klaar.\n') };
  const { letters } = await jobs.read(file);
  const dying = new AbortController();
  // Written, and about to be indexed: so far a process gets that is killed then.
  const onProgress = async ({ phase }: IntakeProgress) => {
    if (phase === 'indexing') dying.abort(new Error('killed'));
  };
  await expect(jobs.add(letters, { onProgress, signal: dying.signal })).rejects.toThrow('killed');
  expect((await readLetters(lettersDir)).letters).toHaveLength(3);
  expect(await jobs.finish()).toBe(true);
  expect((await readManifest(indexDir))?.input).toBe(await inputChecksum(lettersDir));
  expect(await jobs.finish()).toBe(false);
});

test('what an earlier change left is finished, also where there is nothing to change any more', async () => {
  const folder = await temporaryFolder();
  let indexed = 0;
  const index = async () => void indexed++;
  const isGone = () => Promise.reject(new PutAsideProblem('gone', 'weg.txt is not there any more.'));

  await expect(whole(folder, isGone, index)).rejects.toThrow(PutAsideProblem);
  expect([indexed, await isUnfinished(folder)]).toEqual([0, false]);

  const fails = () => Promise.reject(new Error('no memory'));
  await expect(whole(folder, async () => null, fails)).rejects.toThrow('no memory');
  await expect(whole(folder, isGone, fails)).rejects.toThrow('no memory');
  expect(await isUnfinished(folder)).toBe(true);
  await expect(whole(folder, isGone, index)).rejects.toThrow(PutAsideProblem);
  expect([indexed, await isUnfinished(folder)]).toEqual([1, false]);
});

test('an index is up to date while it holds the letters as they are, and is whole', async () => {
  const [lettersDir, indexDir] = [await shortLetters(), await temporaryFolder()];
  const isCurrent = () => isUpToDate({ lettersDir, indexDir, model: undefined });
  const build = () => folderStore(indexDir).build({ lettersDir, encoder: wordEncoder() });
  expect(await isCurrent()).toBe(false);
  await build();
  expect(await isCurrent()).toBe(true);
  const { files } = (await readManifest(indexDir))!;
  await damageFile(path.join(indexDir, files.lexical.name), 40);
  expect(await isCurrent()).toBe(false);
  await build();
  expect(await isCurrent()).toBe(true);
});
