import { NO_NETWORK, UNCONNECTED } from '../../network-codes.ts';
import { Problem } from '../../problem.ts';

/** Why there is no answer. */
export type RequestReason =
  | 'status'
  /** No connection came about. */
  | 'no_connection'
  | 'unreachable'
  | 'too_large'
  | 'elsewhere'
  | 'redirects'
  | 'unreadable'
  | 'given_up';

const CLAUSES: Record<RequestReason, (detail: string) => string> = {
  status: (status) => `answers with HTTP status ${status}`,
  no_connection: (detail) => `can't be reached (${detail})`,
  unreachable: (detail) => `can't be reached, or breaks off (${detail})`,
  too_large: (most) => `sends more than ${most}, more than any letter has`,
  elsewhere: (address) => `leads to ${address}, which is none of the services' addresses and is not asked`,
  redirects: () => 'leads from one address to another without end',
  unreadable: (detail) => `answers in a form that is not understood (${detail})`,
  given_up: () => 'failed too often and is left alone',
};

const NO_CONNECTION = new Set([...UNCONNECTED, ...NO_NETWORK]);

interface RequestDetails extends ErrorOptions {
  readonly retryAfter?: string | null;
}

/** A service gave no answer that can be used. The message is one sentence with the service's name. */
export class RequestProblem extends Problem {
  /** What follows the service's name: "answers with HTTP status 404". */
  readonly why: string;
  /** What the service says of when to come back (RFC 9110, 10.2.3). */
  readonly retryAfter: string | null;

  constructor(
    readonly address: string,
    readonly reason: RequestReason,
    readonly detail: string = '',
    { retryAfter = null, ...options }: RequestDetails = {},
  ) {
    const why = CLAUSES[reason](detail);
    super(`${hostOf(address)} ${why}; try again later.`, options);
    this.why = why;
    this.retryAfter = retryAfter;
  }

  /** What was thrown while a service was asked. */
  static of(address: string, error: unknown): RequestProblem {
    if (error instanceof RequestProblem) return error;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const detail = cause instanceof Error ? cause.message || cause.name : String(cause);
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const reason = NO_CONNECTION.has(code) ? 'no_connection' : 'unreachable';
    return new RequestProblem(address, reason, detail, { cause: error });
  }
}

/** The service at an address, as people are told of it. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

/** A paper that was listed and can't be had. The message is one sentence with the paper's name. */
export class PaperProblem extends Problem {
  constructor(
    /** The paper: "kst-28676-348". */
    readonly file: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`${file} ${message}`, options);
  }
}
