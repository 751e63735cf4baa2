import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { JobEndedProblem } from '../../../src/cli/letter-jobs/job.ts';
import { createLetterJobs } from '../../../src/cli/letter-jobs/letter-jobs.ts';
import type { IntakeProgress } from '../../../src/discord/intake/port.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { Problem } from '../../../src/problem.ts';
import { temporaryFolder } from '../../support/folders.ts';

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
    `process.send({ type: 'problem', message: 'The disk is full.' }); process.disconnect();`,
  );
  await expect(refusing.remove(LETTER)).rejects.toThrow(new Problem('The disk is full.'));
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
