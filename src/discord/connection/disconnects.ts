import { HTTPError } from 'discord.js';
import type { Config } from '../../config/config.ts';
import { errorCode } from '../../error-code.ts';
import { Problem } from '../../problem.ts';

/** The bot cannot start, or cannot go on: the message says what to do. */
export class DiscordProblem extends Problem {}

/**
 * The bot's token.
 *
 * @throws {DiscordProblem} where it is not set
 */
export function requireToken({ DISCORD_TOKEN }: Pick<Config, 'DISCORD_TOKEN'>): string {
  if (DISCORD_TOKEN) return DISCORD_TOKEN;
  throw new DiscordProblem(
    'DISCORD_TOKEN is not set: take it from the Developer Portal under Bot. To try everything without Discord: briefwijzer preview',
  );
}

const REFUSED: Readonly<Record<number, string>> = {
  4004: 'Discord refuses the token: reset it in the Developer Portal under Bot, and set DISCORD_TOKEN to the new one',
  4010: 'Discord refuses the shard number: leave SHARDS and SHARD_COUNT to the manager that starts the bot',
  4011: 'the bot is in more servers than one connection may serve: run it in several processes (docs/SCALE.md)',
  4012: 'Discord no longer speaks this version of its gateway: update discord.js',
  4013: 'Discord does not know the intents asked for: update discord.js',
  4014: 'Discord refuses the intents asked for: switch them on in the Developer Portal under Bot, Privileged Gateway Intents',
};

/** What a close code that cannot be mended by reconnecting means. */
export function disconnectProblem(code: number): DiscordProblem {
  return new DiscordProblem(`${REFUSED[code] ?? 'Discord closed the connection for good'} (close code ${code}).`);
}

/** Codes of the network and of what asks over it; those of Node itself begin with ERR. */
const NETWORK = /^(?:E(?!RR_)[A-Z_]+|UND_ERR_\w+)$/;

/** What stands between the bot and Discord: a code, or a few words; null where an error tells of something else. */
function whyUnreachable(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof HTTPError) return `HTTP ${error.status}`;
  if (error.name === 'AbortError') return 'no answer in time';
  const code = errorCode(error);
  return typeof code === 'string' && NETWORK.test(code) ? code : whyUnreachable(error.cause);
}

/** That Discord gave no answer, as a sentence; null where an error tells of something else. */
export function unreachableProblem(error: unknown): DiscordProblem | null {
  const why = whyUnreachable(error);
  const sentence = `Discord cannot be reached (${why}): look at the network, and at DISCORD_API if it is set.`;
  return why === null ? null : new DiscordProblem(sentence, { cause: error });
}

/** Why logging in failed, as a sentence. */
export function loginProblem(error: unknown): DiscordProblem {
  if (error instanceof DiscordProblem) return error;
  if (!(error instanceof Error)) return new DiscordProblem(`Logging in to Discord failed: ${String(error)}.`);
  if (errorCode(error) === 'TokenInvalid') return disconnectProblem(4004);
  if (/sessions? remaining/i.test(error.message))
    return new DiscordProblem('The bot has logged in too often today: wait until tomorrow, or reset its token.');
  const unreachable = unreachableProblem(error);
  if (unreachable) return unreachable;
  const answered = /^Unexpected server response: (\d+)$/.exec(error.message)?.[1];
  if (answered !== undefined)
    return new DiscordProblem(
      `Discord's gateway answered with HTTP ${answered} instead of opening a connection: try again later, or look at a proxy in between.`,
    );
  return new DiscordProblem(`Logging in to Discord failed (${error.message}): try again later.`, { cause: error });
}
