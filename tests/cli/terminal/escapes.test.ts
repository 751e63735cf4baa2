import { PassThrough, Readable } from 'node:stream';
import fc from 'fast-check';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import wrapAnsi from 'wrap-ansi';
import { run } from '../../../src/cli/run.ts';
import { createStyles } from '../../../src/cli/terminal/styles.ts';
import { terminalOf } from '../../../src/cli/terminal/terminal.ts';
import { SEEDS, temporaryFolder } from '../../support/folders.ts';
import { ESCAPES, hostileLetters, OBEYED } from '../../support/hostile-letter.ts';
import { runCli } from '../../support/run-cli.ts';

let folders: string[];
beforeAll(async () => {
  folders = ['--letters', await hostileLetters(), '--index', await temporaryFolder()];
});

describe('A letter that tries to steer the terminal is shown, not obeyed', () => {
  test.each([
    [['index']],
    [['letters']],
    [['letter', '2024-05-03']],
    [['ask', 'Hoeveel zeppelins worden er aangeschaft?']],
    [['ask', 'Hoe lang moet een appeltaart in de oven?']],
    [['timeline', 'zeppelins']],
    [['commitments']],
    [['summary', '2024-05-03']],
    [['doctor']],
  ])('%j', async (args) => {
    const { stdout, stderr } = await runCli([...args, ...folders], { env: { LANG: 'nl' } });
    expect(stdout + stderr).not.toBe('');
    expect(stdout).not.toMatch(OBEYED);
    expect(stderr).not.toMatch(OBEYED);
    // A name with a line end in it does not begin a line.
    expect(stdout).not.toMatch(/^brief\.txt/m);
  });

  test('the quote and its citation are there, with the escapes for all to see', async () => {
    const { stdout } = await runCli(['ask', ...folders, 'Hoeveel zeppelins worden er aangeschaft?']);
    expect(stdout).toContain('aangeschaft voor de');
    expect(stdout).toContain('\\u001b[2J');
    expect(stdout).toContain('\\u202e');
  });

  test('JSON says the same as ever, in characters that can be seen', async () => {
    const { stdout } = await runCli(['letters', ...folders, '--json']);
    expect(stdout).not.toMatch(OBEYED);
    expect(JSON.parse(stdout)[0].file).toBe('zeppelin\u001b[2J\u202e\nbrief.txt');
    expect(JSON.parse(stdout)[0].title).toContain('\u202eedraw');
  });

  test('so is a batch', async () => {
    const input = `{"id":"\\u001b[2J\\u009b","question":"Hoeveel zeppelins worden er aangeschaft?"}\n`;
    const { stdout } = await runCli(['ask', ...folders, '--batch'], { input });
    expect(stdout).not.toMatch(OBEYED);
    expect(JSON.parse(stdout).id).toBe('\u001b[2J\u009b');
  });

  test.each([
    [[`--\u001b[2J`]],
    [['letter', ESCAPES]],
    [['letters', '--letters', `/nonexistent/${ESCAPES}`]],
    [['add', `/nonexistent/${ESCAPES}`]],
    [[`\u009b2J`]],
  ])('nor is what a person typed: %j', async (args) => {
    const { code, stderr } = await runCli(args, { env: { LETTERS_DIR: SEEDS, INDEX_DIR: inject('indexDir') } });
    expect(code).not.toBe(0);
    expect(stderr).toContain('\\u');
    expect(stderr).not.toMatch(OBEYED);
  });
});

test('What is piped into a conversation is not echoed to the terminal that shows it', async () => {
  const messages = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  const input = Readable.from(['Hoeveel zeppelins?\u009b2J\u202e\n']);
  const code = await run(['chat', ...folders], terminalOf({ input, output: new PassThrough(), messages, env: {} }));
  expect(code).toBe(0);
  // How far the index is, is drawn on one line.
  expect(String(messages.read()).replaceAll('\r', '').replaceAll('\u001b[K', '')).not.toMatch(OBEYED);
});

describe('Bold and dim', () => {
  const { bold, dim, show } = createStyles(true);

  test('reach a terminal, also around text that is wrapped', () => {
    expect(show(`1. ${bold('De missie')} ${dim('stopt')}`)).toBe(
      '1. \u001b[1mDe missie\u001b[22m \u001b[2mstopt\u001b[22m',
    );
    expect(show(wrapAnsi(`aa ${bold('bb cc')} dd`, 5))).toBe('aa \u001b[1mbb\ncc\u001b[22m dd');
  });

  test('are the only thing that does, whatever the text', () => {
    const piece = fc.constantFrom(
      '\u001b',
      '[',
      ']',
      '1',
      '2',
      '22',
      '8',
      ';',
      'm',
      'z',
      '\u009b',
      '\u0007',
      'a',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(fc.string({ unit: piece }), fc.string({ unit: piece }), (plain, marked) => {
        const shown = show(wrapAnsi(plain + bold(marked) + dim(plain), 20));
        expect(shown.split('\u001b').length - 1).toBe(4);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences that are ours
        expect(shown.replace(/\u001b\[(?:1|2|22)m/g, '')).not.toMatch(OBEYED);
      }),
    );
  });

  test('are left out where there is no terminal', () => {
    const output = new PassThrough();
    const { print, bold: plain } = terminalOf({ input: new PassThrough(), output, messages: output, env: {} });
    print(plain('x\u001b[1m'));
    expect(String(output.read())).toBe('x\\u001b[1m\n');
  });
});
