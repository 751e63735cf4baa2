import type { RequestProblem } from './problems.ts';

/** How long a service is borne with; all in ms. */
export interface Patience {
  /** What one try, with its answer, may take. */
  readonly answer: number;
  /** Waits before the second try, the third, ... */
  readonly waits: readonly number[];
  /** A service that asks to be left alone for longer is left alone altogether. */
  readonly longest: number;
}

/** Without a connection a service is not busy, and nothing changes soon. */
const TRIES_TO_CONNECT = 3;

/** For a job that nobody watches. */
export const PATIENT: Patience = { answer: 120_000, waits: [1_000, 4_000, 15_000, 60_000], longest: 10 * 60_000 };
/** While somebody waits for the answer. */
export const PROMPT: Patience = { answer: 8_000, waits: [1_000], longest: 2_000 };

/** Timeout, too many requests, and the server's own failures (RFC 9110, RFC 6585). */
const PASSING = new Set(['408', '425', '429', '500', '502', '503', '504']);

/** Whether the same request may be answered later. */
export function isPassing({ reason, detail }: RequestProblem): boolean {
  return reason === 'unreachable' || reason === 'no_connection' || (reason === 'status' && PASSING.has(detail));
}

/**
 * How long to wait after so many tries, in ms: longer each time, and at least as long as the service asks for; null where
 * it is not worth while.
 */
export function waitBefore(
  { retryAfter, reason }: RequestProblem,
  tries: number,
  { waits, longest }: Patience,
  now: number,
): number | null {
  const usual = waits[tries - 1];
  if (usual === undefined || (reason === 'no_connection' && tries >= TRIES_TO_CONNECT)) return null;
  const asked = retryAfter === null ? 0 : msUntil(retryAfter, now);
  return asked > longest ? null : Math.max(usual, asked);
}

/** Of a Retry-After: seconds, or a date. */
function msUntil(retryAfter: string, now: number): number {
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter) * 1000;
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now);
}
