import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { EncoderProcessProblem, ModelProblem } from './errors.ts';
import type { EncoderReply, EncoderRequest, EncoderTask } from './messages.ts';
import type { EncoderOptions } from './transformers.ts';
import type { Encoder } from './types.ts';

export interface EncoderProcessOptions extends EncoderOptions {
  /** The built `child.js`; beside this file by default. */
  readonly entry?: string | undefined;
  /** Told when the process ended and is started anew, with the reason. */
  readonly onRestart?: ((why: string) => void) | undefined;
  /** How long the process may go without a reply to what it was asked first, in milliseconds; then it is replaced. */
  readonly deadline?: number | undefined;
}

export interface EncoderProcess extends Encoder {
  /** Whether the process runs, and has its model loaded. */
  isReady(): boolean;
}

type Ready = Extract<EncoderReply, { type: 'ready' }>;
type Result = Extract<EncoderReply, { type: 'encoded' | 'read' | 'read closely' }>;

interface Pending {
  readonly request: EncoderRequest;
  tries: number;
  readonly resolve: (reply: Result) => void;
  readonly reject: (error: Error) => void;
}

/** How often a request is handed to a process before it is given up. */
const MAX_TRIES = 2;
/** A batch of passages takes a second or two on a slow machine. */
const DEADLINE = 30_000;
/** How long the process may take to load its model. */
const START_DEADLINE = 120_000;
/** A process that ended while nobody asked it is started anew after this, and after twice as long each time it fails. */
const FIRST_RESTART = 1_000;
const LAST_RESTART = 60_000;
/** How long the process may take to end by itself. */
const CLOSE_DEADLINE = 2_000;

/**
 * An encoder in a child process: the caller's thread is never blocked, and a crash of the native runtime ends the child
 * alone. The child is started anew when it dies or hangs, and requests under way are asked once more.
 * @throws {ModelProblem} when the model can't be loaded
 */
export async function encoderProcess(options: EncoderProcessOptions = {}): Promise<EncoderProcess> {
  const connection = new EncoderConnection(options);
  const { name, fingerprint, dimension, tokenDimension, reads, readsClosely, unread } = await connection.open();
  const encoder: EncoderProcess = {
    isReady: () => connection.isReady(),
    name,
    fingerprint,
    dimension,
    tokenDimension,
    unread,
    encode: async (texts, kind, signal) => {
      const reply = await connection.request({ task: 'encode', texts, kind }, signal);
      return reply.type === 'encoded' ? reply.encodings : [];
    },
    close: () => connection.close(),
  };
  const read: NonNullable<Encoder['read']> = async (question, passages, signal) => {
    const reply = await connection.request({ task: 'read', question, passages }, signal);
    return reply.type === 'read' ? reply.readings : [];
  };
  const closely: NonNullable<Encoder['readClosely']> = async (question, passage, signal) => {
    const reply = await connection.request({ task: 'read closely', question, passage }, signal);
    return reply.type === 'read closely' ? reply.reading : null;
  };
  return { ...encoder, ...(reads ? { read } : {}), ...(readsClosely ? { readClosely: closely } : {}) };
}

class EncoderConnection {
  private child: ChildProcess | null = null;
  private ready: Promise<Ready> | null = null;
  private closed = false;
  private loaded = false;
  /** Whether a process was ever ready: what fails before that is told to whoever opens it. */
  private opened = false;
  private restarts = 0;
  private restart: NodeJS.Timeout | undefined;
  private nextId = 1;
  private readonly pending = new Map<number, Pending>();
  /** What the process was asked and has not replied to, whether or not anybody still waits for that. */
  private readonly owed = new Set<number>();
  private watchdog: NodeJS.Timeout | undefined;

  constructor(private readonly options: EncoderProcessOptions) {}

