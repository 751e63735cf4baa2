import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import { registerCommands } from '../../src/discord/connection/register.ts';
import { readLetters } from '../../src/letters/read.ts';
import { LocalDiscord } from '../../src/local-discord/index.ts';
import { type Spread, spread } from '../compare/rounds.ts';
import type { Table } from '../eval/report.ts';
import { type Done, Reader } from './people.ts';

export interface LoadOptions {
  /** People who act at once. */
  readonly users: number;
  /** Things they do together. */
  readonly total: number;
  readonly letters: string;
  readonly index: string;
}

/** What people got, in ms from the event to the first and to the final answer. */
export interface Load {
  readonly kinds: readonly Kind[];
  readonly seconds: number;
  /** Longest time that the bot's event loop was blocked, and its 99th percentile, in ms. */
  readonly blockedMs: number;
  readonly p99Ms: number;
  readonly errors: number;
  readonly violations: number;
  /** Load average of the machine before. */
  readonly busy: number;
}

export interface Kind {
  readonly what: string;
  readonly count: number;
  readonly first: Spread;
  readonly final: Spread;
  readonly lost: number;
}

/**
 * Load on the whole bot: people at once do things through a local Discord, each the next as soon as the last was
 * answered. The bot runs in a process of its own.
 * @throws Error when it does not start
 */
export async function loadBot({ users, total, letters: lettersDir, index }: LoadOptions): Promise<Load> {
  const { letters } = await readLetters(lettersDir);
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
      LETTERS_DIR: lettersDir,
      INDEX_DIR: index,
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

  const kinds = [...new Set(done.map(({ what }) => what))].sort();
  return {
    kinds: [
      ...kinds.map((kind) =>
        kindOf(
          kind,
          done.filter(({ what }) => what === kind),
        ),
      ),
      kindOf('all', done),
    ],
    seconds,
    blockedMs,
    p99Ms,
    errors,
    violations: discord.violations.length,
    busy,
  };
}

function kindOf(what: string, done: readonly Done[]): Kind {
  return {
    what,
    count: done.length,
    first: spread(done.map(({ firstMs }) => firstMs)),
    final: spread(done.map(({ finalMs }) => finalMs)),
    lost: done.filter(({ lost }) => lost).length,
  };
}

/** A row a kind of thing that people did. */
export function loadTable({ kinds }: Load): Table {
  return [
    ['', 'count', 'first p50', 'p95', 'p99', 'final p50', 'p95', 'p99', 'lost'],
    ...kinds.map(({ what, count, first, final, lost }) => [
      what,
      ...[count, first.p50, first.p95, first.p99, final.p50, final.p95, final.p99, lost].map((value) =>
        String(Math.round(value)),
      ),
    ]),
  ];
}

export function loadSentence(
  { kinds, seconds, blockedMs, p99Ms, errors, violations, busy }: Load,
  users: number,
): string {
  const count = kinds.at(-1)?.count ?? 0;
  return `ms; ${count} interactions of ${users} people in ${seconds.toFixed(1)} s; the bot's event loop was blocked for ${blockedMs.toFixed(0)} ms at most (p99 ${p99Ms.toFixed(0)} ms); ${errors} errors; ${violations} violations of Discord's limits; load average before: ${busy.toFixed(1)}`;
}
