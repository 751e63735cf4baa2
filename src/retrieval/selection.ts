import type { RankedPassage } from './ranking.ts';
import type { Corpus, RetrievedPassage } from './types.ts';

/** A second sentence is highlighted as well where it scores at least this share of the best. */
const SECOND_HIGHLIGHT = 0.9;

interface SelectionOptions {
  readonly several: boolean;
  readonly top: number;
}

/** The passages that are shown, best first, each with the sentences that answer. */
export function selected(
  ranked: readonly RankedPassage[],
  corpus: Corpus,
  { several, top }: SelectionOptions,
): RetrievedPassage[] {
  const order = several ? spread(ranked, corpus) : ranked;
  return order.slice(0, top).map((each) => ({
    passage: each.passage,
    score: each.score,
    highlights: highlights(each, corpus),
  }));
}

/** The best passage of each letter first, then the rest: for questions about several letters. */
function spread(ranked: readonly RankedPassage[], corpus: Corpus): RankedPassage[] {
  const seen = new Set<unknown>();
  const first = ranked.filter(({ passage, signals }) => {
    const { letter } = corpus.passages[passage]!;
    if (seen.has(letter) || signals.named === 0) return false;
    seen.add(letter);
    return true;
  });
  return [...first, ...ranked.filter((each) => !first.includes(each))];
}

function highlights({ passage, sentences }: RankedPassage, corpus: Corpus): RetrievedPassage['highlights'] {
  const spans = corpus.passages[passage]!.passage.sentences;
  const best = Math.max(...sentences);
  return spans.filter((_, i) => sentences[i]! >= best * SECOND_HIGHLIGHT).slice(0, 2);
}