  /** The first start, which nothing tries again. */
  async open(): Promise<Ready> {
    try {
      const ready = await this.start();
      this.opened = true;
      return ready;
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Starts the process unless it runs; resolves when the model is loaded. */
  private start(): Promise<Ready> {
    this.ready ??= new Promise<Ready>((resolve, reject) => {
      const failed = (child: ChildProcess | null, why: string) => {
        reject(new EncoderProcessProblem(why));
        if (this.child === child) this.lost(why);
      };
      const child = this.forked();
      this.child = child instanceof Error ? null : child;
      // Not before the caller has the promise that is rejected.
      if (child instanceof Error) return void setImmediate(failed, null, child.message);
      this.watch(START_DEADLINE);
      child.on('message', (reply: EncoderReply) => {
        if ('id' in reply) this.owed.delete(reply.id);
        if (this.owed.size > 0) this.watch();
        else clearTimeout(this.watchdog);
        if (reply.type === 'ready') {
          this.loaded = true;
          this.restarts = 0;
          resolve(reply);
        } else if (reply.type === 'failed') reject(new ModelProblem(reply.model, reply.why));
        else this.settle(reply);
      });
      // One that could not be started does not exit.
      child.on('error', ({ message }) => child.pid === undefined && failed(child, message));
      child.on('exit', (code, signal) => failed(child, signal ?? `exit code ${code}`));
    });
    return this.ready;
  }

  /** @returns why not, where the machine has no room for another process */
  private forked(): ChildProcess | Error {
    const entry = this.options.entry ?? fileURLToPath(new URL('./child.js', import.meta.url));
    const args = [this.options.model ?? '', this.options.cache ?? ''];
    try {
      return fork(entry, args, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  isReady(): boolean {
    return this.loaded;
  }

  async request(task: EncoderTask, signal?: AbortSignal): Promise<Result> {
    if (this.closed) throw new EncoderProcessProblem('it was closed');
    signal?.throwIfAborted();
    const id = this.nextId++;
    let leave = () => {};
    const result = new Promise<Result>((resolve, reject) => {
      // Whoever leaves is not asked for again; the watchdog goes on, for the process has to answer all the same.
      leave = () => this.pending.delete(id) && reject(signal?.reason);
      const pending: Pending = { request: { id, ...task }, tries: 0, resolve, reject };
      this.pending.set(id, pending);
      this.hand(pending);
    });
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return await result;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    const child = this.child;
    this.child = null;
    clearTimeout(this.watchdog);
    clearTimeout(this.restart);
    for (const pending of this.pending.values()) pending.reject(new EncoderProcessProblem('it was closed'));
    this.pending.clear();
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      const hurry = setTimeout(() => child.kill('SIGKILL'), CLOSE_DEADLINE);
      child.once('exit', () => {
        clearTimeout(hurry);
        resolve();
      });
      if (child.connected) child.disconnect();
      else child.kill('SIGKILL');
    });
  }

  private hand(pending: Pending): void {
    const attempt = ++pending.tries;
    this.start().then(
      () => {
        if (!this.pending.has(pending.request.id)) return;
        if (this.owed.size === 0) this.watch();
        this.owed.add(pending.request.id);
        this.child?.send(pending.request);
      },
      (error: Error) => {
        // A process that died while starting is handled by `lost`, which hands the request on.
        const final = error instanceof ModelProblem || attempt >= MAX_TRIES;
        if (final && this.pending.delete(pending.request.id)) pending.reject(error);
      },
    );
  }

  private settle(reply: Exclude<EncoderReply, { type: 'ready' | 'failed' }>): void {
    const pending = this.pending.get(reply.id);
    if (!pending) return;
    this.pending.delete(reply.id);
    if (reply.type === 'error') pending.reject(new Error(reply.message));
    else pending.resolve(reply);
  }

  /** A process that is alive but says nothing is replaced: `exit` follows, and what was under way is asked once more. */
  private watch(deadline: number = this.options.deadline ?? DEADLINE): void {
    clearTimeout(this.watchdog);
    const child = this.child;
    this.watchdog = setTimeout(() => child?.kill('SIGKILL'), deadline);
    this.watchdog.unref();
  }

  /** The process ended on its own: another is started, and asked once more what was under way. */
  private lost(why: string): void {
    this.child = null;
    this.ready = null;
    this.loaded = false;
    this.owed.clear();
    clearTimeout(this.watchdog);
    if (this.closed || !this.opened) return;
    this.options.onRestart?.(why);
    const wait = Math.min(FIRST_RESTART * 2 ** this.restarts++, LAST_RESTART);
    clearTimeout(this.restart);
    this.restart = setTimeout(() => void this.start().catch(() => {}), wait);
    this.restart.unref();
    for (const pending of [...this.pending.values()]) {
      if (pending.tries < MAX_TRIES) this.hand(pending);
      else if (this.pending.delete(pending.request.id)) pending.reject(new EncoderProcessProblem(why));
    }
  }
}
