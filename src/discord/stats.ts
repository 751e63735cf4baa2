/** What is counted. `late`: Discord had given up on it; `limited`: refused for haste. */
export const COUNTED = [
  'questions',
  'commands',
  'buttons',
  'autocompletes',
  'errors',
  'late',
  'limited',
  'retries',
] as const;
export type Counted = (typeof COUNTED)[number];

/** An answer that was given: to which command, button or mention, what came of it, and after how many ms. */
export interface GivenAnswer {
  readonly to: string;
  readonly outcome: 'quoted' | 'refused' | 'done';
  readonly ms: number;
}

const KEPT_LATENCIES = 500;

export interface Reload {
  readonly at: number;
  /** Why it failed; null for a success. */
  readonly problem: string | null;
}

/** What the bot did since it started, for /status and the log. */
export class Stats {
  readonly startedAt: number;
  reload: Reload | null = null;
  readonly #counts = new Map<Counted, number>();
  readonly #latencies: number[] = [];
  readonly #listeners: ((answer: GivenAnswer) => void)[] = [];

  constructor(startedAt: number) {
    this.startedAt = startedAt;
  }

  count(what: Counted): void {
    this.#counts.set(what, this.of(what) + 1);
  }

  of(what: Counted): number {
    return this.#counts.get(what) ?? 0;
  }

  /** Tells `listener` of every answer from now on. */
  onAnswer(listener: (answer: GivenAnswer) => void): void {
    this.#listeners.push(listener);
  }

  answered(answer: GivenAnswer): void {
    for (const listener of this.#listeners) listener(answer);
  }

  /** Ms from a question's arrival to its answer. */
  answeredIn(ms: number): void {
    this.#latencies.push(ms);
    if (this.#latencies.length > KEPT_LATENCIES) this.#latencies.shift();
  }

  /** The latency under which this share (0 to 1) of the last answers stayed, in whole ms; null before the first. */
  latency(share: number): number | null {
    const sorted = [...this.#latencies].sort((a, b) => a - b);
    const at = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    return at === undefined ? null : Math.round(at);
  }
}
