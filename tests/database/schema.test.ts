import { expect, test } from 'vitest';
import { DatabaseProblem } from '../../src/database/problems.ts';
import { assertUpToDate, bringUpToDate, STEPS } from '../../src/database/schema.ts';
import { openDatabaseStores } from '../../src/database/stores.ts';
import { manualClock } from '../support/manual-clock.ts';
import { useDatabases } from '../support/opened-databases.ts';
import { asUser, describeWithPostgres, postgres, sqlAt } from '../support/postgres.ts';
import { recordingLog } from '../support/recording-log.ts';

const { open: opened } = useDatabases();

describeWithPostgres('the tables', () => {
  test('are made once, and kept', async () => {
    const database = opened(await (await postgres()).newDatabase());
    await expect(assertUpToDate(database)).rejects.toThrow('it has no tables yet; run "briefwijzer index --database"');
    await database.transaction((session) => bringUpToDate(session));
    await database.run("INSERT INTO briefwijzer.settings VALUES ('1', '{}')");
    await database.transaction((session) => bringUpToDate(session));
    await assertUpToDate(database);
    expect(await database.run('SELECT 1 FROM briefwijzer.settings')).toBe(1);
  });

  test('of an earlier program are said to be so, and brought up to date', async () => {
    const database = opened(await (await postgres()).newDatabase());
    const later = [...STEPS, 'ALTER TABLE briefwijzer.settings ADD COLUMN threshold real'];
    await database.transaction((session) => bringUpToDate(session));
    await expect(assertUpToDate(database, later)).rejects.toThrow(
      'its tables are of step 2, this program needs step 3; run "briefwijzer index --database"',
    );
    await database.transaction((session) => bringUpToDate(session, later));
    await assertUpToDate(database, later);
    expect(await database.run('SELECT threshold FROM briefwijzer.settings')).toBe(0);
  });

  test('of before channels chose keep what servers chose', async () => {
    const database = opened(await (await postgres()).newDatabase());
    await database.transaction((session) => bringUpToDate(session, STEPS.slice(0, 1)));
    await database.run("INSERT INTO briefwijzer.settings VALUES ('1', 'nl'), ('2', 'reader')");
    await database.transaction((session) => bringUpToDate(session));
    const { settings } = await openDatabaseStores(database, recordingLog(), manualClock());
    expect([settings.at('1'), settings.at('2')]).toEqual([{ language: 'nl' }, { language: 'reader' }]);
  });

  test('of a later program are left alone', async () => {
    const database = opened(await (await postgres()).newDatabase());
    const later = [...STEPS, 'ALTER TABLE briefwijzer.settings ADD COLUMN threshold real'];
    await database.transaction((session) => bringUpToDate(session, later));
    const sentence = 'its tables are of step 3, this program knows them up to step 2; install a newer Briefwijzer';
    await expect(assertUpToDate(database)).rejects.toThrow(sentence);
    await expect(database.transaction((session) => bringUpToDate(session))).rejects.toThrow(sentence);
  });

  test('need pgvector, and nothing is left of a step that failed', async () => {
    const database = opened(await (await postgres()).newDatabase());
    const steps = ['CREATE EXTENSION pgvector_of_nobody'];
    const made = database.transaction((session) => bringUpToDate(session, steps));
    await expect(made).rejects.toThrow('pgvector is not installed on its server');
    expect(await database.run("SELECT 1 FROM pg_namespace WHERE nspname = 'briefwijzer'")).toBe(0);

    await database.transaction((session) => bringUpToDate(session));
    await database.run('DROP EXTENSION vector');
    const missing = 'its pgvector is missing, 0.8 or newer is needed';
    await expect(assertUpToDate(database)).rejects.toThrow(missing);
    await expect(database.transaction((session) => bringUpToDate(session))).rejects.toThrow(missing);
  });

  test('are made by who may make them', async () => {
    const url = await (await postgres()).newDatabase();
    await sqlAt(url, 'CREATE ROLE guest LOGIN');
    const made = opened(asUser(url, 'guest')).transaction((session) => bringUpToDate(session));
    await expect(made).rejects.toThrow(DatabaseProblem);
    await expect(made).rejects.toThrow('this user may not do that');
  });
});

describeWithPostgres('a database', () => {
  test('that is not there, or takes nobody in, is one sentence without a password', async () => {
    const url = await (await postgres()).newDatabase();
    const addresses = [
      url.replace(/test_\w+/, 'elsewhere'),
      asUser(url, 'nobody:secret'),
      'postgresql://bot:secret@localhost:1/x',
    ];
    const problems = await Promise.all(
      addresses.map((address) =>
        opened(address)
          .run('SELECT 1')
          .catch((error: unknown) => error),
      ),
    );
    expect(problems.map((problem) => (problem instanceof DatabaseProblem ? problem.message : problem))).toEqual([
      expect.stringContaining('there is no database of that name'),
      expect.stringContaining('it refuses this user'),
      expect.stringContaining("it can't be reached"),
    ]);
    expect(String(problems)).not.toContain('secret');
  });

  test('is asked once more when a connection was lost', async () => {
    const url = await (await postgres()).newDatabase();
    const database = opened(url);
    const mine = "pid <> pg_backend_pid() AND application_name = 'briefwijzer' AND datname = current_database()";
    await database.run('SELECT 1');
    await sqlAt(url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${mine}`);
    await expect(assertUpToDate(database)).rejects.toThrow('it has no tables yet');
  });

  test('that comes back is used again', async () => {
    const server = await postgres();
    const database = opened(await server.newDatabase());
    await database.transaction((session) => bringUpToDate(session));
    await assertUpToDate(database);
    await server.stop();
    await expect(assertUpToDate(database)).rejects.toThrow("it can't be reached");
    await server.start();
    await assertUpToDate(database);
  });
});
