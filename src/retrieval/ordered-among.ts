/** What is ranked, with those among it that have an order of their own in that order, in the places they had together. */
export function orderedAmong<T>(ranked: readonly T[], orderOf: (each: T) => number | null): readonly T[] {
  const ordered = ranked.flatMap((each) => {
    const order = orderOf(each);
    return order === null ? [] : [{ each, order }];
  });
  const among = new Set(ordered.map(({ each }) => each));
  const found = ordered.sort((a, b) => a.order - b.order).map(({ each }) => each);
  return ranked.map((each) => (among.has(each) ? (found.shift() ?? each) : each));
}
