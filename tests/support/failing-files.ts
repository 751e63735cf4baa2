import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

/** What a file system says when it refuses. */
export const REFUSALS = ['EACCES', 'ENOSPC', 'EROFS', 'EIO'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Calls that take a path first, and those of an open file. */
const CALLS = ['open', 'writeFile', 'readFile', 'link', 'rename', 'rm', 'mkdir', 'readdir', 'stat', 'utimes'] as const;
const OF_A_FILE = ['sync', 'writeFile', 'appendFile', 'read', 'stat', 'chmod', 'close'] as const;

/** Refuses to read from a file that was opened, by the beginning of its name, when such a one is opened for the first time. */
export function firstReadOf(beginning: string): Which {
  const opened: string[] = [];
  return (name, file) => {
    if (name === 'open') opened.push(path.basename(file));
    const isFirst = opened.findIndex((one) => one.startsWith(beginning)) === opened.length - 1;
    return name === 'read' && opened.length > 0 && isFirst;
  };
}

export interface Outcome<T> {
  /** What came of the work. */
  readonly result: { readonly value: T } | { readonly error: unknown };
  /** The calls it made, up to the refused one or all: "rename". */
  readonly calls: readonly string[];
}

type Call = (...args: unknown[]) => Promise<unknown>;

/** Which call is refused: the n-th, from 0, or each of which it says so by its name and the path it was given. */
export type Which = number | ((name: string, file: string) => boolean);

/**
 * Does some work while the file system refuses a call below a folder. Writing is refused halfway, as on a disk that gets
 * full; a file that can't be closed is closed all the same.
 */
export async function withRefusedCall<T>(
  folder: string,
  which: Which,
  refusal: Refusal,
  work: () => Promise<T>,
): Promise<Outcome<T>> {
  const calls: string[] = [];
  const original = { ...files };
  const isRefused = (name: string, file: unknown): boolean => {
    calls.push(name);
    return typeof which === 'number' ? calls.length - 1 === which : which(name, String(file));
  };
  const refuse = (name: string): never => {
    throw Object.assign(new Error(`${refusal}: refused, ${name}`), { code: refusal, syscall: name });
  };
  const watched =
    (name: string, call: Call): Call =>
    async (...args) => {
      if (!isRefused(name, args[0])) return call(...args);
      if (name === 'close') await call(...args);
      if (name === 'writeFile') await call(...withHalf(args)).catch(() => {});
      return refuse(name);
    };
  for (const name of CALLS) {
    const call = original[name] as Call;
    const within = watched(name, name === 'open' ? async (...args) => watchedFile(await call(...args), watched) : call);
    Object.assign(files, {
      [name]: (...args: unknown[]) => (isBelow(args[0], folder) ? within(...args) : call(...args)),
    });
  }
  syncBuiltinESMExports();
  try {
    return { result: { value: await work() }, calls };
  } catch (error) {
    return { result: { error }, calls };
  } finally {
    Object.assign(files, original);
    syncBuiltinESMExports();
  }
}

/** An open file whose calls are watched too. */
function watchedFile(handle: unknown, watched: (name: string, call: Call) => Call): unknown {
  const file = handle as Record<string, Call>;
  for (const name of OF_A_FILE) file[name] = watched(name, file[name]!.bind(file));
  return file;
}

function isBelow(file: unknown, folder: string): boolean {
  return typeof file === 'string' && !path.relative(folder, file).startsWith('..');
}

/** The arguments of a write of half the content. */
function withHalf(args: unknown[]): unknown[] {
  return args.map((arg, at) => {
    const isContent = at === args.findIndex((it, i) => (i > 0 || args.length === 1) && isBytes(it));
    return isContent && isBytes(arg) ? arg.slice(0, arg.length >> 1) : arg;
  });
}

function isBytes(value: unknown): value is string | Uint8Array {
  return typeof value === 'string' || value instanceof Uint8Array;
}
