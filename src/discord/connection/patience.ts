import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, Events, SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';

type BuildStrategy = NonNullable<WebSocketOptions['buildStrategy']>;

/** The first try comes at once, each further one after twice as long, in ms. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/** Unlike the bot's other waits it keeps the process going: nothing else may be left that does. */
const wait = (ms: number): Promise<void> => sleep(ms);

/**
 * Makes a client wait longer before each further try to connect anew, until it is connected: by itself discord.js tries
 * twice a second for as long as the gateway is down. Before it connects it asks for the session, which takes as long as it
 * takes; for each event it asks too, and gets it at once.
 */
export function connectPatiently(client: Client, pause = wait): { readonly buildStrategy: BuildStrategy } {
  let tries = 0;
  let isTrying = false;
  const connected = () => {
    tries = 0;
  };
  client.on(Events.ShardReady, connected).on(Events.ShardResume, connected);
  client.on(Events.ShardReconnecting, () => {
    isTrying = true;
  });
  return {
    buildStrategy(manager) {
      const { options } = manager;
      const { retrieveSessionInfo } = options;
      options.retrieveSessionInfo = async (shard) => {
        if (!isTrying) return retrieveSessionInfo(shard);
        isTrying = false;
        if (tries > 0) await pause(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1)));
        tries++;
        // A client that was destroyed meanwhile must not come back.
        return client.token === null ? new Promise(() => {}) : retrieveSessionInfo(shard);
      };
      return new SimpleShardingStrategy(manager);
    },
  };
}
