import type { WebSocket } from 'ws';
import type { Settings } from '../settings.ts';
import { type Frame, type Identify, type Line, type Resume, readFrame } from './frames.ts';
import { PRIVILEGED } from './intents.ts';
import type { Session } from './session.ts';

/** Longest payload a client may send, in bytes, and how many in a minute. */
const LONGEST = 4096;
const SENDS_A_MINUTE = 120;

/** What a connection needs of the gateway it belongs to. */
export interface Sessions {
  readonly settings: Settings;
  open(connection: Connection, identify: Identify): Session;
  find(id: string): Session | null;
  resumed(session: Session, replayed: number): void;
  disconnected(code: number): void;
}

/** Codes with which Discord closes a connection. */
const CLOSE = {
  decodeError: [4002, 'Error while decoding payload.'],
  notAuthenticated: [4003, 'Not authenticated.'],
  wrongToken: [4004, 'Authentication failed.'],
  alreadyAuthenticated: [4005, 'Already authenticated.'],
  invalidSeq: [4007, 'Invalid seq.'],
  rateLimited: [4008, 'You are being rate limited.'],
  invalidIntents: [4013, 'Invalid intent(s).'],
  disallowedIntents: [4014, 'Disallowed intent(s).'],
} as const;

type Closing = readonly [code: number, reason: string];

/** One WebSocket connection of a bot, from HELLO to its close. */
export class Connection implements Line {
  readonly #socket: WebSocket;
  readonly #sessions: Sessions;
  #session: Session | null = null;
  #closedHere = false;
  #recentSends: number[] = [];

  constructor(socket: WebSocket, sessions: Sessions) {
    this.#socket = socket;
    this.#sessions = sessions;
    socket.on('error', () => undefined);
    socket.on('close', (code) => this.#closed(code));
    socket.on('message', (raw) => this.#receive(String(raw)));
    this.send({ op: 10, d: { heartbeat_interval: sessions.settings.heartbeatMs, _trace: [] } });
  }

  send(payload: { op: number; d?: unknown }): void {
    if (this.#socket.readyState === 1) this.#socket.send(JSON.stringify(payload));
  }

  close(code: number, reason: string): void {
    this.#closedHere = true;
    this.#socket.close(code, reason);
  }

  cut(): void {
    this.#closedHere = true;
    this.#socket.terminate();
  }

  #receive(text: string): void {
    const frame = Buffer.byteLength(text) > LONGEST ? null : readFrame(text);
    const refusal = this.#sendsTooMuch() ? CLOSE.rateLimited : frame ? this.#take(frame) : CLOSE.decodeError;
    if (refusal) this.close(...refusal);
  }

  /** Does what a frame asks; returns with which code the connection must be closed, if it must. */
  #take(frame: Frame): Closing | null {
    switch (frame.op) {
      case 1:
        if (this.#sessions.settings.acknowledgeHeartbeats) this.send({ op: 11 });
        return null;
      case 2:
        return this.#identify(frame.d);
      case 6:
        return this.#resume(frame.d);
      default:
        return this.#session ? null : CLOSE.notAuthenticated;
    }
  }

  #identify(identify: Identify): Closing | null {
    const { token, privilegedIntents } = this.#sessions.settings;
    if (this.#session?.alive) return CLOSE.alreadyAuthenticated;
    if (identify.token !== token) return CLOSE.wrongToken;
    if (identify.intents < 0) return CLOSE.invalidIntents;
    if (identify.intents & PRIVILEGED & ~privilegedIntents) return CLOSE.disallowedIntents;
    this.#session = this.#sessions.open(this, identify);
    return null;
  }

  #resume({ token, session_id, seq }: Resume): Closing | null {
    if (token !== this.#sessions.settings.token) return CLOSE.wrongToken;
    const session = this.#sessions.find(session_id);
    if (!session?.alive) {
      this.send({ op: 9, d: false });
      return null;
    }
    if (seq > session.seq) return CLOSE.invalidSeq;
    this.#session = session;
    session.connection = this;
    this.#sessions.resumed(session, session.replayAfter(seq));
    return null;
  }

  #closed(code: number): void {
    const session = this.#session;
    // A session that was taken up on another connection meanwhile is not this one's any more.
    if (session?.connection === this) {
      session.connection = null;
      // Only a bot that says goodbye ends its session; one that Discord closed can be resumed.
      if (!this.#closedHere && (code === 1000 || code === 1001)) session.alive = false;
    }
    this.#sessions.disconnected(code);
  }

  #sendsTooMuch(): boolean {
    const now = Date.now();
    this.#recentSends = [...this.#recentSends.filter((at) => now - at < 60_000), now];
    return this.#recentSends.length > SENDS_A_MINUTE;
  }
}
