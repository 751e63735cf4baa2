import { appendFileSync, renameSync, writeFileSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDataFolder } from '../../src/discord/stores/data-folder.ts';
import { type Feedback, openFeedback } from '../../src/discord/stores/feedback.ts';
import { forgetOld } from '../../src/discord/stores/retention.ts';
import { choicesIn, openSettings } from '../../src/discord/stores/settings.ts';
import { Problem } from '../../src/problem.ts';
import { withRefusedCall } from '../support/failing-files.ts';
import { temporaryFolder } from '../support/folders.ts';
import { manualClock } from '../support/manual-clock.ts';
import { recordingLog } from '../support/recording-log.ts';
import { withoutRoot } from '../support/without-root.ts';

describe('settings', () => {
  test('many choices at once: the file is whole and ends with the last', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'settings.json');
    const settings = await openSettings(file, recordingLog());
    const languages = ['nl', 'en', 'reader'] as const;
    await Promise.all(
      Array.from({ length: 40 }, (_, i) => settings.choose('1', { language: languages[i % 3] ?? 'nl' })),
    );
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ version: 2, places: { 1: { language: 'nl' } } });
    expect(await readdir(folder)).toEqual(['settings.json']);
  });

  test('a broken file is put aside, said, and not overwritten', async () => {
    const file = path.join(await temporaryFolder(), 'settings.json');
    await writeFile(file, '{"version":1,"guilds":{"1":{"language":"nl"');
    const log = recordingLog();
    const settings = await openSettings(file, log);
    await settings.choose('2', { language: 'en' });
    expect(await readFile(`${file}.broken`, 'utf8')).toContain('"nl"');
    expect(log.lines.map(({ level }) => level)).toEqual(['warn']);
    expect(settings.at('1').language).toBeUndefined();
  });

  test('a file of the first version, which knew languages only, is read on', async () => {
    const file = path.join(await temporaryFolder(), 'settings.json');
    await writeFile(file, '{"version":1,"guilds":{"1":{"language":"nl"},"2":{"language":"reader"}}}');
    const settings = await openSettings(file, recordingLog());
    expect([settings.at('1'), settings.at('2')]).toEqual([{ language: 'nl' }, { language: 'reader' }]);
    await settings.choose('1/5', { quotes: 1 });
    const again = await openSettings(file, recordingLog());
    expect(choicesIn(again, '1', '5')).toEqual({ language: 'nl', quotes: 1 });
  });

  test('a choice that cannot be written is not kept, and the next one is', async () => {
    const file = path.join(await temporaryFolder(), 'settings.json');
    const settings = await openSettings(file, recordingLog());
    await writeFile(`${path.dirname(file)}/blocker`, '');
    const blocked = await openSettings(path.join(path.dirname(file), 'folder', 'settings.json'), recordingLog());
    await writeFile(path.join(path.dirname(file), 'folder'), 'a file where a folder must be');
    await expect(blocked.choose('1', { language: 'nl' })).rejects.toThrow();
    expect(blocked.at('1').language).toBeUndefined();
    await expect(settings.choose('1', { language: 'nl' })).resolves.toBeUndefined();
  });
});

test('settings that cannot be read are one sentence', async () => {
  const file = path.join(await temporaryFolder(), 'settings.json');
  await mkdir(file);
  const opened = openSettings(file, recordingLog());
  await expect(opened).rejects.toThrow(Problem);
  await expect(opened).rejects.toThrow(
    `${file}, what servers and channels chose, can't be read: that path is a folder.`,
  );
});

