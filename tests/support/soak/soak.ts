import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commands } from '../../../commands/index.ts';
import { registerCommands } from '../../../src/discord/connection/register.ts';
import { PATIENCE_MS } from '../../../src/local-discord/happenings.ts';
import { buttonsOf, isThinking, LocalDiscord, type Message } from '../../../src/local-discord/index.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { copyOfSeeds, temporaryFolder } from '../folders.ts';
import { randomNumbers } from '../random-numbers.ts';
import { spawnCli } from '../run-cli.ts';
import { keepTally } from '../storm/tally.ts';
import type { FlawName } from './flaws.ts';

/** How a bot's process fares. */
export interface Vitals {
  readonly rssMb: number;
  /** Of its event loop since the beginning, by its own doing, in ms. */
  readonly delay: { readonly p99: number; readonly most: number };
  /** The same as Node.js measures it: with the 10 ms of the timer, and all it waited for a core. */
  readonly delayWithWaits: { readonly p99: number; readonly most: number };
  readonly errors: number;
  /** The version of the index in use. */
  readonly index: string;
}

export interface SoakOptions {
  readonly seconds: number;
  /** Questions a second, whether or not those before are answered. */
  readonly rate: number;
  /** How often the index is built anew with another letter in it, in seconds. */
  readonly swapEvery: number;
  /** The bundled encoder, or words without a model. */
  readonly encoder: 'bundled' | 'words';
  readonly flaw?: FlawName;
}

export interface SoakReport {
  readonly asked: number;
  /** What was not acknowledged and answered exactly once. */
  readonly problems: readonly string[];
  /** Requests by which the bot broke Discord's rules. */
  readonly violations: number;
  /** Interactions acknowledged after Discord's three seconds. */
  readonly late: number;
  /** ms from question to answer. */
  readonly answeredMs: { readonly p50: number; readonly p99: number; readonly max: number };
  /** Versions of the index that were in use. */
  readonly indexes: number;
  /** Resident MB, every five seconds. */
  readonly resident: readonly number[];
  /** MB that the bot holds on to, after a collection, every minute: what is resident follows the collector. */
  readonly held: readonly number[];
  readonly vitals: Vitals;
  /** The machine's load average over a minute: on average, and at most. */
  readonly load: { readonly mean: number; readonly most: number };
  readonly code: number | null;
}

const SUPPORT = path.join(packageRoot(), 'dist/tests/support');
/** More than one, for each has a limit of their own. */
const PEOPLE = 40;
/** How often the bot is looked at, and how often what it holds is counted, in seconds. */
const LOOK_EVERY = 5;
const COUNT_EVERY = 60;
/** What Discord allows for the first answer; and how long the last answers are waited for. In ms. */
const ACKNOWLEDGEMENT = 3000;
const LAST_ANSWERS = 60_000;

const SUBJECTS = ['Afghanistan', 'cyber', 'lastenverdeling', 'Oekraïne', 'klimaat', 'Kosovo', 'luchtschepen'];

