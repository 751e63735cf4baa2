import { type Clock, commandClock } from '../../clock.ts';
import { originsOf } from './origins.ts';
import { RequestProblem } from './problems.ts';
import { readBody } from './read-body.ts';
import { isPassing, PATIENT, type Patience, waitBefore } from './retry.ts';

export interface ClientOptions {
  /** Addresses of the services. Nothing is asked of any other origin, whatever their answers say. */
  readonly services: readonly string[];
  /** Requests in a second, at most. */
  readonly rate: number;
  /** {@link PATIENT} where it is not given. */
  readonly patience?: Patience | undefined;
  readonly clock?: Clock | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told of each failure after which the same is asked once more, `wait` ms later. */
  readonly onRetry?: ((problem: RequestProblem, wait: number) => void) | undefined;
}

export interface Asking {
  /** More bytes than this are refused. */
  readonly most: number;
  /** What the service said of the answer it gave before: it says so when that one still holds. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** What a service answered; `bytes` is null where the answer of before still holds. */
export interface Answer {
  readonly bytes: Uint8Array | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Asks services, one request at a time. */
export interface Client {
  /** @throws {RequestProblem} when there is no answer, also after a few tries */
  get(address: string, asking: Asking): Promise<Answer>;
}

const NAME = 'Briefwijzer (letters to parliament; one request at a time)';
const MOST_REDIRECTS = 3;
/** Requests that fail in a row, each after all its tries. */
const MOST_FAILURES = 3;

/**
 * A polite client: never two requests at once, never faster than `rate`; after a failure that passes it waits longer and
 * longer, as long as it is told to. It goes to the services' own origins only, also when an answer sends it elsewhere.
 */
export function createClient(options: ClientOptions): Client {
  const { services, rate, patience = PATIENT, clock = commandClock, signal, onRetry } = options;
  const origins = originsOf(services);
  /** How often each service failed in a row. */
  const failures = new Map<string, number>();
  let last: Promise<unknown> = Promise.resolve();
  let free = 0;

  async function request(address: string, { etag, lastModified }: Asking): Promise<Response> {
    await clock.sleep(Math.max(0, free - clock.elapsed()), signal);
    free = clock.elapsed() + 1000 / rate;
    const timeout = AbortSignal.timeout(patience.answer);
    return fetch(address, {
      redirect: 'manual',
      headers: {
        'user-agent': NAME,
        ...(etag && { 'if-none-match': etag }),
        ...(lastModified && { 'if-modified-since': lastModified }),
      },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  }

  async function follow(address: string, asking: Asking): Promise<Answer> {
    let at = address;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const allowed = origins.within(at);
      if (allowed === null) throw new RequestProblem(address, 'elsewhere', at);
      at = allowed;
      const response = await request(at, asking);
      const location = isRedirect(response.status) ? response.headers.get('location') : null;
      if (location === null) return answerOf(response, address, asking.most);
      await response.body?.cancel();
      at = URL.canParse(location, at) ? new URL(location, at).href : location;
    }
    throw new RequestProblem(address, 'redirects');
  }

  async function patiently(address: string, asking: Asking): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await follow(address, asking);
      } catch (error) {
        signal?.throwIfAborted();
        const problem = RequestProblem.of(address, error);
        const wait = isPassing(problem) ? waitBefore(problem, tries, patience, clock.now()) : null;
        if (wait === null) throw problem;
        onRetry?.(problem, wait);
        await clock.sleep(wait, signal);
      }
    }
  }

  /** A service that only fails is left alone after a while: it has enough to do. */
  async function unlessGivenUp(address: string, asking: Asking): Promise<Answer> {
    const service = URL.canParse(address) ? new URL(address).host : '';
    const failed = failures.get(service) ?? 0;
    if (failed >= MOST_FAILURES) throw new RequestProblem(address, 'given_up');
    try {
      const answer = await patiently(address, asking);
      failures.delete(service);
      return answer;
    } catch (error) {
      if (error instanceof RequestProblem && isPassing(error)) failures.set(service, failed + 1);
      throw error;
    }
  }

  return {
    get(address, asking) {
      const answer = last.then(() => unlessGivenUp(address, asking));
      last = answer.catch(() => {});
      return answer;
    },
  };
}

async function answerOf(response: Response, address: string, most: number): Promise<Answer> {
  const { status, headers } = response;
  const known = { etag: headers.get('etag'), lastModified: headers.get('last-modified') };
  if (status === 304) return { bytes: null, ...known };
  if (status === 200) return { bytes: await readBody(response, address, most), ...known };
  await response.body?.cancel();
  throw new RequestProblem(address, 'status', String(status), { retryAfter: headers.get('retry-after') });
}

/** The redirects of a GET (RFC 9110, 15.4). */
function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}
