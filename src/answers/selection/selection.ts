import type { Passage } from '../../letters/types.ts';
import { excerptOf } from './excerpt.ts';
import { runOf, startOf } from './leaning.ts';
import { leadOf, withItems } from './lists.ts';
import type { ScoredSentence } from './scoring.ts';
import { cosine } from './sentences.ts';

/** Neighbouring sentences of one letter that are quoted together. */
export interface Pick {
  /** The letter's sentences, in order. */
  readonly all: readonly ScoredSentence[];
  readonly from: number;
  readonly to: number;
  readonly passage: Passage;
  /** The sentences it was chosen for, the first chosen first; the others lead up to them. */
  readonly cores: readonly [ScoredSentence, ...ScoredSentence[]];
}

export interface SelectionOptions {
  /** At most so many quotes, those in `chosen` included. */
  readonly limit: number;
  /** What is quoted already. */
  readonly chosen?: readonly Pick[];
}

/** Share of novelty against worth in maximal marginal relevance. */
const NOVELTY = 0.35;
/** Worth of a section that is not represented yet, where the sentence has any worth of its own. */
const NEW_SECTION = 0.6;
const SOME_WORTH = 0.3;
/** What a section loses with each quote, divided by how many its length entitles it to. */
const SAME_SECTION = 0.2;
/** Sentences alike to this degree say the same. */
const REPEATED = 0.92;
/** A quote grows by its neighbours up to this length, that of an ordinary paragraph. */
const GROWN_LENGTH = 650;
/** Once there are enough quotes, a sentence below this worth does not make one longer. */
const WORTH_GROWING = 1.2;

interface Candidate {
  readonly all: readonly ScoredSentence[];
  readonly sentence: ScoredSentence;
  /** Cosine with the nearest sentence chosen so far. */
  similar: number;
}

/**
 * Chooses sentences by maximal marginal relevance (Carbonell and Goldstein 1998) with a preference for sections that are
 * not represented yet. A sentence beside one that is quoted joins its quote; one that leans on its predecessor takes it
 * along. Sentences with score 0 are never chosen.
 *
 * @param letters the sentences of each letter
 * @returns what was chosen already, perhaps longer, and what is new
 */
export function select(
  letters: readonly (readonly ScoredSentence[])[],
  { limit, chosen = [] }: SelectionOptions,
): readonly Pick[] {
  let picks: readonly Pick[] = chosen;
  const open: Candidate[] = letters.flatMap((all) =>
    all.filter(({ score }) => score > 0).map((sentence) => ({ all, sentence, similar: 0 })),
  );
  const weights: Weights = { highest: highestOf(open), fairShare: fairShares(open, limit) };
  const compare = (to: ScoredSentence) => {
    for (const entry of open) entry.similar = Math.max(entry.similar, cosine(entry.sentence.vector, to.vector));
  };
  for (const { cores } of chosen) cores.forEach(compare);
  while (open.length > 0) {
    const [candidate] = open.splice(worthiest(open, picks, weights), 1);
    const next = candidate && place(candidate, picks, limit);
    if (!next) continue;
    picks = next;
    compare(candidate.sentence);
  }
  return picks;
}

/** A quote shorter than this is read with the sentence before it in its paragraph, up to this length together. */
const SHORT = 160;
const IN_CONTEXT = 420;

/** Gives short quotes from the middle of a paragraph the sentence before them, where no other quote holds it. */
export function withContext(picks: readonly Pick[]): readonly Pick[] {
  const widened: Pick[] = [];
  for (const [i, pick] of picks.entries()) {
    const others = [...widened, ...picks.slice(i + 1)];
    widened.push(wider(pick, others) ?? pick);
  }
  return widened;
}

function wider(pick: Pick, others: readonly Pick[]): Pick | null {
  const { all, from, to, passage } = pick;
  const first = all[from];
  if (!first || first.at === 0 || passage.text.length >= SHORT) return null;
  const range = { all, from: startOf(all, from - 1), to };
  const longer = runOf(all, range.from, to);
  if (!longer || longer.text.length > IN_CONTEXT || others.some((other) => overlap(other, range))) return null;
  return { ...pick, from: range.from, passage: longer };
}

interface Weights {
  /** The highest score of all. */
  readonly highest: number;
  /** How many quotes the length of a section entitles it to, at least one. */
  readonly fairShare: ReadonlyMap<string, number>;
}

function highestOf(open: readonly Candidate[]): number {
  return open.reduce((most, { sentence }) => Math.max(most, sentence.score), 0) || 1;
}

function fairShares(open: readonly Candidate[], limit: number): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const { sentence } of open) lengths.set(placeOf(sentence), (lengths.get(placeOf(sentence)) ?? 0) + 1);
  return new Map([...lengths].map(([place, length]) => [place, Math.max(1, (limit * length) / open.length)]));
}

