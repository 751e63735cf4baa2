import { expect, test } from 'vitest';
import { openIndexSource } from '../../src/cli/app/index-source.ts';
import { readSettings } from '../../src/cli/options/settings.ts';
import { databaseStore } from '../../src/database/index/store.ts';
import { openDatabaseStores } from '../../src/database/stores.ts';
import { systemClock } from '../../src/discord/ports.ts';
import { textOf } from '../../src/local-discord/index.ts';
import { closeStage, openStage } from '../support/bot-stage.ts';
import { shortLetters } from '../support/folders.ts';
import { useDatabases } from '../support/opened-databases.ts';
import { describeWithPostgres, postgres } from '../support/postgres.ts';
import { recordingLog } from '../support/recording-log.ts';
import { runCli } from '../support/run-cli.ts';
import { wordEncoder } from '../support/word-encoder.ts';

const QUESTION = 'Waarover spraken de ministers? Munitie?';
const { open, withIndex } = useDatabases();

describeWithPostgres('A bot with a database', () => {
  test('outlives it: questions fail politely, and are answered when it is back', async () => {
    const server = await postgres();
    const database = open(await withIndex());
    const store = databaseStore(database);
    const source = await openIndexSource(readSettings({}, {}), wordEncoder(), store);
    const stores = await openDatabaseStores(database, recordingLog(), systemClock);
    const stage = await openStage({ bot: { source, stores } });
    try {
      const { people, waitFor } = stage.discord;
      const answered = async () => textOf(await waitFor.answer(people.slash('ask', { question: QUESTION })));
      expect(await answered()).toMatch(/^> /m);
      await server.stop();
      const apology = await answered();
      expect(apology).not.toMatch(/^> /m);
      expect(apology).toMatch(/my side|bij mij/);
      await expect(source.changed()).rejects.toThrow("it can't be reached");
      expect(stage.logged.join()).toContain("it can't be reached");
      expect(stage.logged.join()).not.toContain('postgresql://postgres');
      await server.start();
      expect(await answered()).toMatch(/^> /m);
      expect(await source.changed()).toBe(false);
    } finally {
      await closeStage(stage);
    }
  });
});

describeWithPostgres('The command line with DATABASE_URL', () => {
  test('builds in the database, asks it, and says how it stands', async () => {
    const url = await (await postgres()).newDatabase();
    const env = { DATABASE_URL: url, LETTERS_DIR: await shortLetters(), INDEX_DIR: '/nonexistent' };
    expect(await runCli(['ask', QUESTION], { env })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('run "briefwijzer index --database"'),
    });
    const built = await runCli(['index', '--database'], { env });
    expect([built.code, built.stdout]).toEqual([0, expect.stringContaining('the database: 1 letter')]);
    const asked = await runCli(['ask', QUESTION], { env: { ...env, LETTERS_DIR: '/nonexistent' } });
    expect([asked.code, asked.stdout]).toEqual([0, expect.stringContaining('aanschaf van munitie')]);
    const feedback = await runCli(['feedback'], { env });
    expect([feedback.code, feedback.stdout.trim()]).toEqual([0, '0 verdicts, 0 wrong']);
    const { stdout } = await runCli(['doctor'], { env });
    expect(stdout).toMatch(/✓ Database: PostgreSQL \d+.* with pgvector 0\.\d+/);
    expect(stdout.replace(/\s+/g, ' ')).toContain('✓ Index: 1 letters');
    expect(stdout).toContain('in the database');
  });
});

test('index --database without one is wrong use', async () => {
  expect(await runCli(['index', '--database'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('set DATABASE_URL'),
  });
  const env = { DATABASE_URL: 'postgresql://localhost/x' };
  expect(await runCli(['index', '--database', '--index', 'x'], { env })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('leave out --database or --index'),
  });
});
