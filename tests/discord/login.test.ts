import { afterEach, beforeEach, expect, test } from 'vitest';
import { exitCodeOf, report } from '../../src/cli/terminal/failure.ts';
import { readConfig } from '../../src/config/config.ts';
import { startBot } from '../../src/discord/bot.ts';
import { LocalDiscord } from '../../src/local-discord/index.ts';
import { UNTHROTTLED } from '../support/bot-stage.ts';
import { temporaryFolder } from '../support/folders.ts';
import { recordingLog } from '../support/recording-log.ts';
import { scriptedIntake } from '../support/scripted-intake.ts';
import { scriptedLibrary, scriptedSource } from '../support/scripted-library.ts';
import { silentTerminal } from '../support/silent-terminal.ts';

let discord: LocalDiscord;
beforeEach(async () => {
  discord = await LocalDiscord.start();
});
afterEach(() => discord.stop());

/** What a person sees of a bot that can't log in, and its exit code. */
async function failedLogin(api: string) {
  const source = scriptedSource(await scriptedLibrary());
  const config = readConfig({
    DISCORD_TOKEN: discord.settings.token,
    DISCORD_API: api,
    DATA_DIR: await temporaryFolder(),
  });
  const intake = scriptedIntake(source);
  const starting = startBot({ config, source, intake, commands: [], log: recordingLog(), clientOptions: UNTHROTTLED });
  const error: unknown = await starting.then(
    () => null,
    (reason: unknown) => reason,
  );
  const terminal = silentTerminal();
  report(terminal, error);
  return { code: exitCodeOf(error), said: terminal.logged.join('\n') };
}

test.each([502, 200])(
  'A bot whose gateway answers HTTP %i at the first login ends with the sentence',
  async (status) => {
    discord.settings.gatewayAnswers = status;
    const { code, said } = await failedLogin(discord.api);
    expect(code).toBe(1);
    expect(said).toContain(`answered with HTTP ${status}`);
    expect(said).not.toMatch(/\n\s+at /);
  },
);

test('A bot without Discord says what to do', async () => {
  const { code, said } = await failedLogin('http://127.0.0.1:9/api');
  expect(code).toBe(1);
  expect(said).toContain('Discord cannot be reached');
  expect(said).not.toMatch(/\n\s+at /);
});