/** Index of the candidate that adds most. */
function worthiest(open: readonly Candidate[], picks: readonly Pick[], { highest, fairShare }: Weights): number {
  const shown = new Map<string, number>();
  for (const { cores } of picks) shown.set(placeOf(cores[0]), (shown.get(placeOf(cores[0])) ?? 0) + 1);
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [i, { sentence, similar }] of open.entries()) {
    const place = placeOf(sentence);
    const same = shown.get(place) ?? 0;
    const fresh = sentence.score >= SOME_WORTH ? NEW_SECTION : 0;
    const section = same === 0 ? fresh : (-SAME_SECTION * same) / (fairShare.get(place) ?? 1);
    const gain = (1 - NOVELTY) * (sentence.score / highest + section) - NOVELTY * similar;
    if (gain > most) [best, most] = [i, gain];
  }
  return best;
}

function placeOf({ letter, section }: ScoredSentence): string {
  return `${letter.id} ${section}`;
}

/** The picks with one sentence more; null where it finds no place. */
function place({ all, sentence, similar }: Candidate, picks: readonly Pick[], limit: number): readonly Pick[] | null {
  const full = picks.length >= limit;
  // While there is room, whatever is chosen next to a quote joins it rather than becoming one.
  if (full && (sentence.score < WORTH_GROWING || !picks.some((pick) => isNear(pick, sentence)))) return null;
  const list = listWith(all, sentence);
  const own = list ?? { all, from: startOf(all, sentence.order), to: sentence.order };
  for (const neighbour of picks.filter((pick) => adjoins(pick, own))) {
    const grown = grow(neighbour, own, sentence);
    if (grown && !picks.some((pick) => pick !== neighbour && overlap(pick, grown)))
      return picks.map((pick) => (pick === neighbour ? grown : pick));
  }
  if (full || similar > REPEATED || picks.some((pick) => overlap(pick, own))) return null;
  const passage = list?.passage ?? runOf(all, own.from, own.to);
  return passage && [...picks, { ...own, passage, cores: [sentence] }];
}

/** What leads in a list, with its items, for a sentence that does so or begins the first of them; null for any other. */
function listWith(all: readonly ScoredSentence[], sentence: ScoredSentence): Omit<Pick, 'cores'> | null {
  const { letter, passage, at } = sentence;
  const lead = at === 0 ? (leadOf(letter, passage) ?? passage) : passage;
  if (lead === passage && at < passage.sentences.length - 1) return null;
  const own = all.filter((each) => each.passage === lead);
  const last = own.at(-1);
  if (!last) return null;
  const from = Math.max(startOf(all, last.order), own[0]?.order ?? 0);
  const led = excerptOf(letter, lead, all[from]?.at ?? 0, lead.sentences.length);
  const whole = withItems(letter, led);
  if (whole === led) return null;
  const to = all.findLast((each) => each.passage.start < whole.end)?.order ?? last.order;
  return { all, from, to, passage: whole };
}

type Range = Omit<Pick, 'passage' | 'cores'>;

/** How far from a quote a sentence may stand to join it, counted in sentences: a gap, and what it leans on. */
const NEAR = 4;

function isNear({ all, from, to }: Range, { letter, order }: ScoredSentence): boolean {
  return all[0]?.letter === letter && order >= from - NEAR && order <= to + NEAR;
}

/** Whether two runs stand in one paragraph, overlapping or at most one sentence apart. */
function adjoins(a: Range, b: Range): boolean {
  const near = inOneLetter(a, b) && a.from <= b.to + 2 && b.from <= a.to + 2;
  const [x, y] = [a.all[a.to], b.all[b.to]];
  return near && x !== undefined && y !== undefined && inOneParagraph(x, y);
}

/** Whether two sentences stand in one passage, or in passages that one paragraph was cut into. */
function inOneParagraph(a: ScoredSentence, b: ScoredSentence): boolean {
  if (a.passage === b.passage) return true;
  const [first, last] = a.order < b.order ? [a, b] : [b, a];
  return first.letter.parts.some(
    ({ kind, start, end }) => kind === 'paragraph' && start < first.passage.end && last.passage.start < end,
  );
}

/** Whether two runs share a sentence. */
export function overlap(a: Range, b: Range): boolean {
  return inOneLetter(a, b) && a.from <= b.to && b.from <= a.to;
}

function inOneLetter(a: Range, b: Range): boolean {
  return a.all[0]?.letter === b.all[0]?.letter;
}

function grow(pick: Pick, { from, to }: Range, sentence: ScoredSentence): Pick | null {
  const range = { from: Math.min(from, pick.from), to: Math.max(to, pick.to) };
  const passage = runOf(pick.all, range.from, range.to);
  if (!passage || passage.text.length > GROWN_LENGTH) return null;
  return { ...pick, ...range, passage, cores: [...pick.cores, sentence] };
}
