import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { checkSchema } from '../../src/answers/check/schema.ts';
import { SEEDS, temporaryFolder } from '../support/folders.ts';
import { runCli } from '../support/run-cli.ts';

const run = (args: readonly string[], input = '') =>
  runCli(['check', ...args, '--letters', SEEDS, '--index', inject('indexDir'), '--language', 'nl'], { input });

const RIGHT = 'De minister schrijft dat de operatie „is verlengd tot 28 februari 2022”.';
const WRONG = 'De minister schrijft: "de operatie ten behoeve van de tijdelijke opvang in Albanië, Allied Solace".';

test('A draft whose quotations are verbatim passes, with their citations', async () => {
  const { code, stdout } = await run(['-'], RIGHT);
  expect(code).toBe(0);
  expect(stdout).toContain('woord voor woord (citaat)\nis verlengd tot 28 februari 2022');
  expect(stdout).toContain('Verslag NAVO-ministers van Defensie, 21 en 22 oktober 2021');
  expect(stdout).toContain('1 citaat: 1 woord voor woord, 0 bijna, 0 niet gevonden.');
});

test('A draft with a quotation that differs fails, and shows what differs', async () => {
  const { code, stdout } = await run(['-'], WRONG);
  expect(code).toBe(1);
  expect(stdout).toContain('[-Albanië-] {+Kosovo+}');
});

test('A Markdown draft keeps its block quotes, and JSON is the whole result', async () => {
  const file = path.join(await temporaryFolder(), 'memo.md');
  await writeFile(file, `# Memo\n\n> is verlengd tot\n> 28 februari 2022\n\nEigen zin van zes woorden hier.\n`);
  const { code, stdout } = await run([file, '--json']);
  expect(code).toBe(0);
  expect(checkSchema.parse(JSON.parse(stdout))).toMatchObject({
    claims: [{ kind: 'quotation', verdict: 'verbatim', quote: { section: 'Afghanistan' } }],
    ownSentences: 1,
  });
});

test('What can’t be read is told in a sentence', async () => {
  expect(await run(['/nergens/memo.docx'])).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('/nergens/memo.docx is not there.'),
  });
  expect(await run(['-'], ' \n ')).toMatchObject({ code: 1, stdout: '' });
  const long = await run(['-'], 'woord '.repeat(120_000));
  expect([long.code, long.stdout]).toEqual([1, '']);
  expect(long.stderr).toContain('ik kijk er hooguit 600000 na');
});
