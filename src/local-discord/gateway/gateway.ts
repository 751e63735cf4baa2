import type { Server } from 'node:http';
import type { GatewayReadyDispatchData } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import type { HappeningStream } from '../happenings.ts';
import type { Settings } from '../settings.ts';
import type { Wire } from '../wire.ts';
import { guildCreatePayload } from '../world/guild-payloads.ts';
import { userPayload } from '../world/person.ts';
import type { World } from '../world/world.ts';
import { Connection, type Sessions } from './connection.ts';
import type { Identify, Line } from './frames.ts';
import { Session } from './session.ts';

/** Discord's gateway: the WebSocket on which a bot hears what happens. */
export class Gateway implements Sessions {
  readonly settings: Settings;
  /** The address that clients are told to connect to. */
  url = '';
  readonly #sessions = new Map<string, Session>();
  readonly #sockets: WebSocketServer;
  readonly #world: World;
  readonly #happenings: HappeningStream;

  constructor(server: Server, world: World, settings: Settings, happenings: HappeningStream) {
    this.settings = settings;
    this.#world = world;
    this.#happenings = happenings;
    this.#sockets = new WebSocketServer({
      server,
      verifyClient: (_, done) => done(settings.gatewayAnswers === null, settings.gatewayAnswers ?? undefined),
    });
    this.#sockets.on('connection', (socket) => new Connection(socket, this));
    // A port that is in use is reported by the HTTP server itself.
    this.#sockets.on('error', () => undefined);
  }

  /** The session in use: the last one that can still be resumed. */
  get session(): Session | null {
    return [...this.#sessions.values()].filter((it) => it.alive).at(-1) ?? null;
  }

  /**
   * Sends an event of a guild (null outside guilds) to every session that serves it; `data` gives it as a session with
   * those intents gets it, null for not at all.
   */
  dispatch(type: string, guildId: string | null, data: (intents: number) => unknown): void {
    for (const session of this.#sessions.values()) {
      const payload = session.alive && session.serves(guildId) ? data(session.intents) : null;
      if (payload !== null) session.dispatch(type, payload);
    }
  }

  /** Closes the bot's connection with a code, as Discord does on an error. */
  close(code: number, reason = ''): void {
    this.#connected().close(code, reason);
  }

  /** Cuts the bot's TCP connection without a word. */
  cut(): void {
    this.#connected().cut();
  }

  /** Op 7: asks the bot to connect again and resume. */
  askToReconnect(): void {
    this.#connected().send({ op: 7, d: null });
  }

  /** Op 1: asks for a heartbeat at once. */
  askForHeartbeat(): void {
    this.#connected().send({ op: 1, d: null });
  }

  /** Op 9: says that the session is invalid; a resumable one can be taken up again. */
  invalidate(resumable: boolean): void {
    const connection = this.#connected();
    if (!resumable) this.forget();
    connection.send({ op: 9, d: resumable });
  }

  /** Forgets all sessions, so that none can be resumed. */
  forget(): void {
    for (const session of this.#sessions.values()) session.alive = false;
  }

  stop(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
  }

  open(connection: Connection, { intents, shard }: Identify): Session {
    const session = new Session(connection, intents, shard);
    const { bot, guilds, channels, ada } = this.#world;
    this.#sessions.set(session.id, session);
    this.settings.sessionsLeft -= 1;
    const joined = [...guilds.values()].filter((it) => it.hasBot && session.serves(it.id));
    const ready: Wire<GatewayReadyDispatchData> = {
      v: 10,
      user: { ...userPayload(bot), mfa_enabled: false, verified: true, email: null },
      guilds: joined.map((it) => ({ id: it.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.url,
      shard: shard ?? [0, 1],
      application: { id: bot.id, flags: 0, flags_new: '0' },
    };
    session.dispatch('READY', ready);
    for (const guild of joined) {
      const own = [...channels.values()].filter((it) => it.kind === 'guild').filter((it) => it.guild === guild);
      session.dispatch('GUILD_CREATE', guildCreatePayload(guild, own, bot, ada));
    }
    this.#happenings.emit({ kind: 'identified', sessionId: session.id, intents });
    return session;
  }

  find(id: string): Session | null {
    return this.#sessions.get(id) ?? null;
  }

  resumed(session: Session, replayed: number): void {
    session.dispatch('RESUMED', { _trace: [] });
    this.#happenings.emit({ kind: 'resumed', sessionId: session.id, replayed });
  }

  disconnected(code: number): void {
    this.#happenings.emit({ kind: 'disconnected', code });
  }

  #connected(): Line {
    const connection = this.session?.connection;
    if (!connection) throw new Error('no bot is connected');
    return connection;
  }
}
