import { Client, type ClientOptions, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Config } from '../../config/config.ts';
import { connectPatiently } from './patience.ts';

/** discord.js keeps how a route is limited, a kB for each interaction; what is no longer of use goes so often, in ms. */
const FORGET_ROUTES = 5 * 60_000;

/** A client that asks for no privileged intent: it reads only messages that mention the bot, and direct ones. */
export function createClient(config: Pick<Config, 'DISCORD_API'>, extra: Partial<ClientOptions> = {}): Client {
  const { rest, ...others } = extra;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Without it discord.js leaves out direct messages in channels it does not know yet.
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    // Discord's 50 requests a second do not count for interactions; discord.js would count them and fall behind.
    rest: {
      api: config.DISCORD_API,
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      retries: 0,
      handlerSweepInterval: FORGET_ROUTES,
      ...rest,
    },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 25, ReactionManager: 0 }),
    ...others,
  });
  client.options.ws = { ...client.options.ws, ...connectPatiently(client) };
  return client;
}
