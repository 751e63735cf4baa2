/** Makes a thing once for each key, and keeps it as long as the process; what could not be made is tried again. */
export class Once<V> {
  readonly #made = new Map<string, Promise<V>>();

  get(key: string, make: () => Promise<V>): Promise<V> {
    const known = this.#made.get(key);
    if (known) return known;
    const making = make();
    this.#made.set(key, making);
    making.catch(() => this.#made.delete(key));
    return making;
  }
}
