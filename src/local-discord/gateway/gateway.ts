import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { HappeningStream } from '../happenings.ts';
import type { Settings } from '../settings.ts';
import { guildCreatePayload } from '../world/guild-payloads.ts';
import { userPayload } from '../world/people.ts';
import type { World } from '../world/world.ts';
import { type Identify, type Resume, readFrame } from './frames.ts';
import { PRIVILEGED } from './intents.ts';
import { Session } from './session.ts';

/** Longest payload a client may send, in bytes, and how many in a minute. */
const LONGEST = 4096;
const SENDS_A_MINUTE = 120;

/** Discord's gateway: the WebSocket on which a bot hears what happens. */
export class Gateway {
  readonly #sessions = new Map<string, Session>();
  readonly #sockets: WebSocketServer;
  readonly #world: World;
  readonly #settings: Settings;
  readonly #happenings: HappeningStream;
  #url = '';

  constructor(server: Server, world: World, settings: Settings, happenings: HappeningStream) {
    this.#world = world;
    this.#settings = settings;
    this.#happenings = happenings;
    this.#sockets = new WebSocketServer({ server });
    this.#sockets.on('connection', (socket) => this.#connect(socket));
    // Port in use and the like: reported by the HTTP server itself.
    this.#sockets.on('error', () => undefined);
  }

  /** Address clients are told to connect to. */
  set url(url: string) {
    this.#url = url;
  }

  /** The session in use: the last that can still be resumed. */
  get session(): Session | null {
    return [...this.#sessions.values()].filter((it) => it.alive).at(-1) ?? null;
  }

  /** Sends an event to every session; `data` gives it as a session with those intents gets it, null for not at all. */
  dispatch(type: string, data: (intents: number) => unknown): void {
    for (const session of this.#sessions.values()) {
      const payload = session.alive ? data(session.intents) : null;
      if (payload !== null) session.dispatch(type, payload);
    }
  }

  /** Closes the bot's connection with a code, as Discord does on an error. */
  close(code: number, reason = ''): void {
    this.#connected().close(code, reason);
  }

  /** Cuts the connection without a word. */
  cut(): void {
    this.#connected().terminate();
  }

  /** Op 7: asks the bot to connect again and resume. */
  askToReconnect(): void {
    this.session?.send({ op: 7, d: null });
  }

  /** Op 9: says that the session is invalid; a resumable one can be taken up again. */
  invalidate(resumable: boolean): void {
    const session = this.session;
    if (session && !resumable) session.alive = false;
    session?.send({ op: 9, d: resumable });
  }

  /** Op 1: asks for a heartbeat at once. */
  askForHeartbeat(): void {
    this.session?.send({ op: 1, d: null });
  }

  /** Forgets all sessions, so that none can be resumed. */
  forget(): void {
    for (const session of this.#sessions.values()) session.alive = false;
  }

  stop(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
  }

  #connected(): WebSocket {
    const socket = this.session?.socket;
    if (!socket) throw new Error('no bot is connected');
    return socket;
  }

  #connect(socket: WebSocket): void {
    let session: Session | null = null;
    let closedByBot = true;
    let sends = 0;
    const minute = setInterval(() => {
      sends = 0;
    }, 60_000).unref();
    const close = (code: number, reason: string) => {
      closedByBot = false;
      socket.close(code, reason);
    };
    socket.on('error', () => undefined);
    socket.on('close', (code) => {
      clearInterval(minute);
      // A session that was taken up on another connection meanwhile is not this one's any more.
      if (session?.socket !== socket) return;
      session.disconnect();
      // Only a bot that says goodbye ends its session.
      if (closedByBot && socket.readyState !== 1 && (code === 1000 || code === 1001)) session.alive = false;
      this.#happenings.emit({ kind: 'disconnected', code });
    });
    socket.on('message', (raw) => {
      const text = String(raw);
      const frame = Buffer.byteLength(text) > LONGEST ? null : readFrame(text);
      if (!frame) return close(4002, 'Error while decoding payload.');
      if (++sends > SENDS_A_MINUTE) return close(4008, 'You are being rate limited.');
      if (frame.op === 1) {
        if (this.#settings.acknowledgeHeartbeats) socket.send(JSON.stringify({ op: 11 }));
      } else if (frame.op === 2) {
        if (session) return close(4005, 'Already authenticated.');
        const refusal = this.#refusal(frame.d);
        if (refusal) return close(...refusal);
        session = this.#identify(socket, frame.d);
      } else if (frame.op === 6) {
        session = this.#resume(socket, frame.d, close);
      } else if (!session) {
        close(4003, 'Not authenticated.');
      }
    });
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: this.#settings.heartbeatMs, _trace: [] } }));
  }

  #refusal({ token, intents }: Identify): [number, string] | null {
    if (token !== this.#settings.token) return [4004, 'Authentication failed.'];
    if (intents < 0 || intents >= 2 ** 31) return [4013, 'Invalid intent(s).'];
    if (intents & PRIVILEGED & ~this.#settings.privilegedIntents) return [4014, 'Disallowed intent(s).'];
    return null;
  }

  #identify(socket: WebSocket, { intents, shard }: Identify): Session {
    const session = new Session(socket, intents);
    const { bot, guilds, channels, ada } = this.#world;
    this.#sessions.set(session.id, session);
    this.#settings.sessionsLeft -= 1;
    const joined = [...guilds.values()].filter((it) => it.hasBot);
    session.dispatch('READY', {
      v: 10,
      user: { ...userPayload(bot), mfa_enabled: false, verified: true, email: null },
      guilds: joined.map((it) => ({ id: it.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.#url,
      shard: shard ?? [0, 1],
      application: { id: bot.id, flags: 0 },
    });
    for (const guild of joined) {
      const own = [...channels.values()].filter((it) => it.kind === 'guild').filter((it) => it.guild === guild);
      session.dispatch('GUILD_CREATE', guildCreatePayload(guild, own, bot, ada));
    }
    this.#happenings.emit({ kind: 'identified', sessionId: session.id, intents });
    return session;
  }

  #resume(socket: WebSocket, { token, session_id, seq }: Resume, close: (code: number, reason: string) => void) {
    if (token !== this.#settings.token) close(4004, 'Authentication failed.');
    const session = this.#sessions.get(session_id);
    if (!session?.alive) {
      socket.send(JSON.stringify({ op: 9, d: false }));
      return null;
    }
    if (seq > session.seq) {
      close(4007, 'Invalid seq.');
      return null;
    }
    const replayed = session.resume(socket, seq);
    session.dispatch('RESUMED', { _trace: [] });
    this.#happenings.emit({ kind: 'resumed', sessionId: session.id, replayed });
    return session;
  }
}
