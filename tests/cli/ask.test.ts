import { cp, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { answerSchema } from '../../src/answers/schema.ts';
import { copyOfSeeds, SEEDS, temporaryFolder } from '../support/folders.ts';
import { runCli } from '../support/run-cli.ts';

const folders = ['--letters', SEEDS, '--index', inject('indexDir')];

describe('ask', () => {
  test('shows a quote with its citation', async () => {
    const { code, stdout, stderr } = await runCli(['ask', ...folders, 'Tot wanneer loopt operatie Allied Solace?']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^1\. /);
    expect(stdout.replace(/\s+/g, ' ')).toContain('is verlengd tot 28 februari 2022.');
    expect(stdout).toContain('brief van 4 november 2021');
    expect(stdout).not.toContain('\u001b');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('takes a question without quotation marks', async () => {
    const { stdout } = await runCli(['ask', ...folders, '--top', '1', 'Wat', 'is', 'Allied', 'Solace?']);
    expect(stdout).toContain('Allied Solace');
    expect(stdout).not.toMatch(/^2\. /m);
  });

  test('prints one JSON document and nothing else', async () => {
    const { code, stdout } = await runCli(['ask', ...folders, '--json', 'Who signed the letter of 4 November 2021?']);
    expect(code).toBe(0);
    const answer = answerSchema.parse(JSON.parse(stdout));
    expect(answer).toMatchObject({ language: 'en', coverage: { letters: 5 } });
  });

  test('refuses with exit code 0 and quotes nothing', async () => {
    const { code, stdout } = await runCli(['ask', ...folders, '--json', 'Hoe lang moet een appeltaart in de oven?']);
    expect(code).toBe(0);
    const answer = answerSchema.parse(JSON.parse(stdout));
    expect(answer).toMatchObject({ answered: false, quotes: [] });
    expect(answer.reason).toBeTruthy();
  });

  test('builds a missing index first and says so', async () => {
    const index = await temporaryFolder();
    const { code, stdout, stderr } = await runCli(['ask', '--letters', SEEDS, '--index', index, 'NATO Space Centre']);
    expect(code).toBe(0);
    expect(stderr).toContain('Building the index first: there is none.');
    expect(stdout).toContain('Ramstein');
    expect(await readdir(index)).toContain('manifest.json');
  });

  test('reads the folders from the environment, and a flag wins', async () => {
    const env = { LETTERS_DIR: SEEDS, INDEX_DIR: inject('indexDir') };
    expect((await runCli(['ask', 'Ramstein'], { env })).code).toBe(0);
    const lost = await runCli(['ask', '--letters', '/nonexistent/letters', 'Ramstein'], { env });
    expect(lost.code).toBe(1);
    expect(lost.stderr).toContain('/nonexistent/letters');
  });
});

test('A letter that came in broken does not keep the others from answering', async () => {
  const letters = await copyOfSeeds();
  const index = await temporaryFolder();
  await cp(inject('indexDir'), index, { recursive: true });
  await writeFile(path.join(letters, 'kapot.txt'), Buffer.from([0xff, 0xfe, 0, 1]));
  const { code, stdout, stderr } = await runCli(['ask', '--letters', letters, '--index', index, 'NATO Space Centre']);
  expect(stderr).toContain('kapot.txt');
  expect(stderr).toContain('Going on with the index as it was.');
  expect(stdout).toContain('Ramstein');
  expect(code).toBe(0);
});

describe('ask --batch', () => {
  test('writes one answer a line, in the order of the questions', async () => {
    const questions = [
      { id: 'a', question: 'Waar komt het NATO Space Centre?' },
      { id: 7, question: '' },
      { id: 'c', question: 'hoe laat gaat de trein naar Zwolle' },
    ];
    const input = `${questions.map((line) => JSON.stringify(line)).join('\n\n')}\n`;
    const { code, stdout } = await runCli(['ask', ...folders, '--batch', '--json', '--top', '1'], { input });
    expect(code).toBe(0);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual(['a', 7, 'c']);
    for (const { id: _, ...answer } of answers) expect(answerSchema.parse(answer)).toEqual(answer);
    expect(answers[0].quotes).toHaveLength(1);
    expect(answers[1]).toMatchObject({ answered: false, reasonCode: 'empty' });
  });

  test('answers all lines but those that are no question, and names these', async () => {
    const input = '{"id": "a", "question": "Ramstein"}\n{"question": 3}\n{"id": "c", "question": "Kosovo"}\n';
    const { code, stdout, stderr } = await runCli(['ask', ...folders, '--batch', '--json'], { input });
    expect(code).toBe(1);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual(['a', null, 'c']);
    expect(answers[1].error).toContain('Line 2 of the batch');
    expect(stderr).toContain('Line 2 of the batch');
  });
});

test('chat answers one question after another', async () => {
  const input = 'Wat is besloten over CHST in Litouwen?\nWie ondertekende die brief?\n\n';
  const { code, stdout } = await runCli(['chat', ...folders], { input });
  expect(code).toBe(0);
  expect(stdout).toContain('Litouwen');
});

test('letters lists what the index holds', async () => {
  const text = await runCli(['letters', ...folders]);
  expect(text.stdout).toContain('Verslag NAVO-ministers van Defensie, 21 en 22 oktober 2021');
  expect(text.stdout).toContain('5 letters');
  const { stdout } = await runCli(['letters', ...folders, '--json']);
  expect(JSON.parse(stdout)).toHaveLength(5);
});
