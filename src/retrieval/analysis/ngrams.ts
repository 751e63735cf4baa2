const SIZE = 4;

/** The character 4-grams of a stem with its ends marked; a short stem is its own gram. */
export function grams(stem: string): string[] {
  const marked = `^${stem}$`;
  if (marked.length <= SIZE) return [marked];
  return Array.from({ length: marked.length - SIZE + 1 }, (_, i) => marked.slice(i, i + SIZE));
}
