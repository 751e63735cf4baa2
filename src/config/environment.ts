import { z } from 'zod';

const YES = ['1', 'true', 'yes', 'on'];
const NO = ['0', 'false', 'no', 'off'];

const flag = (byDefault: boolean) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .refine((value) => YES.includes(value) || NO.includes(value), 'must be 1 or 0')
    .transform((value) => YES.includes(value))
    .default(byDefault);

const whole = (least: number, most: number, byDefault: number) =>
  z
    .string()
    .trim()
    .transform((value) => (/^\d+$/.test(value) ? Number(value) : Number.NaN))
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`)
    .default(byDefault);

const fraction = z
  .string()
  .trim()
  .transform(Number)
  .refine((value) => value >= 0 && value <= 1, 'must be a number from 0 to 1');

const snowflake = z
  .string()
  .trim()
  .regex(/^\d{17,20}$/, 'must be a Discord id of 17 to 20 digits');

const snowflakes = z
  .string()
  .transform((value) => value.split(/[\s,]+/).filter((id) => id !== ''))
  .refine(
    (ids) => ids.every((id) => snowflake.safeParse(id).success),
    'must be Discord ids of 17 to 20 digits with commas',
  );

const dossiers = z
  .string()
  .transform((value) =>
    value
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )
  .refine(
    (names) => names.every((name) => /^\d{2} ?\d{3}(?:[- ](?:[IVXL]{1,6}|[A-Z]|\d{2}))?$/.test(name)),
    'must be dossiers with commas, as 28676,21501-28',
  );

const httpAddress = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' });

const folder = (byDefault: string) => z.string().default(byDefault);

const port = z
  .string()
  .trim()
  .transform((value) => (/^\d+$/.test(value) ? Number(value) : Number.NaN))
  .refine((value) => value >= 1 && value <= 65_535, 'must be a port from 1 to 65535');

/**
 * Every environment variable Briefwijzer knows; `.env.example` explains them in the same order. A message here is the
 * middle of a sentence: "LOG_LEVEL must be …, not "loud"."
 */
export const environmentSchema = z.object({
  /** The bot's secret. Only `start` and `register` need it. */
  DISCORD_TOKEN: z
    .string()
    .trim()
    .regex(/^[\w-]{5,}\.[\w-]+\.[\w-]+$/, "must be the bot's token from the Developer Portal (three parts with dots)")
    .optional(),
  /** Asked of Discord where it is not given. */
  DISCORD_APPLICATION_ID: snowflake.optional(),
  /**
   * Who may use /status, /feedback and /reload, and change the letters anywhere; the application's owner, or its team, where
   * it is not given.
   */
  OWNER_IDS: snowflakes.optional(),
  /** Servers whose managers may take letters in and out; the bot's only server where it is not given. */
  LETTER_SERVERS: snowflakes.optional(),
  LETTERS_DIR: folder('seeds'),
  INDEX_DIR: folder('index'),
  /** The bundled encoder where it is not given. */
  EMBEDDING_MODEL: z.string().trim().optional(),
  /** Confidence below which a question counts as not answered; the trained threshold where it is not given. */
  ANSWER_THRESHOLD: fraction.optional(),
  /** Where index, settings, feedback and trays are kept for several processes; folders where it is not given. */
  DATABASE_URL: z
    .string()
    .trim()
    .regex(/^postgres(?:ql)?:\/\/\S+$/, 'must be a PostgreSQL address (postgresql://user:password@host/database)')
    .optional(),
  /** For settings.json, feedback.jsonl and trays.json. */
  DATA_DIR: folder('data'),
  FEEDBACK_USER_IDS: flag(false),
  /** How long feedback is kept. */
  FEEDBACK_DAYS: whole(1, 3650, 365),
  LOG_LEVEL: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(
      z.enum(
        ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
        'must be fatal, error, warn, info, debug, trace or silent',
      ),
    )
    .default('info'),
  LOG_QUESTIONS: flag(false),
  /** For messages that mention the bot: Discord does not tell their writer's language. */
  DEFAULT_LANGUAGE: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.enum(['nl', 'en'], 'must be nl or en'))
    .default('nl'),
  /** Questions and buttons in a minute. */
  USER_RATE_LIMIT: whole(1, 1000, 20),
  GUILD_RATE_LIMIT: whole(1, 10_000, 200),
  INDEX_POLL_SECONDS: whole(1, 3600, 10),
  /** Where the bot serves the letters' pages; it serves none where it is not given. */
  WEB_PORT: port.optional(),
  WEB_HOST: z.string().trim().default('127.0.0.1'),
  /** Where people reach the pages: quotes link to it. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .refine((value) => !/[?#]/.test(value), 'must be an address without ? and #')
    .optional(),
  /** Where health and metrics are served; nowhere where it is not given. */
  HEALTH_PORT: port.optional(),
  HEALTH_HOST: z.string().trim().default('127.0.0.1'),
  /** How long the connection to Discord or the event loop may be dead before the process ends; 0 for ever. */
  WATCHDOG_MINUTES: whole(0, 1440, 5),
  /** The dossiers whose new letters a running bot takes in. */
  FOLLOW: dossiers.optional(),
  /** Where it announces them. */
  FOLLOW_CHANNEL: snowflake.optional(),
  /** Set by discord.js's ShardingManager: which part of the bot's servers this process serves, and of how many. */
  SHARDS: whole(0, 9999, 0),
  SHARD_COUNT: whole(1, 10_000, 1),
  /** Another address for Discord's API: the local Discord. */
  DISCORD_API: httpAddress.default('https://discord.com/api'),
  /** The Tweede Kamer's open data, and the official publications: mirrors, or a server for tests. */
  ODATA_URL: httpAddress.default('https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0'),
  SRU_URL: httpAddress.default('https://repository.overheid.nl/sru'),
  /** Requests to them in a second. */
  FETCH_RATE: z
    .string()
    .trim()
    .transform(Number)
    .refine((value) => value >= 0.01 && value <= 100, 'must be a number from 0.01 to 100')
    .default(1),
});
