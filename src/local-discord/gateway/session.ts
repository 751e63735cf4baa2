import { snowflake } from '../ids.ts';
import type { Line } from './frames.ts';

interface Dispatch {
  op: 0;
  s: number;
  t: string;
  d: unknown;
}

/** The number of a part of the bot's guilds, and of how many. */
export type Shard = readonly [id: number, count: number];

/** A bot's session: it outlives its connection, and what was missed is sent again when it is resumed. */
export class Session {
  readonly id = `${snowflake()}session`;
  readonly intents: number;
  readonly #shard: Shard;
  connection: Line | null;
  /** False once it can no longer be resumed. */
  alive = true;
  readonly #sent: Dispatch[] = [];

  constructor(connection: Line, intents: number, shard: Shard = [0, 1]) {
    this.connection = connection;
    this.intents = intents;
    this.#shard = shard;
  }

  /** Whether it hears of a guild; what happens outside guilds (null) the first shard hears of. */
  serves(guildId: string | null): boolean {
    const [id, count] = this.#shard;
    return guildId === null ? id === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
  }

  /** Number of the last event. */
  get seq(): number {
    return this.#sent.length;
  }

  dispatch(type: string, data: unknown): void {
    const dispatch: Dispatch = { op: 0, s: this.seq + 1, t: type, d: data };
    this.#sent.push(dispatch);
    this.connection?.send(dispatch);
  }

  /** Sends again what came after event number `seq`; returns how much that was. */
  replayAfter(seq: number): number {
    const missed = this.#sent.slice(seq);
    for (const dispatch of missed) this.connection?.send(dispatch);
    return missed.length;
  }
}
