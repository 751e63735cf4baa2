import type { WebSocket } from 'ws';
import { snowflake } from '../ids.ts';

interface Dispatch {
  op: 0;
  s: number;
  t: string;
  d: unknown;
}

/** A bot's session: it outlives its connection, and what was missed is sent again when it is resumed. */
export class Session {
  readonly id = `${snowflake()}session`;
  readonly #sent: Dispatch[] = [];
  #socket: WebSocket | null;
  /** False once it can no longer be resumed. */
  alive = true;
  readonly intents: number;

  constructor(socket: WebSocket, intents: number) {
    this.#socket = socket;
    this.intents = intents;
  }

  get socket(): WebSocket | null {
    return this.#socket;
  }

  /** Number of the last event. */
  get seq(): number {
    return this.#sent.length;
  }

  dispatch(type: string, data: unknown): void {
    const dispatch: Dispatch = { op: 0, s: this.seq + 1, t: type, d: data };
    this.#sent.push(dispatch);
    this.send(dispatch);
  }

  /** Takes the session up on another connection, and replays everything after `seq`. Returns how much that was. */
  resume(socket: WebSocket, seq: number): number {
    this.#socket = socket;
    const missed = this.#sent.slice(seq);
    for (const dispatch of missed) this.send(dispatch);
    return missed.length;
  }

  disconnect(): void {
    this.#socket = null;
  }

  send(payload: { op: number; d?: unknown }): void {
    if (this.#socket?.readyState === 1) this.#socket.send(JSON.stringify(payload));
  }
}
