import type { Interaction } from './interactions/interaction.ts';
import type { Choice } from './limits/callbacks.ts';
import type { Command } from './limits/commands.ts';
import type { Modal } from './limits/modals.ts';
import type { RecordedRequest } from './rest/recorded.ts';
import type { Message } from './world/messages.ts';

/** Everything that can happen, by its name. Messages in it are snapshots: they never change afterwards. */
export interface Happenings {
  /** The bot opened a session, or took one up again. */
  identified: { sessionId: string; intents: number };
  resumed: { sessionId: string; replayed: number };
  disconnected: { code: number };
  /** A person did something that the bot must answer. */
  interaction: { interaction: Interaction };
  /** The bot's first answer; `callback` is Discord's callback type. */
  acknowledged: { interaction: Interaction; callback: number };
  /** A message appeared, changed or went; `visibleTo` is the only person who sees it, or null. A "thinking" answer is a
   * message with the loading flag (`isThinking`). */
  messageCreated: { message: Message; visibleTo: string | null; interaction: Interaction | null };
  messageUpdated: { message: Message; visibleTo: string | null; interaction: Interaction | null };
  messageDeleted: { id: string; channelId: string; visibleTo: string | null };
  choices: { interaction: Interaction; choices: Choice[] };
  modal: { interaction: Interaction; modal: Modal };
  typing: { channelId: string };
  commands: { guildId: string | null; commands: Command[] };
  /** A request of the bot was answered. */
  request: { request: RecordedRequest };
}

export type Kind = keyof Happenings;

/** What happened, before it has a number. */
type News = { [K in Kind]: { kind: K } & Happenings[K] }[Kind];

/** One thing that happened: its number, when (ms since 1970), what. */
export type Happening<K extends Kind = Kind> = Extract<News, { kind: K }> & { seq: number; at: number };

type Listener = (happening: Happening) => void;

/** What does not come within this does not come: a slow machine is no reason to give up. In ms. */
export const PATIENCE_MS = 300_000;

export interface Waiting {
  /** How long to wait before it counts as never, in ms (300,000). */
  withinMs?: number;
  /** Also look back at what happened after this number (see `mark`). */
  since?: number;
}

/** How many are kept: enough for a test or a load run, and no leak in a preview that stays open. */
const KEPT = 20_000;

/** The stream of what happens in the local Discord. */
export class HappeningStream {
  readonly #kept: Happening[] = [];
  readonly #listeners = new Set<Listener>();
  #seq = 0;

  emit(news: News): void {
    const happening: Happening = { ...news, seq: ++this.#seq, at: Date.now() };
    this.#kept.push(happening);
    if (this.#kept.length > KEPT) this.#kept.shift();
    for (const listener of [...this.#listeners]) listener(happening);
  }

  /** Hears everything from now on; the result stops it. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The number of the last thing that happened. */
  mark(): number {
    return this.#seq;
  }

  /** What happened after a mark, oldest first. */
  since(mark = 0): Happening[] {
    // Numbers follow each other without a gap.
    const forgotten = (this.#kept[0]?.seq ?? 1) - 1;
    return this.#kept.slice(Math.max(0, mark - forgotten));
  }

  /**
   * Waits for something of a kind (or one of several) that satisfies a condition.
   *
   * @throws an error that says what was awaited and what happened instead, when it does not come in time
   */
  until<K extends Kind>(
    kinds: K | readonly K[],
    where: (happening: Happening<K>) => boolean = () => true,
    { withinMs = PATIENCE_MS, since = this.#seq }: Waiting = {},
  ): Promise<Happening<K>> {
    const fits = (it: Happening): it is Happening<K> => isOf(it, kinds) && where(it);
    const already = this.since(since).find(fits);
    if (already) return Promise.resolve(already);
    const asked = this.#seq;
    return new Promise((resolve, reject) => {
      const stop = this.subscribe((it) => {
        if (!fits(it)) return;
        clearTimeout(timer);
        stop();
        resolve(it);
      });
      const timer = setTimeout(() => {
        stop();
        reject(
          new Error(
            `waited ${withinMs} ms for ${String(kinds)}; meanwhile: ${this.since(asked).map(brief).join(', ') || 'nothing'}`,
          ),
        );
      }, withinMs);
    });
  }
}

function isOf<K extends Kind>(happening: Happening, kinds: K | readonly K[]): happening is Happening<K> {
  const wanted: readonly Kind[] = typeof kinds === 'string' ? [kinds] : kinds;
  return wanted.includes(happening.kind);
}

function brief(happening: Happening): string {
  if (happening.kind !== 'request') return happening.kind;
  const { method, path, status, verdicts } = happening.request;
  return [`${method} ${path} ${status}`, ...verdicts.flatMap((it) => it.problems)].join(' ');
}
