import { DiscordAPIError, HTTPError } from 'discord.js';
import { errorCode } from '../../error-code.ts';

/** Discord's codes for: unknown interaction, message, webhook; invalid webhook token. The person is not waiting any more. */
const GONE: ReadonlySet<unknown> = new Set([10062, 10008, 10015, 50027]);
const ALREADY_ACKNOWLEDGED = 40060;
/** Unknown channel, missing access, missing permissions: nothing the bot can mend. */
const NOT_ALLOWED: ReadonlySet<unknown> = new Set([10003, 50001, 50013]);

const SOCKET: ReadonlySet<unknown> = new Set([
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
]);

/** The interaction or message is no longer there: normal after an outage or 15 minutes. */
export function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && GONE.has(error.code);
}

export function isAlreadyAcknowledged(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === ALREADY_ACKNOWLEDGED;
}

export function isNotAllowed(error: unknown): boolean {
  return error instanceof DiscordAPIError && NOT_ALLOWED.has(error.code);
}

/** Discord or the way to it failed for the moment: the same request may succeed later. */
export function isTransient(error: unknown): boolean {
  if (error instanceof HTTPError || error instanceof DiscordAPIError) return error.status >= 500;
  if (!(error instanceof Error)) return false;
  return error.name === 'AbortError' || SOCKET.has(errorCode(error)) || isTransient(error.cause);
}
