import { readFile } from 'node:fs/promises';
import path from 'node:path';
import mammoth from 'mammoth';
import { expect, inject, test } from 'vitest';
import { commitmentsSchema } from '../../src/answers/commitments/schema.ts';
import { assertExport } from '../../src/cli/options/export-options.ts';
import { SEEDS, temporaryFolder } from '../support/folders.ts';
import { runCli } from '../support/run-cli.ts';

const run = (...args: string[]) =>
  runCli([...args, '--letters', SEEDS, '--index', inject('indexDir')], {
    env: { PUBLIC_URL: 'https://brieven.example', LANG: 'nl_NL.UTF-8' },
  });

test('Commitments become a table with a row each', async () => {
  const { code, stdout } = await run('commitments', '--format', 'csv');
  const all = commitmentsSchema.parse(JSON.parse((await run('commitments', '--format', 'json')).stdout));
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\uFEFFcitaat,toegezegd op,wie/);
  expect(stdout.match(/https:\/\/brieven\.example\/letters\/[a-z2-7]{12}\/#/g)).toHaveLength(all.length);
});

test('A summary and a timeline become Markdown', async () => {
  const { stdout } = await run('summary', 'okt', '2021', '--format', 'md');
  expect(stdout).toMatch(/^# Samenvatting in citaten: NAVO-ministers van Defensie, 21 en 22 oktober 2021\n\n/);
  expect(stdout).toContain('\n> ');
  expect((await run('timeline', 'Afghanistan', '--format', 'md')).stdout).toMatch(/^# Afghanistan\n\n\*\*\d/);
});

test('An answer becomes a Word file with the name that was given', async () => {
  const file = path.join(await temporaryFolder(), 'memo.docx');
  const { code, stdout } = await run('ask', 'Tot wanneer loopt operatie Allied Solace?', '-o', file);
  expect([code, stdout]).toEqual([0, '']);
  const { value } = await mammoth.extractRawText({ buffer: await readFile(file) });
  expect(value).toContain('is verlengd tot 28 februari 2022');
});

test('What can’t be is told in a sentence', async () => {
  expect(() => assertExport({ format: 'docx' }, { shows: true })).toThrow('A Word file is not for a terminal');
  expect(() => assertExport({ format: 'docx', out: 'x.docx' }, { shows: true })).not.toThrow();
  expect(await run('commitments', '--json', '--format', 'md')).toMatchObject({ code: 2, stdout: '' });
  expect(await run('commitments', '--format', 'pdf')).toMatchObject({ code: 2, stdout: '' });
  const nowhere = await run('commitments', '-o', '/nergens/lijst.csv');
  expect(nowhere).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('/nergens/lijst.csv can’t be written'.replace('’', "'")),
  });
});
