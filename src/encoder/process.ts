import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { EncoderProcessProblem, ModelProblem } from './errors.ts';
import type { EncoderReply, EncoderRequest } from './messages.ts';
import type { EncoderOptions } from './transformers.ts';
import type { Encoder, TokenVectors } from './types.ts';

export interface EncoderProcessOptions extends EncoderOptions {
  /** The built `child.js`; beside this file by default. */
  readonly entry?: string | undefined;
  /** Told when the process had to be started anew, with the reason. */
  readonly onRestart?: ((why: string) => void) | undefined;
}

type Ready = Extract<EncoderReply, { type: 'ready' }>;
type Result = Extract<EncoderReply, { type: 'vectors' | 'tokens' }>;

interface Pending {
  readonly request: EncoderRequest;
  tries: number;
  readonly resolve: (reply: Result) => void;
  readonly reject: (error: Error) => void;
}

/** How often a request is handed to a process before it is given up. */
const MAX_TRIES = 2;

/**
 * An encoder in a child process: the caller's thread is never blocked, and a crash of the native runtime ends the child
 * alone. The child is started anew when it dies and requests under way are asked once more.
 * @throws {ModelProblem} when the model can't be loaded
 */
export async function encoderProcess(options: EncoderProcessOptions = {}): Promise<Encoder> {
  const connection = new EncoderConnection(options);
  const ready = await connection.start();
  const encoder: Encoder = {
    name: ready.name,
    fingerprint: ready.fingerprint,
    dimension: ready.dimension,
    encode: async (texts, kind) => {
      const reply = await connection.request('encode', texts, kind);
      return reply.type === 'vectors' ? reply.vectors : [];
    },
    close: () => connection.close(),
  };
  if (!ready.lateInteraction) return encoder;
  const encodeTokens: NonNullable<Encoder['encodeTokens']> = async (texts, kind): Promise<TokenVectors[]> => {
    const reply = await connection.request('encodeTokens', texts, kind);
    return reply.type === 'tokens' ? reply.tokens : [];
  };
  return { ...encoder, encodeTokens };
}

class EncoderConnection {
  private child: ChildProcess | null = null;
  private ready: Promise<Ready> | null = null;
  private closed = false;
  private nextId = 1;
  private readonly pending = new Map<number, Pending>();

  constructor(private readonly options: EncoderProcessOptions) {}

  /** Starts the process unless it runs; resolves when the model is loaded. */
  start(): Promise<Ready> {
    this.ready ??= new Promise<Ready>((resolve, reject) => {
      const entry = this.options.entry ?? fileURLToPath(new URL('./child.js', import.meta.url));
      const args = [this.options.model ?? '', this.options.cache ?? ''];
      const child = fork(entry, args, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      this.child = child;
      child.on('message', (reply: EncoderReply) => {
        if (reply.type === 'ready') resolve(reply);
        else if (reply.type === 'failed') reject(new ModelProblem(reply.model, reply.why));
        else this.settle(reply);
      });
      child.on('error', (error) => reject(error));
      child.on('exit', (code, signal) => {
        const why = signal ?? `exit code ${code}`;
        reject(new EncoderProcessProblem(why));
        if (this.child === child) this.lost(why);
      });
    });
    return this.ready;
  }

  request(task: EncoderRequest['task'], texts: readonly string[], kind: EncoderRequest['kind']): Promise<Result> {
    if (this.closed) return Promise.reject(new EncoderProcessProblem('it was closed'));
    return new Promise((resolve, reject) => {
      const id = this.nextId++;
      const pending: Pending = { request: { id, task, texts, kind }, tries: 0, resolve, reject };
      this.pending.set(id, pending);
      this.hand(pending);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    const child = this.child;
    this.child = null;
    for (const pending of this.pending.values()) pending.reject(new EncoderProcessProblem('it was closed'));
    this.pending.clear();
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      if (child.connected) child.disconnect();
      else child.kill('SIGKILL');
    });
  }

  private hand(pending: Pending): void {
    const attempt = ++pending.tries;
    this.start().then(
      () => this.child?.send(pending.request),
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

  /** The process ended on its own: what was under way is asked once more of a new one. */
  private lost(why: string): void {
    this.child = null;
    this.ready = null;
    if (this.closed) return;
    if (this.pending.size > 0) this.options.onRestart?.(why);
    for (const pending of [...this.pending.values()]) {
      if (pending.tries < MAX_TRIES) this.hand(pending);
      else if (this.pending.delete(pending.request.id)) pending.reject(new EncoderProcessProblem(why));
    }
  }
}
