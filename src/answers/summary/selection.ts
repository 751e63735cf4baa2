import { MAX_QUOTE_LENGTH, type Passage } from '../../letters/types.ts';
import { cosine } from '../sentences.ts';
import { runOf, startOf } from './leaning.ts';
import type { ScoredSentence } from './scoring.ts';

/** Neighbouring sentences of one letter that are quoted together. */
export interface Pick {
  /** The letter's sentences, in order. */
  readonly all: readonly ScoredSentence[];
  readonly from: number;
  readonly to: number;
  readonly passage: Passage;
  /** The sentence it was chosen for. */
  readonly core: ScoredSentence;
}

export interface SelectionOptions {
  /** At most so many quotes. */
  readonly limit: number;
  /** What is quoted already, in this or another letter. */
  readonly chosen?: readonly Pick[];
}

/** Share of novelty against worth in maximal marginal relevance. */
const NOVELTY = 0.35;
/** Worth of a section that is not represented yet. */
const NEW_SECTION = 0.6;
/** More of a section that has been quoted is worth less. */
const SAME_SECTION = 0.08;
/** Sentences alike to this degree say the same. */
const REPEATED = 0.92;
/** A quote grows by its neighbours up to this length, so that it stays easy to read. */
const GROWN_LENGTH = 450;
/** Below this worth a sentence does not make a quote longer. */
const WORTH_GROWING = 1.2;

/**
 * Chooses sentences by maximal marginal relevance (Carbonell and Goldstein 1998) with a preference for sections that are
 * not represented yet. A sentence beside one that is quoted joins its quote; one that leans on its predecessor takes it
 * along.
 *
 * @param letters the sentences of each letter
 */
export function select(
  letters: readonly (readonly ScoredSentence[])[],
  { limit, chosen = [] }: SelectionOptions,
): readonly Pick[] {
  let picks: Pick[] = [];
  const open = letters.flatMap((all) => all.map((sentence) => ({ all, sentence, similar: 0 })));
  const highest = open.reduce((most, { sentence }) => Math.max(most, sentence.score), 0) || 1;
  const compare = (to: ScoredSentence) => {
    for (const entry of open) entry.similar = Math.max(entry.similar, cosine(entry.sentence.vector, to.vector));
  };
  for (const { core } of chosen) compare(core);

  while (open.length > 0) {
    const full = picks.length >= limit;
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (const [i, { sentence, similar }] of open.entries()) {
      const gain = worth(sentence, similar, picks, highest);
      if (gain > most) [best, most] = [i, gain];
    }
    const [candidate] = open.splice(best, 1);
    if (!candidate || candidate.sentence.score === 0) continue;
    const next = place(candidate.all, candidate.sentence, picks, candidate.similar, full);
    if (!next) continue;
    picks = next;
    compare(candidate.sentence);
  }
  return picks;
}

function worth(sentence: ScoredSentence, similar: number, picks: readonly Pick[], highest: number): number {
  const same = picks.filter(({ core }) => core.letter === sentence.letter && core.section === sentence.section).length;
  const section = same === 0 ? NEW_SECTION : -SAME_SECTION * same;
  return (1 - NOVELTY) * (sentence.score / highest + section) - NOVELTY * similar;
}

/** The picks with one sentence more; null where it finds no place. */
function place(
  all: readonly ScoredSentence[],
  sentence: ScoredSentence,
  picks: readonly Pick[],
  similar: number,
  full: boolean,
): Pick[] | null {
  const inside = picks.some((pick) => pick.all === all && pick.from <= sentence.order && sentence.order <= pick.to);
  if (inside) return null;
  const from = startOf(all, sentence.order);
  const beside = picks.findIndex((pick) => touches(pick, all, from, sentence.order));
  if (beside >= 0) {
    const grown = grow(picks[beside]!, from, sentence.order, sentence.score >= WORTH_GROWING);
    const others = picks.filter((_, i) => i !== beside);
    if (grown && !overlaps(others, all, grown.from, grown.to)) return others.toSpliced(beside, 0, grown);
  }
  if (full || similar > REPEATED || overlaps(picks, all, from, sentence.order)) return null;
  const passage = runOf(all, from, sentence.order);
  return passage && passage.text.length <= MAX_QUOTE_LENGTH
    ? [...picks, { all, from, to: sentence.order, passage, core: sentence }]
    : null;
}

function touches(pick: Pick, all: readonly ScoredSentence[], from: number, to: number): boolean {
  return pick.all === all && from <= pick.to + 1 && to >= pick.from - 1;
}

function overlaps(picks: readonly Pick[], all: readonly ScoredSentence[], from: number, to: number): boolean {
  return picks.some((pick) => pick.all === all && from <= pick.to && to >= pick.from);
}

function grow(pick: Pick, from: number, to: number, worthy: boolean): Pick | null {
  if (!worthy) return null;
  const range = { from: Math.min(from, pick.from), to: Math.max(to, pick.to) };
  const passage = runOf(pick.all, range.from, range.to);
  return passage && passage.text.length <= GROWN_LENGTH ? { ...pick, ...range, passage } : null;
}
