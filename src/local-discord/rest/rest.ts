import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults } from '../faults.ts';
import type { Judge } from '../judge/judge.ts';
import { invalidForm, problemsOf } from '../limits/invalid-form.ts';
import { LIMITS } from '../limits/values.ts';
import type { State } from '../state.ts';
import { applicationRoutes } from './application-routes.ts';
import { readBody } from './body.ts';
import { callbackRoute } from './callback-route.ts';
import { channelRoutes } from './channel-routes.ts';
import type { RecordedRequest } from './recorded.ts';
import { Refusal, refuse } from './refusal.ts';
import type { Call, Reply } from './route.ts';
import { webhookRoutes } from './webhook-routes.ts';

const ROUTES = [...applicationRoutes, callbackRoute, ...webhookRoutes, ...channelRoutes];

/** How many requests are remembered. */
const KEPT = 10_000;

/** Discord's HTTP API: takes a request, has it judged, answers it and remembers it. */
export class Rest {
  readonly requests: RecordedRequest[] = [];
  readonly #state: State;
  readonly #judge: Judge;
  readonly #faults: Faults;

  constructor(state: State, judge: Judge, faults: Faults) {
    this.#state = state;
    this.#judge = judge;
    this.#faults = faults;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const { json, files } = await readBody(request).catch(() => ({ json: undefined, files: [] }));
    const recorded: RecordedRequest = {
      at: Date.now(),
      method: request.method ?? 'GET',
      path: decodeURIComponent(url.pathname.replace(/^\/api(\/v\d+)?/, '')),
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body: json,
      files,
      status: 0,
      response: undefined,
      verdicts: [],
    };
    this.requests.push(recorded);
    if (this.requests.length > KEPT) this.requests.shift();

    const fault = this.#faults.take(recorded);
    if (fault?.delayMs) await sleep(fault.delayMs);
    if (fault?.reset) {
      recorded.status = -1;
      request.socket.destroy();
    } else if (fault?.status) {
      this.#send(response, recorded, { status: fault.status, body: fault.body }, fault.headers ?? {});
    } else {
      const reply = this.#answer(recorded, url.searchParams);
      this.#judge.response(recorded, reply);
      if (fault?.lost) request.socket.destroy();
      else this.#send(response, recorded, reply, rateLimitHeaders(recorded));
    }
    this.#state.happenings.emit({ kind: 'request', request: recorded });
  }

  #answer(recorded: RecordedRequest, query: URLSearchParams): Reply {
    const call: Call = {
      query,
      authorized: recorded.headers.authorization === `Bot ${this.#state.settings.token}`,
      files: recorded.files,
      body: (check) => {
        if (recorded.files.some((it) => it.bytes.length > LIMITS.fileBytes)) throw refuse.tooLarge();
        const spec = this.#judge.request(recorded);
        const { value, issues } = check(recorded.body);
        const problems = problemsOf(issues ?? []);
        recorded.verdicts.push({ ...verdictOn(recorded), judge: 'limits', problems });
        if (issues) throw new Refusal(400, invalidForm(issues));
        if (spec.length > 0) throw refuse.wrongForm(spec);
        return value;
      },
    };
    try {
      for (const route of ROUTES) {
        const reply = route.method === recorded.method ? route.try(recorded.path, this.#state, call) : null;
        if (reply) return reply;
      }
      throw refuse.notFound();
    } catch (error) {
      if (error instanceof Refusal) return { status: error.status, body: error.body };
      throw error;
    }
  }

  #send(response: ServerResponse, recorded: RecordedRequest, reply: Reply, headers: Record<string, string>): void {
    recorded.status = reply.status;
    recorded.response = reply.body;
    const type = reply.body === undefined ? {} : { 'content-type': 'application/json' };
    response.writeHead(reply.status, { ...type, ...headers });
    response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
  }
}

function verdictOn({ method, path }: RecordedRequest) {
  return { method, path, of: 'request' as const };
}

/** Headers of a bucket that never runs out. */
function rateLimitHeaders(recorded: RecordedRequest): Record<string, string> {
  return {
    'x-ratelimit-limit': '50',
    'x-ratelimit-remaining': '49',
    'x-ratelimit-reset': String(Date.now() / 1000 + 1),
    'x-ratelimit-reset-after': '1',
    'x-ratelimit-bucket': `${recorded.method}${recorded.path.split('/')[1]}`,
  };
}
