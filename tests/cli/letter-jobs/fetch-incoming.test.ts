import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fetchIncoming } from '../../../src/cli/letter-jobs/fetch-incoming.ts';
import { createLetterJobs } from '../../../src/cli/letter-jobs/letter-jobs.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { letterPaper, openDataPaper } from '../../intake/services/papers.ts';
import { contents, temporaryFolder } from '../../support/folders.ts';
import { type Services, startServices } from '../../support/services.ts';

let services: Services;
let lettersDir: string;

beforeAll(async () => {
  services = await startServices();
});
beforeEach(async () => {
  lettersDir = await temporaryFolder();
  services.asked.length = 0;
  services.papers = [letterPaper(0), { ...letterPaper(1), kind: 'Motie' }, letterPaper(2, { sru: {} })];
});
afterAll(() => services.stop());

const task = (number: string) => ({
  lettersDir,
  paper: { dossier: '36 045', number },
  services: services.addresses,
  rate: 1000,
});

test('a paper is read in a process of its own, with what the services know of it; nothing is written', async () => {
  const jobs = createLetterJobs(
    { lettersDir, indexDir: lettersDir, model: undefined },
    { entry: path.join(packageRoot(), 'dist/src/cli/letter-jobs/child.js') },
  );
  const read = await jobs.fetch(task('1'));
  if ('why' in read) throw new Error(read.why);
  const [letter] = read.letters;
  expect(letter?.entry).toMatchObject({ dossiers: ['36 045'], number: '1', letterDate: '2025-03-03' });
  expect(letter?.entry.subject).toBe('Stand van de kaden');
  expect(letter?.paper).toMatchObject({ name: 'kst-36045-1', etag: '"2025-03-03"' });
  expect(Object.keys(await contents(lettersDir))).toEqual([]);
});

test('a paper that only the second service has, while the first is away', async () => {
  services.papers = [openDataPaper(0, '<!DOCTYPE html><p>Den Haag, 3 maart 2025</p><p>De kaden zijn klaar.</p>')];
  services.fail('/sru', { status: 500 }, { status: 500 });
  expect(await fetchIncoming(task('1'))).toMatchObject({ letters: [{ paper: { name: 'kst-36045-1' } }], unread: [] });
});

test.each([
  ['9', 'unknown', null],
  ['2', 'no_letter', 'Motie'],
  ['3', 'not_had', 'Brief'],
])('nr. %s: %s', async (number, why, kind) => {
  expect(await fetchIncoming(task(number))).toMatchObject({ why, kind });
});

test('services that do not answer are silent, and are not tried for long', async () => {
  services.fail('/', ...Array.from({ length: 4 }, () => ({ status: 503, headers: { 'retry-after': '1' } })));
  const answer = await fetchIncoming(task('1'));
  expect(answer).toMatchObject({ why: 'silent', detail: expect.stringContaining('HTTP status 503') });
  expect(services.asked).toHaveLength(4);
});

test('a file that can not be read is told by the name of its paper', async () => {
  services.papers = [letterPaper(0, { sru: { pdf: '%PDF-1.7 broken' } })];
  expect(await fetchIncoming(task('1'))).toEqual({ letters: [], unread: [{ name: 'kst-36045-1', reason: 'broken' }] });
});
