/** Lets the event loop take a turn: whoever else waits for an answer is served between two pieces of long work. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
