import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/connection.ts';
import { openDatabaseFeedback } from '../../src/database/feedback.ts';
import { asProblem, DatabaseProblem, isLost } from '../../src/database/problems.ts';
import { openDatabaseSettings } from '../../src/database/settings.ts';
import { openDatabaseStores } from '../../src/database/stores.ts';
import type { Clock, Log } from '../../src/discord/ports.ts';
import type { Feedback } from '../../src/discord/stores/feedback.ts';
import { openStores, type Stores } from '../../src/discord/stores/stores.ts';
import { temporaryFolder } from '../support/folders.ts';
import { manualClock } from '../support/manual-clock.ts';
import { useDatabases } from '../support/opened-databases.ts';
import { asUser, describeWithPostgres, postgres, sqlAt } from '../support/postgres.ts';
import { recordingLog } from '../support/recording-log.ts';

const ENTRY: Feedback = {
  at: '2026-01-02T03:04:05.000Z',
  verdict: 'wrong',
  question: 'Wat zei\nde minister “echt”?',
  quotes: [{ id: 'a', file: 'x.txt', start: 1, end: 9 }],
  index: '1',
};

/** Opens the stores of one place, as each process does for itself. */
type Open = (log?: Log, clock?: Clock) => Promise<Stores>;

/** What holds wherever settings and feedback are kept. */
function keepsWhatItIsTold(newPlace: () => Promise<Open>): void {
  test('a server without a choice leaves it to the reader', async () => {
    const { settings } = await (await newPlace())();
    expect(settings.language('1')).toBe('reader');
  });

  test('what was chosen is there after a restart', async () => {
    const open = await newPlace();
    const { settings } = await open();
    await settings.setLanguage('1', 'nl');
    await settings.setLanguage('2', 'en');
    await settings.setLanguage('1', 'en');
    expect(settings.language('1')).toBe('en');
    const { settings: again } = await open();
    expect(['1', '2', '3'].map(again.language)).toEqual(['en', 'en', 'reader']);
  });

  test('of many choices at once one is kept, by the process and after it', async () => {
    const open = await newPlace();
    const { settings } = await open();
    const languages = ['nl', 'en', 'nl', 'en'] as const;
    await Promise.all(languages.map((language) => settings.setLanguage('1', language)));
    expect(['nl', 'en']).toContain(settings.language('1'));
    expect(['nl', 'en']).toContain((await open()).settings.language('1'));
  });

  test('feedback is read back, oldest first; without any there is none', async () => {
    const open = await newPlace();
    const { feedback: store } = await open();
    expect(await store.read()).toEqual({ feedback: [], broken: 0 });
    for (let i = 0; i < 10; i++) await store.add({ ...ENTRY, index: String(i) });
    const { feedback, broken } = await (await open()).feedback.read();
    expect(feedback).toEqual(Array.from({ length: 10 }, (_, i) => ({ ...ENTRY, index: String(i) })));
    expect(broken).toBe(0);
  });

  test('feedback is forgotten by whatever it says', async () => {
    const { feedback: store } = await (await newPlace())();
    for (const index of ['a', 'b', 'a']) await store.add({ ...ENTRY, index });
    expect(await store.forget(({ index }) => index === 'a')).toBe(2);
    expect((await store.read()).feedback.map(({ index }) => index)).toEqual(['b']);
  });

  test('feedback of many at once is all kept', async () => {
    const { feedback: store } = await (await newPlace())();
    await Promise.all(Array.from({ length: 20 }, (_, i) => store.add({ ...ENTRY, index: String(i) })));
    const kept = (await store.read()).feedback.map(({ index }) => Number(index));
    expect(kept.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });
}

describe('a data folder', () => {
  keepsWhatItIsTold(async () => {
    const folder = path.join(await temporaryFolder(), 'data');
    return (log = recordingLog()) => openStores(folder, log);
  });
});

test('a choice made while the settings are read again is not undone by what was read', async () => {
  let answer = (_rows: readonly { guild: string; language: string }[]): void => {};
  let asked = 0;
  const database = {
    rows: async () => (asked++ === 0 ? [] : new Promise((resolve) => (answer = resolve))),
    run: async () => 1,
  } as unknown as Database;
  const clock = manualClock();
  const settings = await openDatabaseSettings(database, recordingLog(), clock);
  await clock.pass(10_000);
  expect(settings.language('1')).toBe('reader');
  await settings.setLanguage('1', 'en');
  answer([{ guild: '2', language: 'nl' }]);
  await expect.poll(() => asked).toBe(2);
  expect(settings.language('1')).toBe('en');
  await clock.pass(10_000);
  settings.language('1');
  answer([
    { guild: '1', language: 'en' },
    { guild: '2', language: 'nl' },
  ]);
  await expect.poll(() => settings.language('2')).toBe('nl');
  expect(settings.language('1')).toBe('en');
});

test('a question that was lost with its connection is asked again, one that got no answer in time is not', () => {
  const coded = (code: string) => Object.assign(new Error('x'), { code });
  expect([coded('57P01'), coded('ECONNRESET'), new Error('Connection terminated unexpectedly')].map(isLost)).toEqual([
    true,
    true,
    true,
  ]);
  const late = [new Error('Query read timeout'), new Error('timeout exceeded when trying to connect')];
  expect(late.map(isLost)).toEqual([false, false]);
  for (const error of late) expect(String(asProblem(error))).toContain("it can't be reached");
});

const { open: opened, withTables: newDatabase } = useDatabases();

const opener =
  (url: string): Open =>
  (log = recordingLog(), clock = manualClock()) =>
    openDatabaseStores(opened(url), log, clock);

describeWithPostgres('a database', () => {
  keepsWhatItIsTold(async () => opener(await newDatabase()));

  test('tells every process what one was told', async () => {
    const open = opener(await newDatabase());
    const clock = manualClock();
    const [one, other] = [await open(), await open(recordingLog(), clock)];
    await one.settings.setLanguage('1', 'en');
    expect(other.settings.language('1')).toBe('reader');
    await clock.pass(10_000);
    await expect.poll(() => other.settings.language('1')).toBe('en');
  });

  test('that is away leaves what was read last, says so, and does not forget what comes after', async () => {
    const server = await postgres();
    const log = recordingLog();
    const clock = manualClock();
    const { settings, feedback } = await opener(await newDatabase())(log, clock);
    await settings.setLanguage('1', 'nl');
    await server.stop();
    await expect(settings.setLanguage('1', 'en')).rejects.toThrow(DatabaseProblem);
    await expect(feedback.add(ENTRY)).rejects.toThrow("it can't be reached");
    await clock.pass(10_000);
    expect(settings.language('1')).toBe('nl');
    await expect.poll(() => log.lines.map(({ level }) => level)).toEqual(['warn']);
    await server.start();
    await settings.setLanguage('1', 'en');
    expect(settings.language('1')).toBe('en');
  });

  test('that may only be read is said to be so, and read', async () => {
    const url = await newDatabase();
    await opener(url)().then(({ settings }) => settings.setLanguage('1', 'nl'));
    await sqlAt(
      url,
      `CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA briefwijzer TO reader;
      GRANT SELECT ON ALL TABLES IN SCHEMA briefwijzer TO reader`,
    );
    const { settings, feedback } = await opener(asUser(url, 'reader'))();
    await expect(settings.setLanguage('1', 'en')).rejects.toThrow('this user may not do that');
    await expect(feedback.add(ENTRY)).rejects.toThrow('this user may not do that');
    expect(settings.language('1')).toBe('nl');
  });

  test('does not grow without end, and what is damaged in it costs only itself', async () => {
    const url = await newDatabase();
    const store = openDatabaseFeedback(opened(url), 5);
    for (let i = 0; i < 12; i++) await store.add({ ...ENTRY, index: String(i) });
    await sqlAt(url, `UPDATE briefwijzer.feedback SET said = '{"verdict": 1}' WHERE said->>'index' = '9'`);
    const { feedback, broken } = await store.read();
    expect(feedback.map(({ index }) => index)).toEqual(['7', '8', '10', '11']);
    expect(broken).toBe(1);
  });
});
