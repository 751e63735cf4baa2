import type { Check } from '../limits/check.ts';
import type { State } from '../state.ts';
import type { UploadedFile } from './recorded.ts';

/** Names of the variable parts of a path: "id" of "/channels/:id". */
type Names<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** A request on its way to its route. */
export interface Call {
  query: URLSearchParams;
  /** Whether it carries the bot's token. */
  authorized: boolean;
  files: UploadedFile[];
  /** The body after a check of the limits. @throws Refusal 50035 when it breaks one */
  body<T>(check: Check<T>): T;
}

/** What is answered: a status and, but for 204, JSON. */
export interface Reply {
  status: number;
  body?: unknown;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Route {
  method: Method;
  /** Discord's own name of the path, for rate-limit buckets: "/channels/:id/messages". */
  path: string;
  /** Runs the handler when the path fits, else null. */
  try(path: string, state: State, call: Call): Reply | null;
}

/** A route: `path` has its variable parts as ":name"; the handler gets them by name. */
export function route<Path extends string>(
  method: Method,
  path: Path,
  handle: (given: { params: Record<Names<Path>, string>; state: State; call: Call }) => Reply,
): Route {
  const pattern = new RegExp(`^${path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
  return {
    method,
    path,
    try(actual, state, call) {
      const found = pattern.exec(actual);
      if (!found) return null;
      const params: Record<string, string> = { ...found.groups };
      return handle({ params, state, call });
    },
  };
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const noContent: Reply = { status: 204 };
