import { readable } from '../letters/readable.ts';
import type { SentenceTerms } from './lexical/sentence-terms.ts';
import { saying } from './question/quoted-words.ts';
import { isFormulaic } from './quotable.ts';
import type { RankedPassage } from './ranking.ts';
import type { Corpus, RetrievedPassage } from './types.ts';

/** A second sentence is highlighted as well where it scores at least this share of the best. */
const SECOND_HIGHLIGHT = 0.9;
/** How likely a passage after the first must be to answer, and where an answer has several parts. */
const ANSWERS = 0.5;
const ANSWERS_IN_PART = 0.2;
/** How likely it is that a passage which does not bear on a question is about something else. */
const ELSEWHERE = 0.5;
/** Passages that share this much of their terms (Jaccard) say the same. */
const SAME = 0.8;
/** In a question about several letters, a letter's best passage comes first if it is at most this far behind, in logits. */
const WITHIN = 5;

interface SelectionOptions {
  readonly corpus: Corpus;
  readonly terms: SentenceTerms;
  /** The answer lies in several letters. */
  readonly several: boolean;
  /** Words that must stand word for word in what is shown. */
  readonly quoted: readonly string[];
  readonly top: number;
}

/** The passages that are shown, best first, no two that say the same, each with the sentences that answer. */
export function selected(ranked: readonly RankedPassage[], options: SelectionOptions): RetrievedPassage[] {
  const { corpus, terms, several, quoted, top } = options;
  const chosen: RankedPassage[] = [];
  const sets: ReadonlySet<number>[] = [];
  for (const each of several ? spread(ranked, corpus) : ranked) {
    if (chosen.length >= top) break;
    const own = new Set(terms.termsOf(each.passage));
    if (sets.some((set) => overlap(set, own) >= SAME)) continue;
    chosen.push(each);
    sets.push(own);
  }
  return chosen.map((each, place) => ({
    passage: each.passage,
    score: each.score,
    highlights: highlights(each, corpus, quoted),
    answers: place === 0 || answersToo(each, several),
    bears: each.reading === null || each.reading.nothing < ELSEWHERE,
  }));
}

/**
 * Whether a passage after the first adds an answer. What is asked of several letters is answered by parts; what states
 * what is asked about a letter itself answers.
 */
function answersToo({ reading, signals }: RankedPassage, several: boolean): boolean {
  return signals.part >= 1 || reading === null || reading.answers >= (several ? ANSWERS_IN_PART : ANSWERS);
}

/** The best passage of each letter first, then the rest; of the letters that the question names, where it names any. */
function spread(ranked: readonly RankedPassage[], corpus: Corpus): RankedPassage[] {
  const best = ranked[0]?.score ?? 0;
  const naming = ranked.some(({ signals }) => signals.named > 0);
  const seen = new Set<unknown>();
  const first = ranked.filter(({ passage, signals, score }) => {
    const letter = corpus.passages[passage]?.letter;
    if (seen.has(letter) || score < best - WITHIN || (naming && signals.named === 0)) return false;
    seen.add(letter);
    return true;
  });
  return [...first, ...ranked.filter((each) => !first.includes(each))];
}

/** The best sentences; those that hold the words that were quoted, where any do; no mere opening of a letter. */
function highlights({ passage, sentences }: RankedPassage, corpus: Corpus, quoted: readonly string[]) {
  const each = corpus.passages[passage];
  if (!each) return [];
  const said = each.passage.sentences.map((span, i) => {
    const { text } = readable(each.letter, span, each.passage.skipped);
    return { span, score: sentences[i] ?? 0, text };
  });
  const holding = said.filter(({ text }) => quoted.some((words) => saying(words)(text)));
  const telling = holding.length > 0 ? holding : said.filter(({ text }) => !isFormulaic(text));
  const best = Math.max(...telling.map(({ score }) => score));
  return telling.flatMap(({ span, score }) => (score >= best * SECOND_HIGHLIGHT ? [span] : [])).slice(0, 2);
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const term of a) if (b.has(term)) shared++;
  return shared / (a.size + b.size - shared);
}
