import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { answerSchema } from '../../src/answers/schema.ts';
import { SEEDS, temporaryFolder } from '../support/folders.ts';
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

  test('keeps to the width that COLUMNS gives', async () => {
    const { stdout } = await runCli(['ask', ...folders, 'Allied Solace'], { env: { COLUMNS: '50' } });
    const lines = stdout.split('\n').filter((line) => !line.includes('https://'));
    expect(Math.max(...lines.map(({ length }) => length))).toBeGreaterThan(40);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(50);
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

  test('lists the letters where they are asked for', async () => {
    const { code, stdout } = await runCli(['ask', ...folders, 'Welke verslagen heb je?']);
    expect(code).toBe(0);
    expect(stdout.match(/^Verslag NAVO-ministers van Defensie/gm)).toHaveLength(3);
  });

  test('reads the folders from the environment, and a flag wins', async () => {
    const env = { LETTERS_DIR: SEEDS, INDEX_DIR: inject('indexDir') };
    expect((await runCli(['ask', 'Ramstein'], { env })).code).toBe(0);
    const lost = await runCli(['ask', '--letters', '/nonexistent/letters', 'Ramstein'], { env });
    expect(lost.code).toBe(1);
    expect(lost.stderr).toContain('/nonexistent/letters');
  });
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
    const long = JSON.stringify({ id: 'long', question: 'woord '.repeat(3_000) });
    const input = `{"id": "a", "question": "Ramstein"}\n{"question": 3}\n${long}\n{"id": "c", "question": "Kosovo"}\n`;
    const { code, stdout, stderr } = await runCli(['ask', ...folders, '--batch', '--json'], { input });
    expect(code).toBe(1);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual(['a', null, 'long', 'c']);
    expect(answers[1].error).toContain('Line 2 of the batch');
    expect(answers[2].error).toContain('18000 characters long');
    expect(stderr).toContain('Lines 2 and 3 of the batch were not asked');
  });
});

test('An index of other letters is neither asked nor replaced where nobody said which letters', async () => {
  const [letters, index] = [await temporaryFolder(), await temporaryFolder()];
  await writeFile(path.join(letters, 'brief.txt'), 'Den Haag, 3 mei 2024\n\nEr zijn vier luchtschepen besteld.\n');
  expect((await runCli(['index', '--letters', letters, '--index', index])).code).toBe(0);
  const manifest = await readFile(path.join(index, 'manifest.json'), 'utf8');
  const { code, stdout, stderr } = await runCli(['ask', '--index', index, 'Hoeveel luchtschepen?']);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('Say --letters');
  expect(await readFile(path.join(index, 'manifest.json'), 'utf8')).toBe(manifest);
  const named = await runCli(['ask', '--index', index, '--letters', letters, 'Hoeveel luchtschepen zijn er besteld?']);
  expect(named.stdout).toContain('vier luchtschepen');
});

test('chat answers one question after another', async () => {
  const input = 'Wat is besloten over CHST in Litouwen?\nWie ondertekende die brief?\n\n';
  const { code, stdout } = await runCli(['chat', ...folders], { input });
  expect(code).toBe(0);
  expect(stdout).toContain('Litouwen');
});

test('chat answers no greetings and thanks', async () => {
  const { code, stdout } = await runCli(['chat', ...folders], {
    input: 'Hallo!\ndank je wel\nThanks, very helpful\n\n',
  });
  expect([code, stdout.trim()]).toEqual([0, '']);
});

test.each(['exit', 'Quit'])('chat ends at %s, and at what comes behind it nothing is asked', async (end) => {
  const { code, stdout } = await runCli(['chat', ...folders], { input: `${end}\nWat staat er over Litouwen?\n` });
  expect([code, stdout.trim()]).toEqual([0, '']);
});

test('letters lists what the index holds', async () => {
  const text = await runCli(['letters', ...folders]);
  expect(text.stdout).toContain('Verslag NAVO-ministers van Defensie, 21 en 22 oktober 2021');
  expect(text.stdout).toContain('5 letters');
  const { stdout } = await runCli(['letters', ...folders, '--json']);
  expect(JSON.parse(stdout)).toHaveLength(5);
});