describe('feedback is forgotten', () => {
  const said = (at: string, user: string): Feedback => ({ at, verdict: 'wrong', quotes: [], index: 'x', user });
  const OLD = '2024-01-01T00:00:00.000Z';
  const NEW = '2026-01-01T00:00:00.000Z';

  test.each([
    ['rename', 'forgets, before its file is in place'],
    ['appendFile', 'appends, before it writes'],
  ])('and what another process writes meanwhile stays: at %s, while one %s', async (call) => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'feedback.jsonl');
    const feedback = openFeedback(file);
    await feedback.add(said(OLD, '1'));
    let meanwhile = 0;
    const other = (name: string) => {
      if (name !== call || meanwhile++ > 0) return false;
      if (call === 'rename') appendFileSync(file, `${JSON.stringify(said(NEW, '2'))}\n`);
      else {
        writeFileSync(`${file}.other`, '');
        renameSync(`${file}.other`, file);
      }
      return false;
    };
    await withRefusedCall<unknown>(folder, other, 'EIO', () =>
      call === 'rename' ? feedback.forget(({ user }) => user === '1') : feedback.add(said(NEW, '2')),
    );
    expect(meanwhile).toBeGreaterThan(0);
    expect((await feedback.read()).feedback.map(({ user }) => user)).toEqual(['2']);
  });

  test("by person, with what can't be read, in both files; what stays is its owner's alone", async () => {
    const file = path.join(await temporaryFolder(), 'feedback.jsonl');
    await writeFile(`${file}.1`, `${JSON.stringify(said(OLD, '1'))}\n`);
    const feedback = openFeedback(file);
    await Promise.all([feedback.add(said(OLD, '1')), feedback.add(said(NEW, '2'))]);
    await appendFile(file, '{"broken\n');
    expect(await feedback.forget(({ user }) => user === '1')).toBe(3);
    await feedback.add(said(NEW, '3'));
    expect((await feedback.read()).feedback.map(({ user }) => user)).toEqual(['2', '3']);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('by age, at the start and once a day until the bot stops', async () => {
    const feedback = openFeedback(path.join(await temporaryFolder(), 'feedback.jsonl'));
    await feedback.add(said(OLD, '1'));
    await feedback.add(said(NEW, '2'));
    const clock = manualClock(Date.parse('2026-06-01T00:00:00Z'));
    const stop = new AbortController();
    const log = recordingLog();
    const running = forgetOld(feedback, 365, { clock, log }, stop.signal);
    await expect.poll(() => clock.asleep.length).toBe(1);
    expect((await feedback.read()).feedback.map(({ user }) => user)).toEqual(['2']);
    expect(log.lines.map(({ data }) => data)).toEqual([{ verdicts: 1, days: 365 }]);
    await clock.pass(365 * 86_400_000);
    await expect.poll(() => log.lines.length).toBe(2);
    expect((await feedback.read()).feedback).toEqual([]);
    stop.abort();
    await running;
  });
});

describe('the data folder', () => {
  test('is made', async () => {
    const folder = path.join(await temporaryFolder(), 'a', 'b');
    await openDataFolder(folder);
    expect((await stat(folder)).isDirectory()).toBe(true);
  });

  test('is refused in a sentence before anything is kept there', async () => {
    const file = path.join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    await expect(openDataFolder(file)).rejects.toThrow(
      `The data folder ${file} can't be written to: that path is a file.`,
    );
    const opened = withoutRoot(() => openDataFolder('/etc'));
    await expect(opened).rejects.toThrow('permission is denied');
    await expect(opened).rejects.toThrow(Problem);
  });
});

describe('feedback', () => {
  const entry: Feedback = {
    at: '2026-01-02T03:04:05.000Z',
    verdict: 'wrong',
    question: 'Wat zei\nde minister “echt”?',
    quotes: [{ id: 'a', file: 'x.txt', start: 1, end: 9 }],
    index: '1',
  };

  test('half a line left by a crash costs only itself', async () => {
    const file = path.join(await temporaryFolder(), 'feedback.jsonl');
    await openFeedback(file).add(entry);
    await writeFile(file, '{"at":"2026-01', { flag: 'a' });
    await openFeedback(file).add(entry);
    expect(await openFeedback(file).read()).toEqual({ feedback: [entry, entry], broken: 1 });
  });

  test('is for the eyes of its owner', async () => {
    const file = path.join(await temporaryFolder(), 'feedback.jsonl');
    await writeFile(file, '', { mode: 0o644 });
    await openFeedback(file).add(entry);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('does not grow without end: the newest is kept, in two files at most', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'feedback.jsonl');
    const store = openFeedback(file, 1_000);
    for (let i = 0; i < 100; i++) await store.add({ ...entry, index: String(i) });
    const names = await readdir(folder);
    expect(names.length).toBeLessThanOrEqual(2);
    for (const name of names) expect((await stat(path.join(folder, name))).size).toBeLessThan(1_200);
    const { feedback } = await openFeedback(file).read();
    expect(feedback.length).toBeGreaterThan(5);
    expect(feedback.map(({ index }) => Number(index))).toEqual(feedback.map((_, i) => 100 - feedback.length + i));
  });
});
