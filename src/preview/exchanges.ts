import type { LocalDiscord, RecordedRequest } from '../local-discord/index.ts';
import type { ExchangeView, RequestView } from './protocol.ts';

/** Tokens in addresses: too long to read, and of no interest. */
const TOKEN = /[\w-]{40,}/g;

/** Remembers the requests by which the bot made its last message, and says when they change. */
export class Exchanges {
  readonly #discord: LocalDiscord;
  #of: string | null = null;
  #last: ExchangeView | null = null;

  constructor(discord: LocalDiscord) {
    this.#discord = discord;
  }

  get last(): ExchangeView | null {
    return this.#last;
  }

  /** Takes a request in; null for one that makes no message. */
  add(request: RecordedRequest): ExchangeView | null {
    const about = this.#about(request);
    if (!about) return null;
    const before = this.#of === about.id ? (this.#last?.requests ?? []) : [];
    this.#of = about.id;
    const requests = [...before, requestView(request)];
    this.#last = { title: about.title, judging: this.#discord.judging, requests };
    return this.#last;
  }

  /** What a request answers: an interaction, or a message that somebody wrote. */
  #about({ method, path }: RecordedRequest): { id: string; title: string } | null {
    if (method !== 'POST' && method !== 'PATCH' && method !== 'DELETE') return null;
    const token = path.split('/').find((part) => this.#discord.state.interactions.has(part));
    const interaction = token ? this.#discord.state.interactions.get(token) : undefined;
    if (interaction) {
      if (interaction.choices) return null;
      return {
        id: interaction.token,
        title: interaction.commandType === 1 ? `/${interaction.name}` : interaction.name,
      };
    }
    // Each written message that is answered is a matter of its own.
    return /^\/channels\/\d+\/messages/.test(path)
      ? { id: `${path} ${this.#discord.requests.length}`, title: '@' }
      : null;
  }
}

function requestView({ method, path, status, body, files, response, verdicts }: RecordedRequest): RequestView {
  return {
    method,
    path: path.replace(TOKEN, '…'),
    status,
    body,
    files: files.map(({ name, bytes }) => `${name} (${bytes.length} bytes)`),
    response,
    problems: verdicts.flatMap(({ judge, of, problems }) => problems.map((problem) => `${judge}, ${of}: ${problem}`)),
  };
}
