import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../src/database/connection.ts';
import { openDatabaseFeedback } from '../../src/database/feedback.ts';
import { asProblem, DatabaseProblem, isLost } from '../../src/database/problems.ts';
import { openDatabaseSettings } from '../../src/database/settings.ts';
import { openDatabaseStores } from '../../src/database/stores.ts';
import { openDatabaseTrays } from '../../src/database/trays.ts';
import type { Clock, Log } from '../../src/discord/ports.ts';
import type { Feedback } from '../../src/discord/stores/feedback.ts';
import { type Choices, choicesIn, placeOf } from '../../src/discord/stores/settings.ts';
import { openStores, type Stores } from '../../src/discord/stores/stores.ts';
import { temporaryFolder } from '../support/folders.ts';
import { manualClock } from '../support/manual-clock.ts';
import { useDatabases } from '../support/opened-databases.ts';
import { asUser, describeWithPostgres, holdTable, postgres, sqlAt, untilWaiting } from '../support/postgres.ts';
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
    expect(settings.at('1').language).toBeUndefined();
  });

  test('what was chosen is there after a restart', async () => {
    const open = await newPlace();
    const { settings } = await open();
    await settings.choose('1', { language: 'nl' });
    await settings.choose('2', { language: 'en' });
    await settings.choose('1', { language: 'en' });
    expect(settings.at('1').language).toBe('en');
    const { settings: again } = await open();
    expect(['1', '2', '3'].map((place) => again.at(place).language)).toEqual(['en', 'en', undefined]);
  });

  test('of many choices at once one is kept, by the process and after it', async () => {
    const open = await newPlace();
    const { settings } = await open();
    const languages = ['nl', 'en', 'nl', 'en'] as const;
    await Promise.all(languages.map((language) => settings.choose('1', { language })));
    expect(['nl', 'en']).toContain(settings.at('1').language);
    expect(['nl', 'en']).toContain((await open()).settings.at('1').language);
  });

  test('a channel chooses beside its server, each thing by itself, and takes it back', async () => {
    const open = await newPlace();
    const { settings } = await open();
    const [server, channel] = [placeOf('7', null), placeOf('7', '7')];
    await settings.choose(server, { language: 'nl', quotes: 3, meeting: 'abcdefabcdef' });
    await settings.choose(channel, { quotes: 1, visibility: 'public' });
    await settings.choose(channel, { meeting: 'bbbbbbbbbbbb', visibility: null });
    const { settings: again } = await open();
    for (const store of [settings, again]) {
      expect(choicesIn(store, '7', '7')).toEqual({ language: 'nl', quotes: 1, meeting: 'bbbbbbbbbbbb' });
      expect(choicesIn(store, '7', '8')).toEqual({ language: 'nl', quotes: 3, meeting: 'abcdefabcdef' });
      expect(choicesIn(store, null, '7')).toEqual({});
    }
  });

  test('trays are there after a restart, each person’s their own, and an empty one is forgotten', async () => {
    const open = await newPlace();
    const { trays } = await open();
    expect(await trays.of('ada')).toEqual([]);
    await Promise.all(['aaa', 'bbb', 'ccc'].map((id) => trays.change('ada', (kept) => [...kept, id])));
    expect(await trays.change('bram', () => ['ddd'])).toEqual(['ddd']);
    const { trays: again } = await open();
    expect([...(await again.of('ada'))].sort()).toEqual(['aaa', 'bbb', 'ccc']);
    expect(await again.change('bram', () => [])).toEqual([]);
    expect(await (await open()).trays.of('bram')).toEqual([]);
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
  let answer = (_rows: readonly { place: string; chosen: Choices }[]): void => {};
  let asked = 0;
  const database = {
    rows: async (_: unknown, text: string) => {
      if (text.startsWith('INSERT')) return [{ place: '1', chosen: { language: 'en' } }];
      return asked++ === 0 ? [] : new Promise((resolve) => (answer = resolve));
    },
  } as unknown as Database;
  const clock = manualClock();
  const settings = await openDatabaseSettings(database, recordingLog(), clock);
  await clock.pass(10_000);
  expect(settings.at('1').language).toBeUndefined();
  await settings.choose('1', { language: 'en' });
  answer([{ place: '2', chosen: { language: 'nl' } }]);
  await expect.poll(() => asked).toBe(2);
  expect(settings.at('1').language).toBe('en');
  await clock.pass(10_000);
  settings.at('1');
  answer([
    { place: '1', chosen: { language: 'en' } },
    { place: '2', chosen: { language: 'nl' } },
  ]);
  await expect.poll(() => settings.at('2').language).toBe('nl');
  expect(settings.at('1').language).toBe('en');
});

