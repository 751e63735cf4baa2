import type { RecordedRequest } from './rest/recorded.ts';

/** What goes wrong with a request instead of its being answered. */
export interface Fault {
  /** Which requests: a method with the end of a path, such as "PATCH /messages/@original", or a condition. */
  on: string | ((request: RecordedRequest) => boolean);
  /** How often (1); `Infinity` until the faults are cleared. */
  times?: number;
  /** Waits before anything else happens, in ms. */
  delayMs?: number;
  /** Cuts the connection. */
  reset?: boolean;
  /** Does what the request asks, and then cuts the connection instead of answering. */
  lost?: boolean;
  /** Answers this; without it (and `reset`) the request is answered as usual, but late. */
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A payload of an event before it is sent. */
export type Payload = Record<string, unknown>;

/** The faults that are waiting to happen. */
export class Faults {
  #faults: { fault: Fault; left: number }[] = [];
  #distortions: ((payload: Payload) => Payload)[] = [];

  add(fault: Fault): void {
    this.#faults.push({ fault, left: fault.times ?? 1 });
  }

  /** 429 with the Retry-After header, in seconds. */
  rateLimit(on: Fault['on'], seconds: number, times = 1): void {
    this.add({
      on,
      times,
      status: 429,
      headers: { 'retry-after': String(seconds), 'x-ratelimit-scope': 'shared' },
      body: { message: 'You are being rate limited.', retry_after: seconds, global: false },
    });
  }

  /** A 5xx answer. */
  fail(on: Fault['on'], status = 503, times = 1): void {
    this.add({ on, times, status, body: { message: `${status}: Server Error`, code: 0 } });
  }

  /** The connection is cut instead of answered. */
  reset(on: Fault['on'], times = 1): void {
    this.add({ on, times, reset: true });
  }

  /** What the request asks is done, but the bot is not told. */
  lose(on: Fault['on'], times = 1): void {
    this.add({ on, times, lost: true });
  }

  /** A 4xx answer, by which Discord refuses what it was sent: 50035 unless told otherwise. */
  refuse(on: Fault['on'], { status = 400, code = 50035, message = 'Invalid Form Body', errors = {} } = {}): void {
    this.add({ on, status, body: { code, message, errors } });
  }

  /** The answer comes late. */
  slow(on: Fault['on'], delayMs: number, times = 1): void {
    this.add({ on, times, delayMs });
  }

  /** Changes the payload of the next interaction. */
  distort(change: (payload: Payload) => Payload): void {
    this.#distortions.push(change);
  }

  /** Leaves a field out of the next interaction's payload: "member.user". */
  leaveOut(path: string): void {
    this.distort((payload) => without(payload, path.split('.')));
  }

  clear(): void {
    this.#faults = [];
    this.#distortions = [];
  }

  /** The fault that befalls a request, if any; it is used up by it. */
  take(request: RecordedRequest): Fault | null {
    const found = this.#faults.find((it) => it.left > 0 && befalls(it.fault, request));
    if (found) found.left -= 1;
    return found?.fault ?? null;
  }

  /** A payload after all waiting distortions, which are used up by it. */
  distorted(payload: Payload): Payload {
    const result = this.#distortions.reduce((changed, change) => change(changed), payload);
    this.#distortions = [];
    return result;
  }
}

function befalls({ on }: Fault, request: RecordedRequest): boolean {
  if (typeof on !== 'string') return on(request);
  const [method, end = ''] = on.split(' ');
  return request.method === method && request.path.endsWith(end);
}

function without(payload: Payload, [key = '', ...rest]: string[]): Payload {
  const { [key]: child, ...others } = payload;
  if (!(key in payload) || rest.length === 0) return others;
  return isPayload(child) ? { ...payload, [key]: without(child, rest) } : payload;
}

function isPayload(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
