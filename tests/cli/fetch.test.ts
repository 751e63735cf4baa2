import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { letterPaper } from '../intake/services/papers.ts';
import { contents, temporaryFolder } from '../support/folders.ts';
import { runCli } from '../support/run-cli.ts';
import { type Services, startServices } from '../support/services.ts';

let services: Services;
let letters: string;

beforeAll(async () => {
  services = await startServices();
});
beforeEach(async () => {
  letters = await temporaryFolder();
  services.papers = [letterPaper(0), letterPaper(1), { ...letterPaper(2), kind: 'Motie' }];
});
afterAll(() => services.stop());

const fetch = (...args: readonly string[]) =>
  runCli(['fetch', '--letters', letters, ...args], {
    env: { SRU_URL: services.addresses.sru, ODATA_URL: services.addresses.odata, FETCH_RATE: '100' },
  });

test('fetch: a table of what was taken in, what was passed over, progress, exit code 1 where something failed', async () => {
  services.papers = [...services.papers, letterPaper(3, { sru: {} })];
  const { code, stdout, stderr } = await fetch('--dossier', '36045');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^status +pages +words .*\nadded .*2025-04-04 +36 045, nr\. 2 +kst-36045-2\.txt\n/);
  expect(stderr).toContain("No ministers' letters, passed over: 1 Motie.");
  expect(stderr).toMatch(/kst-36045-4 comes in no form that is read/);
  expect(stderr).toMatch(/3 of 3 letters, [\d.]+ a second/);
  expect(stderr).toContain(`${letters}: 2 added, 1 failed.`);
  services.papers = services.papers.slice(0, 3);
  const again = await fetch('--dossier', '36 045');
  expect([again.code, again.stdout]).toEqual([0, '']);
  expect(again.stderr).toContain(`${letters}: 0 added, 2 unchanged.`);
});

test('fetch --dry-run: what would be fetched; nothing is, and nothing is written', async () => {
  services.asked.length = 0;
  const { code, stdout } = await fetch('--dossier', '36045', '--dry-run');
  expect(code).toBe(0);
  expect(stdout).toBe(
    [
      'date        form  before  paper        kind',
      '2025-04-04  xml   –       kst-36045-2  Brief',
      '  Stand van de sluizen',
      '2025-03-03  xml   –       kst-36045-1  Brief',
      '  Stand van de kaden',
      '',
    ].join('\n'),
  );
  expect(services.asked.filter((one) => one.includes('/frbr/'))).toEqual([]);
  expect(await contents(letters)).toEqual({});
});

test('fetch --json: one document', async () => {
  const { stdout } = await fetch('--dossier', '36045', '--since', '2025-04-01', '--json');
  expect(JSON.parse(stdout)).toEqual({
    letters: [expect.objectContaining({ status: 'added', file: 'kst-36045-2.txt', number: '2' })],
    skipped: { Motie: 1 },
    unchanged: 0,
    newer: 0,
    failed: [],
  });
});

test('fetch: wrong use, an empty dossier, a service that can not be reached', async () => {
  expect(await fetch()).toMatchObject({ code: 2 });
  const wrong = await fetch('--dossier', '28676, x"=="');
  expect([wrong.code, wrong.stderr.trim()]).toEqual([
    2,
    '"x"=="" is no dossier; write it as 28676, 21501-28 or 36600-X.',
  ]);
  expect((await fetch('--dossier', '28676', '--since', 'gisteren')).code).toBe(2);
  const empty = await fetch('--dossier', '99999');
  expect([empty.code, empty.stderr]).toEqual([1, expect.stringContaining('The services have no papers of 99 999.')]);
  services.fail('/sru', { status: 403 });
  const refused = await fetch('--dossier', '36045');
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('answers with HTTP status 403')]);
  expect(refused.stderr).not.toMatch(/^\s+at /m);
});

test('fetch NUMBER: one paper, asked for by its number alone; one that was taken out comes back', async () => {
  services.asked.length = 0;
  const one = await fetch('36045-1');
  expect([one.code, Object.keys(await contents(letters)).sort()]).toEqual([
    0,
    ['fetched.json', 'kst-36045-1.meta.json', 'kst-36045-1.txt'],
  ]);
  expect(services.asked.some((asked) => asked.includes('w.ondernummer=="1"'))).toBe(true);
  const again = await fetch('36 045, nr. 1');
  expect(again.stderr).toContain('0 added, 1 unchanged');
  await rm(path.join(letters, 'kst-36045-1.txt'));
  expect((await fetch('https://zoek.officielebekendmakingen.nl/kst-36045-1.html')).stderr).toContain('1 added');
});

test('fetch NUMBER: what is no number, no letter, or not there', async () => {
  const wrong = await fetch('28676');
  expect([wrong.code, wrong.stderr.trim()]).toEqual([
    2,
    '"28676" is no Kamerstuk number; write it as 28676-270 or "28 676, nr. 270".',
  ]);
  expect((await fetch('36045-1', '--dossier', '36045')).code).toBe(2);
  const mixed = await fetch('36045-3', '36045-99', '36045-2');
  expect(mixed.code).toBe(1);
  expect(mixed.stderr).toContain('Kamerstuk 36 045, nr. 3 is no letter of a minister; parliament calls it Motie.');
  expect(mixed.stderr).toContain('The services have no Kamerstuk 36 045, nr. 99; look whether it is the right number.');
  expect(mixed.stdout).toContain('kst-36045-2.txt');
});