test('a question that was lost with its connection is asked again, one that got no answer in time is not', () => {
  const coded = (code: string) => Object.assign(new Error('x'), { code });
  const lost = [
    ...['57P01', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH'].map(coded),
    new Error('Connection terminated unexpectedly'),
  ];
  expect(lost.filter((error) => !isLost(error))).toEqual([]);
  const late = [
    'Query read timeout',
    'timeout exceeded when trying to connect',
    'timeout expired',
    'Connection terminated due to connection timeout',
  ].map((message) => new Error(message));
  expect(late.map(isLost)).toEqual([false, false, false, false]);
  for (const error of late) expect(String(asProblem(error))).toContain("it can't be reached");
  // Its own limits, for what is waited for and for a statement.
  for (const code of ['55P03', '57014']) expect(String(asProblem(coded(code)))).toContain('it took too long');
});

const { open: opened, withTables: newDatabase } = useDatabases();

const opener =
  (url: string): Open =>
  (log = recordingLog(), clock = manualClock()) =>
    openDatabaseStores(opened(url), log, clock);

afterEach(() => void vi.useRealTimers());

describeWithPostgres('a database', () => {
  test('that does not answer a change of a tray is given up as for a question, and a job waits on', async () => {
    const url = await newDatabase();
    const database = opened(url);
    const trays = openDatabaseTrays(database);
    await trays.change('ada', () => ['aaa']);
    const letGo = await holdTable(url, 'briefwijzer.trays');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const changed = trays.change('ada', (kept) => [...kept, 'bbb']).catch(String);
    const kept = trays.of('ada').catch(String);
    const job = database.transaction((session) => session.run('DELETE FROM briefwijzer.trays')).catch(String);
    await untilWaiting(url, 3);
    await vi.advanceTimersByTimeAsync(20_000);
    await letGo();
    const away = expect.stringContaining("it can't be reached");
    expect([await changed, await kept, await job]).toEqual([away, away, 1]);
    expect(await trays.change('ada', (before) => [...before, 'ccc'])).toEqual(['ccc']);
  });

  test('that goes between two statements of one change is said to be out of reach', async () => {
    const url = await newDatabase();
    const change = opened(url).change(async (session) => {
      await session.run("INSERT INTO briefwijzer.settings VALUES ('1')");
      await sqlAt(
        url,
        `SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
      await session.run("INSERT INTO briefwijzer.settings VALUES ('2')");
    });
    await expect(change).rejects.toThrow("it can't be reached");
    expect(await sqlAt(url, 'SELECT place FROM briefwijzer.settings')).toEqual([]);
  });

  test('holds the trays used last', async () => {
    const trays = openDatabaseTrays(opened(await newDatabase()), 2);
    for (const person of ['ada', 'bram', 'ada', 'chris']) await trays.change(person, () => ['aaa']);
    const kept = await Promise.all(['ada', 'bram', 'chris'].map(trays.of));
    expect(kept).toEqual([['aaa'], [], ['aaa']]);
  });

  test('keeps the trays of few people, however often one of them changes theirs', async () => {
    const trays = openDatabaseTrays(opened(await newDatabase()), 2);
    await trays.change('ada', () => ['aaa']);
    for (const id of ['bbb', 'ccc', 'ddd', 'eee']) await trays.change('bram', () => [id]);
    expect(await Promise.all(['ada', 'bram'].map(trays.of))).toEqual([['aaa'], ['eee']]);
  });

  keepsWhatItIsTold(async () => opener(await newDatabase()));

  test('tells every process what one was told', async () => {
    const open = opener(await newDatabase());
    const clock = manualClock();
    const [one, other] = [await open(), await open(recordingLog(), clock)];
    await one.settings.choose('1', { language: 'en' });
    expect(other.settings.at('1').language).toBeUndefined();
    await clock.pass(10_000);
    await expect.poll(() => other.settings.at('1').language).toBe('en');
  });

  test('that is away leaves what was read last, says so, and does not forget what comes after', async () => {
    const server = await postgres();
    const log = recordingLog();
    const clock = manualClock();
    const { settings, feedback } = await opener(await newDatabase())(log, clock);
    await settings.choose('1', { language: 'nl' });
    await server.stop();
    await expect(settings.choose('1', { language: 'en' })).rejects.toThrow(DatabaseProblem);
    await expect(feedback.add(ENTRY)).rejects.toThrow("it can't be reached");
    await clock.pass(10_000);
    expect(settings.at('1').language).toBe('nl');
    await expect.poll(() => log.lines.map(({ level }) => level)).toEqual(['warn']);
    await server.start();
    await settings.choose('1', { language: 'en' });
    expect(settings.at('1').language).toBe('en');
  });

  test('that may only be read is said to be so, and read', async () => {
    const url = await newDatabase();
    await opener(url)().then(({ settings }) => settings.choose('1', { language: 'nl' }));
    await sqlAt(
      url,
      `CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA briefwijzer TO reader;
      GRANT SELECT ON ALL TABLES IN SCHEMA briefwijzer TO reader`,
    );
    const { settings, feedback } = await opener(asUser(url, 'reader'))();
    await expect(settings.choose('1', { language: 'en' })).rejects.toThrow('this user may not do that');
    await expect(feedback.add(ENTRY)).rejects.toThrow('this user may not do that');
    expect(settings.at('1').language).toBe('nl');
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
