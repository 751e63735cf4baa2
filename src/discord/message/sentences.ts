/** A full stop behind these ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s("“‘])(?:nrs?|dr|drs|mr|ir|ing|prof|gen|lt|kol|st|ca|art|blz|pag|p|resp|bijv|bv|evt|incl|excl|jl|a\.?s|o\.?a|o\.?m|d\.?w\.?z|m\.?b\.?t|m\.?n|t\.?a\.?v|i\.?v\.?m|z\.?g|vgl|zgn|no|vs|e\.?g|i\.?e|\p{Lu})\.$/iu;

const CANDIDATE = /[.!?…]["”’')\]]*\s+(?=["“‘'([]*[\p{Lu}\p{N}])/gu;

/** Where the sentences of a readable text start, ascending, 0 first: the places at which it may be cut. */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(CANDIDATE)) {
    const before = text.slice(Math.max(0, match.index - 12), match.index + 1);
    if (!ABBREVIATION.test(before)) starts.push(match.index + match[0].length);
  }
  return starts;
}
