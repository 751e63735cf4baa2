import { DiscordAPIError, HTTPError } from 'discord.js';
import { z } from 'zod';
import { errorCode } from '../../error-code.ts';
import { NO_NETWORK, UNCONNECTED } from '../../network-codes.ts';

/** Discord's codes for: unknown interaction, unknown message, invalid webhook token. The person is not waiting any more. */
const GONE: ReadonlySet<unknown> = new Set([10062, 10008, 50027]);
const UNKNOWN_MESSAGE = 10008;
const ALREADY_ACKNOWLEDGED = 40060;
/** Unknown channel, missing access, missing permissions: nothing the bot can mend. */
const NOT_ALLOWED: ReadonlySet<unknown> = new Set([10003, 50001, 50013]);

/** What failed before anything was sent. */
const UNSENT: ReadonlySet<unknown> = new Set(UNCONNECTED);
/** Before anything was sent where a connection was being made, else perhaps after. */
const GONE_NETWORK: ReadonlySet<unknown> = new Set(NO_NETWORK);
const SOCKET: ReadonlySet<unknown> = new Set([
  ...UNCONNECTED,
  ...NO_NETWORK,
  'UND_ERR_SOCKET',
  'UND_ERR_HEADERS_TIMEOUT',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);

/** How Discord says that the message replied to is gone: a form that is invalid for this reason. */
const unknownReference = z.object({
  errors: z.object({
    message_reference: z.object({
      _errors: z.array(z.object({ code: z.literal('MESSAGE_REFERENCE_UNKNOWN_MESSAGE') })).min(1),
    }),
  }),
});

/** The interaction or message is no longer there: normal after an outage or 15 minutes. */
export function isGone(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError)) return false;
  return GONE.has(error.code) || isBare(error, 404) || unknownReference.safeParse(error.rawError).success;
}

export function isUnknownMessage(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === UNKNOWN_MESSAGE;
}

/** Discord says no more than the HTTP status: a proxy of its own, often. */
function isBare({ code, status }: DiscordAPIError, wanted: number): boolean {
  return status === wanted && (code === 0 || code === status);
}

/** Discord took offence at the message itself: the same one can't be sent, another may. */
export function isRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && (error.status === 400 || error.status === 413) && !isGone(error);
}

/** A request that certainly did not arrive: repeating it does nothing twice. */
export function isUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = errorCode(error);
  return UNSENT.has(code) || (GONE_NETWORK.has(code) && isOfConnecting(error)) || isUnsent(error.cause);
}

/** Node gathers in one what each address of a host said when a connection to it was tried. */
function isOfConnecting(error: Error): boolean {
  return error instanceof AggregateError || ('syscall' in error && error.syscall === 'connect');
}

/** No word came back of a request that may have arrived. */
export function isLost(error: unknown): boolean {
  const isAnswered = error instanceof HTTPError || error instanceof DiscordAPIError;
  return isTransient(error) && !isAnswered && !isUnsent(error);
}

export function isAlreadyAcknowledged(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === ALREADY_ACKNOWLEDGED;
}

export function isNotAllowed(error: unknown): boolean {
  return error instanceof DiscordAPIError && (NOT_ALLOWED.has(error.code) || isBare(error, 403));
}

/** Discord or the way to it failed for the moment: the same request may succeed later. */
export function isTransient(error: unknown): boolean {
  if (error instanceof HTTPError || error instanceof DiscordAPIError) return error.status >= 500;
  if (!(error instanceof Error)) return false;
  return error.name === 'AbortError' || SOCKET.has(errorCode(error)) || isTransient(error.cause);
}
