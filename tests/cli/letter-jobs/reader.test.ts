import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createReader, type Reader, type ReaderOptions } from '../../../src/cli/letter-jobs/reader.ts';
import { takeIn } from '../../../src/intake/take-in.ts';
import { contents, temporaryFolder } from '../../support/folders.ts';

let reader: Reader | null = null;
afterEach(() => reader?.close());

const PAGE = '<!DOCTYPE html><html><body><p>Den Haag, 3 maart 2025</p><p>De kade is hoog.</p></body></html>';

const file = (name: string, text = PAGE) => ({
  name,
  bytes: Buffer.from(text),
});

/** A reader whose process does what a script says with each file. */
async function readerThat(script: string, options: ReaderOptions = {}): Promise<Reader> {
  const entry = path.join(await temporaryFolder(), 'child.mjs');
  const reply = `const read = (text) => process.send({ type: 'read', problems: [], letters: [{ name: file.name, format: 'text', text, facts: {}, pages: null, remarks: [] }] });`;
  await writeFile(entry, `let count = 0; process.on('message', ({ file, ocr }) => { count++; ${reply} ${script} });`);
  return createReader({ entry, patience: 2_000, ...options });
}

test('the built process reads what it can, and says why where it can not', async () => {
  reader = createReader();
  const { letters } = await reader.convert(file('kade.html'));
  expect(letters).toMatchObject([{ name: 'kade.html', text: expect.stringContaining('De kade is hoog.') }]);
  const { problems } = await reader.convert(file('kapot.pdf', '%PDF-1.7 kapot'));
  expect(problems).toMatchObject([{ file: 'kapot.pdf', reason: 'broken' }]);
  expect(problems[0]?.message).toMatch(/^kapot\.pdf [^ ]/);
});

test('a file that spins and one that makes the process end are one sentence each; the rest is taken in', async () => {
  const lettersDir = await temporaryFolder();
  reader = await readerThat(
    `if (file.name === 'spin.html') for (;;); if (file.name === 'balloon.html') process.exit(9); read('Den Haag, 3 maart 2025\\n\\nEen brief over ' + file.name);`,
  );
  const names = ['a.html', 'spin.html', 'b.html', 'balloon.html', 'c.html'];
  async function* found() {
    for (const name of names) yield { kind: 'file', file: file(name), folder: '' } as const;
  }
  const told: string[] = [];
  for await (const outcome of takeIn(found(), { lettersDir, replace: false, dryRun: false, convert: reader.convert })) {
    told.push(outcome.status === 'failed' ? outcome.problem.message : outcome.status);
  }
  const costly = 'takes more time or memory than any letter should; add another copy of it.';
  expect(told).toEqual(['added', `spin.html ${costly}`, 'added', `balloon.html ${costly}`, 'added']);
  expect(Object.keys(await contents(lettersDir)).filter((name) => name.endsWith('.txt'))).toEqual([
    'a.txt',
    'b.txt',
    'c.txt',
  ]);
});

test('a process that ends of what the files before left in it reads the file once more, alone', async () => {
  reader = await readerThat(`if (count > 1) process.exit(9); read('Tekst.');`);
  expect((await reader.convert(file('a.html'))).letters).toHaveLength(1);
  expect((await reader.convert(file('b.html'))).letters).toHaveLength(1);
});

test('text recognition may take longer than a file does, as long as it gives signs of life', async () => {
  reader = await readerThat(
    `if (!ocr) return; let signs = 0; const timer = setInterval(() => { process.send({ type: 'alive' }); if (++signs === 60) { clearInterval(timer); read('Tekst.'); } }, 100);`,
    { ocr: true, patience: 5_000 },
  );
  const slow = createReader({ patience: 1 });
  expect((await slow.convert(file('a.html'))).problems).toMatchObject([{ reason: 'costly' }]);
  slow.close();
  expect((await reader.convert(file('scan.html'))).letters).toHaveLength(1);
});
