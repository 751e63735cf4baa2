import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Faults } from './faults.ts';
import { Gateway } from './gateway/gateway.ts';
import { HappeningStream } from './happenings.ts';
import type { Interaction } from './interactions/interaction.ts';
import { Judge } from './judge/judge.ts';
import { loadOpenApi } from './judge/openapi.ts';
import { People } from './people.ts';
import type { RecordedRequest, Verdict } from './rest/recorded.ts';
import { Rest } from './rest/rest.ts';
import { DEFAULTS, type Settings } from './settings.ts';
import type { State } from './state.ts';
import { WaitFor } from './wait-for.ts';
import { Board } from './world/board.ts';
import { CommandBook } from './world/command-book.ts';
import { Files } from './world/files.ts';
import { World } from './world/world.ts';

export interface Options extends Partial<Settings> {
  /** 0, the default, takes any free port. */
  port?: number;
  /** Discord's OpenAPI document, to judge by as well; by default the file that DISCORD_OPENAPI names, undefined for none. */
  openApi?: string | undefined;
  /** Answers requests for other paths than Discord's: a page, say. */
  otherwise?: (request: IncomingMessage, response: ServerResponse) => void;
}

const LOCAL_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/**
 * A local Discord: its HTTP API and its gateway on one port of 127.0.0.1. A bot logs in with `settings.token` at `api`;
 * `people` acts as its users, `happenings` tells what comes of it.
 */
export class LocalDiscord {
  readonly settings: Settings;
  readonly state: State;
  readonly world: World;
  readonly board: Board;
  readonly gateway: Gateway;
  readonly happenings: HappeningStream;
  readonly faults: Faults;
  readonly people: People;
  readonly waitFor: WaitFor;
  /** What the OpenAPI judge will do, in one line. */
  readonly judging: string;
  readonly #rest: Rest;
  readonly #server: Server;

  private constructor(options: Options, judge: Judge, judging: string) {
    const { port: _port, openApi: _openApi, otherwise, ...settings } = options;
    this.judging = judging;
    this.settings = { ...DEFAULTS, ...settings };
    this.#server = createServer((request, response) => this.#handle(request, response, otherwise));
    this.world = new World();
    this.happenings = new HappeningStream();
    this.faults = new Faults();
    this.gateway = new Gateway(this.#server, this.world, this.settings, this.happenings);
    this.board = new Board(this.world, this.gateway, this.happenings);
    this.state = {
      settings: this.settings,
      world: this.world,
      board: this.board,
      files: new Files(),
      commands: new CommandBook(),
      gateway: this.gateway,
      happenings: this.happenings,
      interactions: new Map<string, Interaction>(),
    };
    this.#rest = new Rest(this.state, judge, this.faults);
    this.people = new People(this.state, this.faults);
    this.waitFor = new WaitFor(this.happenings);
  }

  /**
   * Starts listening.
   *
   * @throws when the port is taken, or when the OpenAPI document cannot be read
   */
  static async start(options: Options = {}): Promise<LocalDiscord> {
    const file = 'openApi' in options ? options.openApi : process.env.DISCORD_OPENAPI;
    const judge = new Judge(file ? await loadOpenApi(file) : null);
    const judging = file
      ? "bodies are judged by the documented limits and by Discord's OpenAPI document"
      : 'bodies are judged by the documented limits only: DISCORD_OPENAPI names no file';
    const discord = new LocalDiscord(options, judge, judging);
    await discord.#listen(options.port ?? 0);
    return discord;
  }

  async stop(): Promise<void> {
    this.gateway.stop();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  /** "http://127.0.0.1:PORT". */
  get origin(): string {
    return this.state.files.origin;
  }

  /** What discord.js takes as `rest.api`. */
  get api(): string {
    return `${this.origin}/api`;
  }

  /** The bot's requests so far, oldest first. */
  get requests(): readonly RecordedRequest[] {
    return this.#rest.requests;
  }

  /** The requests by which the bot answered an interaction, oldest first. */
  requestsFor(interaction: Interaction): RecordedRequest[] {
    return this.requests.filter((it) => it.path.includes(interaction.token));
  }

  /** Every judgement so far. */
  get verdicts(): Verdict[] {
    return this.requests.flatMap((it) => it.verdicts);
  }

  /** The judgements that found a problem: none, when the bot keeps to Discord's rules. */
  get violations(): Verdict[] {
    return this.verdicts.filter((it) => it.problems.length > 0);
  }

  async #listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    const address = this.#server.address();
    const actual = typeof address === 'object' && address ? address.port : port;
    this.state.files.origin = `http://127.0.0.1:${actual}`;
    this.gateway.url = `ws://127.0.0.1:${actual}`;
  }

  #handle(request: IncomingMessage, response: ServerResponse, otherwise: Options['otherwise']): void {
    const path = request.url ?? '/';
    const file = this.state.files.get(path);
    // A page from elsewhere whose name was made to point here is not let in.
    if (!LOCAL_HOST.test(request.headers.host ?? '')) {
      response.writeHead(403).end();
    } else if (path.startsWith('/api/')) {
      this.#rest.handle(request, response).catch((error: unknown) => {
        response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
      });
    } else if (file) {
      // An uploaded picture or page must not run as a page of this address.
      const inert = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" };
      response.writeHead(200, { 'content-type': file.contentType, ...inert }).end(file.bytes);
    } else if (otherwise) {
      otherwise(request, response);
    } else {
      response.writeHead(404).end();
    }
  }
}
