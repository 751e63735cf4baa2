import { readdir } from 'node:fs/promises';
import { beforeEach, expect, test } from 'vitest';
import { withBotStores } from '../../../src/cli/app/bot-stores.ts';
import { readConfig } from '../../../src/config/config.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { recordingLog } from '../../support/recording-log.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

const config = () => readConfig({ DATA_DIR: folder });

test('A second bot waits for the data folder until the first has ended, and finds what it wrote', async () => {
  const log = recordingLog();
  let second = Promise.resolve<unknown>(null);
  await withBotStores(config(), recordingLog(), async ({ settings }) => {
    const waits = new Promise<void>((resolve) => {
      const warn: typeof log.warn = (...line) => {
        log.warn(...line);
        resolve();
      };
      second = withBotStores(config(), { ...log, warn }, async ({ settings }) => settings.at('1'));
    });
    await waits;
    await settings.choose('1', { language: 'nl' });
  });
  expect(await second).toEqual({ language: 'nl' });
  expect(log.lines).toMatchObject([{ level: 'warn', message: expect.stringContaining('another bot uses') }]);
  expect(await readdir(folder)).not.toContain('bot.lock');
});
