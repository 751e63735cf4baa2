import { copyFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { libraryOf } from '../../src/cli/app/open-library.ts';
import { readSettings } from '../../src/cli/options/settings.ts';
import type { Session } from '../../src/database/connection.ts';
import { databaseStore } from '../../src/database/index/store.ts';
import { DatabaseProblem } from '../../src/database/problems.ts';
import { IndexProblem } from '../../src/indexing/errors.ts';
import { folderStore, type IndexStore } from '../../src/indexing/index-store.ts';
import { readLetters } from '../../src/letters/read.ts';
import { SEEDS, SHORT_LETTER, shortLetters, temporaryFolder } from '../support/folders.ts';
import { useDatabases } from '../support/opened-databases.ts';
import { asUser, describeWithPostgres, holdTable, sqlAt, untilWaiting } from '../support/postgres.ts';
import { wordEncoder } from '../support/word-encoder.ts';

const QUESTIONS = [
  'Tot wanneer loopt operatie Allied Solace?',
  'Wat is besloten over Afghanistan?',
  'What does the minister say about NATO and innovation in 2021?',
  'Hoeveel kost een zeppelin?',
];

/** Cosines are the same but for the last digits. */
function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, each) => (typeof each === 'number' ? Number(each.toFixed(4)) : each)));
}

/** In an overview, scores are of vectors in eight bits: near the same. */
function withoutScores(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, each) => (['score', 'elapsedMs'].includes(key) ? undefined : each)));
}

/** What holds wherever an index is kept. */
function keepsAnIndex(newStore: () => Promise<IndexStore>): void {
  test('What is loaded is what was built', async () => {
    const store = await newStore();
    await expect(store.load(wordEncoder())).rejects.toMatchObject({ state: 'missing' });
    const lettersDir = await shortLetters();
    const report = await store.build({ lettersDir, encoder: wordEncoder() });
    const { letters } = await readLetters(lettersDir);
    const { corpus, manifest } = await store.load(wordEncoder());
    expect(corpus.letters).toEqual(letters);
    expect(manifest).toMatchObject({ passages: report.passages, version: report.version });
    expect(report).toMatchObject({ changed: true, letters: 1, embedded: corpus.passages.length, removed: 0 });
    expect(await store.facts(wordEncoder())).toEqual(manifest);
  });

  test('What did not change is not embedded again', async () => {
    const store = await newStore();
    const lettersDir = await shortLetters();
    await writeFile(path.join(lettersDir, 'tanks.txt'), SHORT_LETTER.replaceAll('munitie', 'tanks'));
    const first = await store.build({ lettersDir, encoder: wordEncoder() });
    const encoder = wordEncoder();
    expect(await store.build({ lettersDir, encoder })).toMatchObject({ changed: false, embedded: 0, removed: 0 });
    expect(encoder.encoded).toEqual([]);

    await rm(path.join(lettersDir, 'tanks.txt'));
    await writeFile(path.join(lettersDir, 'vliegtuigen.txt'), SHORT_LETTER.replaceAll('munitie', 'vliegtuigen'));
    const update = await store.build({ lettersDir, encoder });
    expect(update).toMatchObject({ changed: true, embedded: encoder.encoded.length, letters: 2 });
    expect(update.embedded).toBeGreaterThan(0);
    expect(update.embedded).toBeLessThan(update.passages);
    expect(update.removed).toBe(update.embedded);
    expect(update.passages).toBe(first.passages - update.removed + update.embedded);
  });

  test('An index of another encoder is refused, and built anew', async () => {
    const store = await newStore();
    const lettersDir = await shortLetters();
    const { passages } = await store.build({ lettersDir, encoder: wordEncoder() });
    await expect(store.load(wordEncoder('others'))).rejects.toMatchObject({ state: 'other_model' });
    await expect(store.facts(wordEncoder('others'))).rejects.toThrow(IndexProblem);
    expect(await store.build({ lettersDir, encoder: wordEncoder('others') })).toMatchObject({ embedded: passages });
    await store.load(wordEncoder('others'));
  });

  test('A job that fails leaves the index as it was', async () => {
    const store = await newStore();
    const lettersDir = await shortLetters();
    const encoder = wordEncoder();
    const { version } = await store.build({ lettersDir, encoder });
    await writeFile(path.join(lettersDir, 'tanks.txt'), SHORT_LETTER.replaceAll('unitie', 'tanks'));
    const broken = { ...encoder, encode: () => Promise.reject(new Error('no memory')) };
    await expect(store.build({ lettersDir, encoder: broken })).rejects.toThrow('no memory');
    const silent = { ...encoder, encode: async () => [] };
    await expect(store.build({ lettersDir, encoder: silent })).rejects.toThrow();
    expect((await store.load(encoder)).manifest.version).toBe(version);
    expect(await store.build({ lettersDir, encoder })).toMatchObject({ changed: true });
  });

  test('Of two jobs at once the one waits for the other', async () => {
    const store = await newStore();
    const lettersDir = await shortLetters();
    const waited: string[] = [];
    const jobs = ['one', 'other'].map((name) => {
      const encoder = wordEncoder();
      const built = store.build({ lettersDir, encoder, onWait: () => waited.push(name) });
      return built.then((report) => ({ ...report, encoded: encoder.encoded.length }));
    });
    const reports = await Promise.all(jobs);
    expect(waited).toHaveLength(1);
    expect(new Set(reports.map(({ version }) => version)).size).toBe(1);
    expect(reports.map(({ changed }) => changed).sort()).toEqual([false, true]);
    expect(reports.map(({ encoded }) => encoded).sort((a, b) => a - b)).toEqual([0, reports[0]?.passages]);
  });
}

