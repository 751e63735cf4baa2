import { type DestinationStream, pino } from 'pino';
import type { Config } from '../config/config.ts';
import { errorCode } from '../error-code.ts';
import { visible } from '../visible.ts';
import type { Log } from './ports.ts';

/**
 * Bot tokens, and the tokens of interactions and webhooks in addresses: whoever has one can speak as the bot; and
 * addresses of databases. A run of word characters and hyphens is looked at from its beginning only, or a long one would
 * take the square of its length.
 */
const SECRETS =
  /(?<![\w-])[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}|(?<=\/(?:webhooks|interactions)\/\d{17,20}\/)[^/?\s"]+|(?<=postgres(?:ql)?:\/\/)[^\s"\\]+/g;

/**
 * The program's log: one JSON object a line, on stderr unless told otherwise. Errors are logged without the request that
 * failed, which holds tokens and what people asked.
 */
export function createLog(
  { LOG_LEVEL, DISCORD_TOKEN }: Pick<Config, 'LOG_LEVEL' | 'DISCORD_TOKEN'>,
  destination: DestinationStream = pino.destination(2),
): Log {
  const withoutSecrets = (line: string): string => {
    const shown = visible(line).replace(SECRETS, '[secret]');
    return DISCORD_TOKEN ? shown.replaceAll(DISCORD_TOKEN, '[secret]') : shown;
  };
  return pino(
    { level: LOG_LEVEL, base: null, serializers: { error: describeError } },
    { write: (line) => destination.write(withoutSecrets(line)) },
  );
}

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const status = 'status' in error ? error.status : undefined;
  return { name, message, code: errorCode(error), status, stack };
}