/** People ask a running bot so many questions a second, while its index is built anew and swapped. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const [lettersDir, indexDir] = [await copyOfSeeds(), await temporaryFolder()];
  const build = async (number: number): Promise<void> => {
    await writeFile(path.join(lettersDir, 'luchtschepen.txt'), letterOf(number));
    const builder = path.join(SUPPORT, 'kills/index-builder.js');
    if (options.encoder === 'bundled') await spawnCli(['index', '--letters', lettersDir, '--index', indexDir]);
    else await once(fork(builder, [lettersDir, indexDir], { stdio: 'ignore' }), 'exit');
  };
  await build(0);
  const discord = await LocalDiscord.start({ openApi: undefined });
  // Who is late is counted, not left without an answer.
  discord.settings.answerWithinMs = PATIENCE_MS;
  await registerCommands({ token: discord.settings.token, commands, api: discord.api });
  const bot = await startBot(discord, { LETTERS_DIR: lettersDir, INDEX_DIR: indexDir }, options);
  try {
    return await askOf(bot, discord, build, options);
  } finally {
    bot.kill('SIGKILL');
    await discord.stop();
  }
}

async function askOf(
  bot: ChildProcess,
  discord: LocalDiscord,
  build: (number: number) => Promise<void>,
  { seconds, rate, swapEvery }: SoakOptions,
): Promise<SoakReport> {
  const [tally, timing] = [keepTally(discord), keepTime(discord)];
  const [resident, held, loads]: [number[], number[], number[]] = [[], [], []];
  const indexes = new Set<string>();
  const look = async (): Promise<Vitals> => {
    bot.send('vitals');
    const [vitals] = (await once(bot, 'message')) as [Vitals];
    resident.push(vitals.rssMb);
    indexes.add(vitals.index);
    loads.push(loadavg()[0] ?? 0);
    return vitals;
  };

  bot.send('begin');
  const begun = performance.now();
  const passed = (): number => (performance.now() - begun) / 1000;
  const swapping = (async () => {
    for (let number = 1; number * swapEvery < seconds; number++) {
      await sleep(Math.max(0, number * swapEvery - passed()) * 1000);
      await build(number);
    }
  })();
  const act = visitor(discord);
  for (let asked = 0, looks = 0; asked < seconds * rate; await sleep(25)) {
    for (; asked < Math.min(seconds, passed()) * rate; asked++) act();
    if (passed() < looks * LOOK_EVERY) continue;
    await look();
    if (++looks % (COUNT_EVERY / LOOK_EVERY) === 0) held.push(await liveMb(bot));
  }
  await swapping;
  const end = performance.now() + LAST_ANSWERS;
  while (tally.problems().length > 0 && performance.now() < end) await sleep(500);
  const vitals = await look();
  bot.disconnect();
  const [code] = (await once(bot, 'exit')) as [number | null];
  const load = { mean: loads.reduce((sum, one) => sum + one, 0) / loads.length, most: Math.max(...loads) };
  const [{ asked }, problems] = [tally, tally.problems()];
  return { asked, problems, ...timing.report(), indexes: indexes.size, resident, held, vitals, load, code };
}

/** Does what people do, one thing a call: mostly ask. */
function visitor({ people, world, happenings }: LocalDiscord): () => void {
  const random = randomNumbers(1);
  const oneOf = <T>(list: readonly T[]): T | undefined => list[random(list.length)];
  const persons = Array.from({ length: PEOPLE }, (_, i) => world.addPerson({ name: `lezer-${i}` }));
  let answer: Message | null = null;
  happenings.subscribe((it) => {
    if (it.kind === 'messageUpdated' && buttonsOf(it.message).length > 0) answer = it.message;
  });
  return () => {
    const question = `Wat schrijft de minister over ${oneOf(SUBJECTS)} en ${oneOf(SUBJECTS)} in ${2015 + random(10)}?`;
    const kind = random(10);
    const id = answer && oneOf(buttonsOf(answer).flatMap(({ custom_id: custom }) => custom ?? []));
    const as = { user: oneOf(persons) ?? world.ada };
    if (kind === 0 && answer && id) people.press(answer, id, { ...as, unchecked: true });
    else if (kind === 1) people.write(`<@${world.bot.id}> ${question}`, as);
    else if (kind === 2) people.slash('letters', {}, as);
    else people.slash('ask', { question, share: random(4) === 0 }, as);
  };
}

/** Counts from now on what the bot did late or against Discord's rules. */
function keepTime({ happenings }: LocalDiscord) {
  const began = new Map<string, number>();
  const answered: number[] = [];
  let late = 0;
  let violations = 0;
  happenings.subscribe((it) => {
    if (it.kind === 'interaction') began.set(it.interaction.token, it.at);
    else if (it.kind === 'request')
      violations += it.request.verdicts.filter(({ problems }) => problems.length > 0).length;
    else if (it.kind === 'acknowledged')
      late += Number(it.at - (began.get(it.interaction.token) ?? 0) > ACKNOWLEDGEMENT);
    else if (it.kind === 'messageCreated' || it.kind === 'messageUpdated') {
      const at = began.get(it.interaction?.token ?? '');
      if (at === undefined || isThinking(it.message)) return;
      answered.push(it.at - at);
      began.delete(it.interaction?.token ?? '');
    }
  });
  return {
    report() {
      const sorted = answered.sort((a, b) => a - b);
      const share = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
      return { late, violations, answeredMs: { p50: share(0.5), p99: share(0.99), max: share(1) } };
    },
  };
}

/** MB that a bot holds on to: what is left of its heap, and of buffers beside it, after a collection. */
export async function liveMb(bot: ChildProcess): Promise<number> {
  bot.send('live');
  const [mb] = (await once(bot, 'message')) as [number];
  return mb;
}

/** Starts a bot in a process of its own; it ends when it is let go (`disconnect`). */
export async function startBot(
  discord: LocalDiscord,
  folders: Readonly<Record<string, string>>,
  { encoder, flaw = 'none' }: Pick<SoakOptions, 'encoder' | 'flaw'>,
): Promise<ChildProcess> {
  const bot = fork(path.join(SUPPORT, 'soak/soak-bot.js'), [encoder, flaw], {
    execArgv: ['--expose-gc'],
    env: {
      PATH: process.env.PATH ?? '',
      DISCORD_TOKEN: discord.settings.token,
      DISCORD_API: discord.api,
      DATA_DIR: await temporaryFolder(),
      INDEX_POLL_SECONDS: '1',
      USER_RATE_LIMIT: '1000',
      GUILD_RATE_LIMIT: '10000',
      LOG_LEVEL: 'warn',
      ...folders,
    },
  });
  const started = await Promise.race([once(bot, 'message'), once(bot, 'exit').then(() => null)]);
  if (started === null) throw new Error('the bot did not start');
  return bot;
}

function letterOf(number: number): string {
  return `Den Haag, 3 mei 2024\n\nEr zijn ${number} luchtschepen besteld voor het toezicht op de Noordzee.\n`;
}
