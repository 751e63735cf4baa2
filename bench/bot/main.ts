import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import { registerCommands } from '../../src/discord/connection/register.ts';
import { readLetters } from '../../src/letters/read.ts';
import { LocalDiscord } from '../../src/local-discord/index.ts';
import { type Done, Reader } from './people.ts';

/**
 * Load on the whole bot: USERS people at once do TOTAL things through a local Discord, each the next as soon as the last
 * was answered. The bot runs in a process of its own, with the index of `--index`.
 */
const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '50' },
    total: { type: 'string', default: '1000' },
    letters: { type: 'string', default: process.env.LETTERS_DIR ?? 'seeds' },
    index: { type: 'string', default: process.env.INDEX_DIR ?? 'index' },
  },
});
const users = Number(values.users);
const total = Number(values.total);

const { letters } = await readLetters(values.letters);
const questions = letters.flatMap(({ sections }) =>
  sections.flatMap(({ title }) => (title ? [`Wat schrijft de minister over ${title}?`] : [])),
);

const discord = await LocalDiscord.start({ openApi: undefined });
await registerCommands({ token: discord.settings.token, commands, api: discord.api });
const bot = fork(fileURLToPath(new URL('./bot-process.js', import.meta.url)), {
  env: {
    ...process.env,
    DISCORD_TOKEN: discord.settings.token,
    DISCORD_API: discord.api,
    LETTERS_DIR: values.letters,
    INDEX_DIR: values.index,
    DATA_DIR: await mkdtemp(path.join(tmpdir(), 'briefwijzer-bench-')),
    USER_RATE_LIMIT: '1000',
    GUILD_RATE_LIMIT: '10000',
  },
});
const ended = once(bot, 'exit');
const started = await Promise.race([once(bot, 'message').then(() => true), ended.then(() => false)]);
if (!started) throw new Error('the bot did not start: is there an index? Run "briefwijzer index"');

// Once to warm up, outside the count: the encoder loads its model with the first question.
await new Reader(discord, discord.world.ada, questions, 0).act();
bot.send('begin');

const busy = loadavg()[0] ?? 0;
const begun = performance.now();
const done: Done[] = [];
let left = total;
await Promise.all(
  Array.from({ length: users }, async (_, user) => {
    const person = discord.world.addPerson({ name: `reader-${user}`, locale: user % 2 === 0 ? 'nl' : 'en-US' });
    const reader = new Reader(discord, person, questions, user * 7);
    while (left-- > 0) done.push(await reader.act());
  }),
);
const seconds = (performance.now() - begun) / 1000;

bot.send('report');
const [report] = await once(bot, 'message');
const { blockedMs, p99Ms, errors } = z
  .object({ blockedMs: z.number(), p99Ms: z.number(), errors: z.number() })
  .parse(report);
bot.disconnect();
await ended;
await discord.stop();

const share = (list: number[], part: number) => {
  const sorted = list.sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
};
const row = (name: string, list: readonly Done[]) => {
  const first = list.map(({ firstMs }) => firstMs);
  const final = list.map(({ finalMs }) => finalMs);
  const cells = [first, final].flatMap((times) => [0.5, 0.95, 0.99].map((part) => share(times, part)));
  return `| ${[name, list.length, ...cells, list.filter(({ lost }) => lost).length].join(' | ')} |`;
};
const kinds = [...new Set(done.map(({ what }) => what))].sort();
process.stdout.write(
  `${[
    '| | count | first p50 | p95 | p99 | final p50 | p95 | p99 | lost |',
    '|---|---|---|---|---|---|---|---|---|',
    ...kinds.map((kind) =>
      row(
        kind,
        done.filter(({ what }) => what === kind),
      ),
    ),
    row('all', done),
    '',
    `ms; ${done.length} interactions of ${users} people in ${seconds.toFixed(1)} s; the bot's event loop was blocked for ${blockedMs.toFixed(0)} ms at most (p99 ${p99Ms.toFixed(0)} ms); ${errors} errors; ${discord.violations.length} violations of Discord's limits; load average before: ${busy.toFixed(1)}`,
  ].join('\n')}\n`,
);
