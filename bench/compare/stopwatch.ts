/** How long each of several steps took that follow on one another, perhaps more than once. */
export class Stopwatch {
  readonly #now: () => number;
  #times = new Map<string, number>();
  #step = '';
  #since = 0;

  /** @param now ms of any clock */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Forgets what was measured and begins with a step. */
  begin(step: string): void {
    this.#times = new Map();
    this.#step = step;
    this.#since = this.#now();
  }

  /** The step under way is over, another begins. */
  enter(step: string): void {
    const now = this.#now();
    this.#times.set(this.#step, (this.#times.get(this.#step) ?? 0) + now - this.#since);
    this.#step = step;
    this.#since = now;
  }

  /** The last step is over. @returns ms by step */
  end(): Record<string, number> {
    this.enter('');
    return Object.fromEntries(this.#times);
  }
}
