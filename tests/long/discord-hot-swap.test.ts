import { copyFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { registerCommands } from '../../src/discord/connection/register.ts';
import { LocalDiscord, textOf } from '../../src/local-discord/index.ts';
import { copyOfSeeds, temporaryFolder } from '../support/folders.ts';
import { loggedIn, runBot } from '../support/run-bot.ts';
import { spawnCli } from '../support/run-cli.ts';

const LETTER = `Den Haag, 3 mei 2024

Hierbij ontvangt u de brief over luchtschepen.

Luchtschepen
De minister van Defensie heeft twaalf luchtschepen besteld voor het toezicht op de Noordzee.
`;

test('A running bot takes in each newly built index, refuses a broken one, and answers all the while', async () => {
  const discord = await LocalDiscord.start();
  await registerCommands({ token: discord.settings.token, commands, api: discord.api });
  const [lettersDir, indexDir] = [await copyOfSeeds(), await temporaryFolder()];
  const build = () => spawnCli(['index', '--letters', lettersDir, '--index', indexDir]);
  await build();
  const bot = await runBot(discord, {
    LETTERS_DIR: lettersDir,
    INDEX_DIR: indexDir,
    INDEX_POLL_SECONDS: '1',
    USER_RATE_LIMIT: '1000',
    GUILD_RATE_LIMIT: '10000',
    LOG_LEVEL: 'debug',
  });
  try {
    await loggedIn(bot);
    const { people, waitFor } = discord;
    const ask = async (question: string) => textOf(await waitFor.answer(people.slash('ask', { question }), 20_000));
    const airships = () => ask('Hoeveel luchtschepen heeft de minister besteld?');
    expect(await airships()).not.toMatch(/twaalf/);

    // Asked without a pause while the index is built and swapped.
    let asking = true;
    const answers: string[] = [];
    const meanwhile = (async () => {
      while (asking) answers.push(await ask('Tot wanneer loopt operatie Allied Solace?'));
    })();
    await writeFile(path.join(lettersDir, 'luchtschepen.txt'), LETTER);
    await build();
    await expect.poll(airships, { timeout: 30_000, interval: 500 }).toMatch(/twaalf luchtschepen/);
    asking = false;
    await meanwhile;
    expect(answers.length).toBeGreaterThan(10);
    for (const answer of answers) expect(answer).toMatch(/^> .*Allied Solace/m);

    // A newer index that is damaged: its manifest is right, one of its files is not.
    await writeFile(path.join(lettersDir, 'zeppelins.txt'), LETTER.replaceAll('uchtschepen', 'uchtballonnen'));
    const damaged = await temporaryFolder();
    await spawnCli(['index', '--letters', lettersDir, '--index', damaged]);
    const known = new Set(await readdir(indexDir));
    for (const name of await readdir(damaged)) {
      if (name === 'manifest.json' || known.has(name)) continue;
      await writeFile(path.join(indexDir, name), 'damaged');
    }
    await copyFile(path.join(damaged, 'manifest.json'), path.join(indexDir, 'manifest.json'));
    const reloaded = async () => textOf(await waitFor.answer(people.slash('reload', {}), 20_000));
    expect(await reloaded()).toMatch(/^The new index was refused; I go on with the old one\./);
    expect(await airships()).toMatch(/twaalf luchtschepen/);

    // Built again, it is taken in.
    await build();
    const balloons = () => ask('Hoeveel luchtballonnen heeft de minister besteld?');
    await expect.poll(balloons, { timeout: 60_000, interval: 1000 }).toMatch(/twaalf luchtballonnen/);
    bot.child.kill('SIGTERM');
    expect(await bot.exited).toBe(0);
    expect(discord.violations).toEqual([]);
  } finally {
    bot.child.kill('SIGKILL');
    await discord.stop();
  }
});