describe('An index folder', () => {
  keepsAnIndex(async () => folderStore(await temporaryFolder()));
});

const { open, withTables, withIndex } = useDatabases();
const storeIn = (url: string): IndexStore => databaseStore(open(url));
const settings = readSettings({ letters: SEEDS }, {});
const openedIn = (store: IndexStore) => libraryOf({ ...settings, lettersNamed: false }, wordEncoder(), store);

afterEach(() => void vi.useRealTimers());

describeWithPostgres('A database', () => {
  keepsAnIndex(async () => storeIn(await withTables()));

  test('gives the answers, summaries and timelines that a folder gives', async () => {
    const stores = [folderStore(await temporaryFolder()), storeIn(await withTables())];
    const lettersDir = await temporaryFolder();
    for (const file of ['000_0c0ed4c512693828.txt', '001_42c0a636b663bd7b.txt'])
      await copyFile(path.join(SEEDS, file), path.join(lettersDir, file));
    for (const store of stores) await store.build({ lettersDir, encoder: wordEncoder() });
    const [embedded, shared] = await Promise.all(
      stores.map((store) => libraryOf(readSettings({ letters: lettersDir }, {}), wordEncoder(), store)),
    );
    if (!embedded || !shared) throw new Error('two libraries were opened');
    for (const question of QUESTIONS) {
      const [expected, answer] = await Promise.all([embedded.ask(question), shared.ask(question)]);
      expect(rounded({ ...answer, elapsedMs: 0 })).toEqual(rounded({ ...expected, elapsedMs: 0 }));
    }
    const [meeting] = embedded.meetings;
    const [sameMeeting] = shared.meetings;
    if (!meeting || !sameMeeting) throw new Error('there are meetings');
    expect(withoutScores(await shared.summarize(sameMeeting))).toEqual(
      withoutScores(await embedded.summarize(meeting)),
    );
    expect(withoutScores(await shared.timeline('Afghanistan'))).toEqual(
      withoutScores(await embedded.timeline('Afghanistan')),
    );
    expect(withoutScores(await shared.commitments())).toEqual(withoutScores(await embedded.commitments()));
  });

  test('is never asked for other letters than those that were named', async () => {
    const store = storeIn(await withIndex());
    const elsewhere = await temporaryFolder();
    const named = libraryOf(readSettings({ letters: elsewhere }, {}), wordEncoder(), store);
    await expect(named).rejects.toMatchObject({ state: 'other_letters' });
    const library = await libraryOf(readSettings({}, { LETTERS_DIR: elsewhere }), wordEncoder(), store);
    expect(library.letters).toHaveLength(1);
  });

  test('keeps the version before, forgets those of long ago, and says so to who still reads one', async () => {
    const url = await withIndex();
    const store = storeIn(url);
    const encoder = wordEncoder();
    const lettersDir = await shortLetters();
    const first = await openedIn(store);
    const tables = async () =>
      (await sqlAt(url, "SELECT relname FROM pg_class WHERE relname ~ '^passages_\\d+$' ORDER BY oid")).length;
    for (let i = 1; i < 3; i++) {
      await writeFile(path.join(lettersDir, `${i}.txt`), SHORT_LETTER.replaceAll('munitie', `munitie ${i}`));
      await store.build({ lettersDir, encoder });
      expect(await tables()).toBe(i + 1);
    }
    await first.ask('Waarover spraken de ministers?');
    await sqlAt(url, "UPDATE briefwijzer.versions SET replaced_at = replaced_at - interval '2 hours'");
    await store.build({ lettersDir, encoder });
    expect(await tables()).toBe(2);
    expect(await sqlAt(url, 'SELECT DISTINCT version FROM briefwijzer.files')).toHaveLength(2);
    await expect(first.ask('Waarover spraken de ministers?')).rejects.toThrow(DatabaseProblem);
    await (await openedIn(store)).ask('Waarover spraken de ministers?');
  });

  test('whose disk is full says so, and goes on with the version there is', async () => {
    const url = await withIndex();
    const store = storeIn(url);
    const encoder = wordEncoder();
    const lettersDir = await shortLetters();
    const { version } = await store.facts(encoder);
    await sqlAt(
      url,
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
      CREATE TRIGGER full_disk BEFORE INSERT ON briefwijzer.files FOR EACH ROW EXECUTE FUNCTION refuse()`,
    );
    await writeFile(path.join(lettersDir, 'tanks.txt'), SHORT_LETTER.replaceAll('unitie', 'tanks'));
    const build = store.build({ lettersDir, encoder });
    await expect(build).rejects.toThrow(DatabaseProblem);
    await expect(build).rejects.toThrow('its disk is full');
    expect((await openedIn(store)).about.version).toBe(version);
    expect(await sqlAt(url, 'SELECT number FROM briefwijzer.versions')).toHaveLength(1);
    await sqlAt(url, 'DROP TRIGGER full_disk ON briefwijzer.files');
    expect(await store.build({ lettersDir, encoder })).toMatchObject({ changed: true });
  });

  test('that goes right behind a build is said to have it', async () => {
    const database = open(await withTables());
    const gone = { ...database, rows: () => Promise.reject(new DatabaseProblem('it went')) };
    const built = databaseStore(gone).build({ lettersDir: await shortLetters(), encoder: wordEncoder() });
    expect(await built).toMatchObject({ changed: true, letters: 1 });
    expect((await databaseStore(database).load(wordEncoder())).manifest.version).toBe((await built).version);
  });

  test('that does not answer who loads an index is given up, much later than by a question', async () => {
    const url = await withIndex();
    const store = storeIn(url);
    const { version } = await store.facts(wordEncoder());
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const loadedAfter = async (ms: number) => {
      const letGo = await holdTable(url, 'briefwijzer.files');
      const loaded = store.load(wordEncoder()).then(({ manifest }) => manifest.version, String);
      await untilWaiting(url, 1);
      await vi.advanceTimersByTimeAsync(ms);
      await letGo();
      return loaded;
    };
    expect(await loadedAfter(100_000)).toBe(version);
    expect(await loadedAfter(120_000)).toContain("it can't be reached");
    expect((await store.load(wordEncoder())).manifest.version).toBe(version);
  });

  test('is written to however long that takes, and asked within its own limits', async () => {
    const url = await withTables();
    const name = new URL(url).pathname.slice(1);
    await sqlAt(
      url,
      `ALTER DATABASE ${name} SET statement_timeout = '200ms'; ALTER DATABASE ${name} SET lock_timeout = '100ms'`,
    );
    const database = open(url);
    const wait = 'SELECT pg_sleep(0.4)';
    await expect(database.run(wait)).rejects.toThrow('it took too long');
    const limit = (session: Session) =>
      session.rows(z.object({ limit: z.string() }), "SELECT current_setting('lock_timeout') AS limit");
    const limits = await database.transaction(async (session) => {
      await session.run(wait);
      return limit(session);
    });
    expect(limits).toEqual([{ limit: '0' }]);
    expect(await database.change(limit)).toEqual([{ limit: '100ms' }]);
    await expect(database.run(wait)).rejects.toThrow('it took too long');
  });

  test('answers a user who may only read, who builds nothing', async () => {
    const url = await withTables();
    await sqlAt(
      url,
      `CREATE ROLE asker LOGIN; GRANT USAGE ON SCHEMA briefwijzer TO asker;
      GRANT SELECT ON ALL TABLES IN SCHEMA briefwijzer TO asker;
      ALTER DEFAULT PRIVILEGES IN SCHEMA briefwijzer GRANT SELECT ON TABLES TO asker`,
    );
    const lettersDir = await shortLetters();
    await storeIn(url).build({ lettersDir, encoder: wordEncoder() });
    const asker = storeIn(asUser(url, 'asker'));
    const { quotes } = await (await openedIn(asker)).ask('Waarover spraken de ministers? Munitie?');
    expect(quotes.length).toBeGreaterThan(0);
    await writeFile(path.join(lettersDir, 'tanks.txt'), SHORT_LETTER.replaceAll('unitie', 'tanks'));
    await expect(asker.build({ lettersDir, encoder: wordEncoder() })).rejects.toThrow('this user may not do that');
  });

  test.each([
    [
      'UPDATE briefwijzer.files SET bytes = overlay(bytes placing $$\\x00$$ from 9) WHERE name = $$lexical$$',
      'damaged',
    ],
    ['UPDATE briefwijzer.versions SET manifest = left(manifest, 100)', 'its manifest is damaged'],
  ])('that was damaged (%s) is noticed, and mended by building again', async (sql, says) => {
    const url = await withIndex();
    const store = storeIn(url);
    const lettersDir = await shortLetters();
    await sqlAt(url, sql);
    await expect(store.load(wordEncoder())).rejects.toThrow(says);
    await writeFile(path.join(lettersDir, 'tanks.txt'), SHORT_LETTER.replaceAll('unitie', 'tanks'));
    await store.build({ lettersDir, encoder: wordEncoder() });
    await store.load(wordEncoder());
  });
});
