import type { RecordedRequest } from '../rest/recorded.ts';
import type { Reply } from '../rest/route.ts';
import type { OpenApi } from './openapi.ts';

/** Judges bodies by Discord's OpenAPI document where there is one; without it, it finds nothing. */
export class Judge {
  readonly #document: OpenApi | null;

  constructor(document: OpenApi | null) {
    this.#document = document;
  }

  /** Problems of a request's body, also written down with it. */
  request(recorded: RecordedRequest): string[] {
    if (!this.#document) return [];
    const { method, path, body } = recorded;
    const problems = this.#document.requestProblems(method, path, body);
    recorded.verdicts.push({ method, path, judge: 'openapi', of: 'request', problems });
    return problems;
  }

  /** Has the local Discord's own answer judged; problems are written down with the request. */
  response(recorded: RecordedRequest, reply: Reply): void {
    if (!this.#document || reply.body === undefined) return;
    const { method, path } = recorded;
    const problems = this.#document.responseProblems(method, path, reply.status, reply.body);
    recorded.verdicts.push({ method, path, judge: 'openapi', of: 'response', problems });
  }
}
