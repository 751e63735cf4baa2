import type { CloseReading, Encoder, Reading, TokenVectors } from '../encoder/types.ts';
import { readable } from '../letters/readable.ts';
import type { Passage, Span } from '../letters/types.ts';
import { type Candidate, candidates, NEIGHBOURS } from './candidates.ts';
import {
  FUSION_WEIGHTS,
  fused,
  type Signals,
  searches,
  signalsLooked,
  signalsRead,
  signalsReadClosely,
} from './fusion.ts';
import { type Concept, conceptsOf } from './lexical/concepts.ts';
import { scoreConcepts, scoreGrams } from './lexical/search.ts';
import { type Coverage, SentenceMatcher } from './lexical/sentence-match.ts';
import { termIds } from './lexical/term-ids.ts';
import { LEXICAL_WEIGHTS } from './lexical/weights.ts';
import { orderedAmong } from './ordered-among.ts';
import { answerTypeOf, type Standing, standingOf } from './question/answer-type.ts';
import { countedIn, counts } from './question/counted.ts';
import { both, demandOf, naming } from './question/demands.ts';
import { formOf } from './question/form.ts';
import type { LettersNamed } from './question/letters-named.ts';
import { yearFirst } from './question/named-by-year.ts';
import { saysContrary } from './question/negated.ts';
import { officeHolders } from './question/office-holders.ts';
import { officeSaid } from './question/office-said.ts';
import type { OfficeVoice } from './question/office-voice.ts';
import { partFit } from './question/part-fit.ts';
import { isQuotable } from './quotable.ts';
import { READ_CLOSELY, readOneClosely, SUREST } from './rerank/close-reading.ts';
import { MaxSim } from './rerank/max-sim.ts';
import { readBest } from './rerank/reading.ts';
import type { TokenStore } from './rerank/token-store.ts';
import type { RetrievalData } from './retrieval-data.ts';
import { asksForSource, isSourceNote } from './source-note.ts';
import { highest } from './top.ts';
import type { Corpus, CorpusPassage, Language } from './types.ts';

export interface EncodedQuestion {
  readonly text: string;
  /** What is asked, without the words that only say which letter is meant: what is searched for and encoded. */
  readonly subject: string;
  readonly language: Language;
  readonly vector: Float32Array;
  readonly tokens: TokenVectors | null;
}

export interface RankedPassage {
  readonly passage: number;
  /** In logits: differences are log-odds between passages. */
  readonly score: number;
  readonly signals: Signals;
  /** Where the kind of thing asked for stands; null where no such kind is asked for. */
  readonly standing: Standing | null;
  /** How well each sentence of the passage answers. */
  readonly sentences: readonly number[];
  /** How far the question's token that is met worst is from being met: 0 to 1; null without token vectors. */
  readonly unmet: number | null;
  /** What the reader makes of it; null where it was not read. */
  readonly reading: Reading | null;
  /** What the cross-encoder makes of it; null where it was not read closely. */
  readonly closeReading: CloseReading | null;
}

export interface Ranking {
  readonly concepts: readonly Concept[];
  /** What the first passage says of the question as a whole; null where there is none. */
  readonly coverage: Coverage | null;
  /** Best first. */
  readonly passages: readonly RankedPassage[];
  /** None of them says what a question of its kind can only be answered with. */
  readonly lacking: boolean;
  /** What the question's words alone tell of whether it is answered, in log-odds. */
  readonly form: number;
}

export interface RankOptions {
  readonly corpus: Corpus;
  readonly data: RetrievalData;
  readonly named: LettersNamed;
  /** The office whose words are asked for; none where nobody's are. */
  readonly office?: OfficeVoice | null;
  /** Null where every passage may be found. */
  readonly isAllowed: ((passage: number) => boolean) | null;
  readonly weights: Signals;
  /** What a passage must name to answer: a follow-up named it in place of another. */
  readonly mustName?: string | null;
  /** Reads passages with a question in mind; without it, order and confidence go by the other signals. */
  readonly read?: Encoder['read'];
  /** Reads passages closely; without it, by what `read` says. */
  readonly readClosely?: Encoder['readClosely'];
}

/**
 * Candidates from lexical and vector search, scored by every signal; the best of them are read. What says the contrary of
 * what is asked is left out.
 */
export async function rank(question: EncodedQuestion, options: RankOptions): Promise<Ranking> {
  const { corpus, data, named, isAllowed, weights, mustName } = options;
  const concepts = conceptsOf(question.subject, question.language, data.lexicon, LEXICAL_WEIGHTS);
  const hits = await data.vectors.search(question.vector, isAllowed ? NEIGHBOURS.filtered : NEIGHBOURS.all);
  const cosines = new Map(hits.map((hit) => [hit.passage, hit.score]));
  const office = officeSaid(question.text, data.lexicon);
  const says = office && ((text: string) => office.says(termIds(text, data.lexicon)));
  const parts = partFit(question.text, says);
  const wantsSource = asksForSource(question.text);
  const saysIt = (passage: Passage) => isQuotable(passage) && (wantsSource || !isSourceNote(passage));
  const mayFind = (number: number) => isAllowed?.(number) ?? true;
  const states = (each: CorpusPassage, number: number) => parts.of(each) === 1 && mayFind(number);
  const namesLetter = [...named.weight.values()].some((weight) => weight === 1);
  const holders = says && !namesLetter ? officeHolders({ when: office.when, corpus, says, states }) : null;
  // What states what is asked about a letter itself can be quoted whatever it is.
  const canAnswer = (number: number) => {
    const each = corpus.passages[number];
    if (each === undefined || !mayFind(number) || holders?.isOutdone(number)) return false;
    return saysIt(each.passage) || parts.of(each) === 1;
  };
  const found = candidates(
    {
      lexical: scoreConcepts(concepts, data.lexicon, LEXICAL_WEIGHTS),
      grams: scoreGrams(question.subject, data.lexicon),
      cosines,
      farthest: Math.min(...cosines.values(), 1),
      named,
      parts,
    },
    {
      passages: corpus.passages,
      isAllowed: canAnswer,
      weights: searches(weights) ? weights : FUSION_WEIGHTS,
    },
  );
  const matcher = new SentenceMatcher(concepts, data.lexicon.sentences);
  const tokens = (await data.tokens?.of(found.map(({ passage }) => passage.number))) ?? null;
  const looked = await reread(rerank(question, found, concepts, matcher, tokens, options), question, tokens, options);
  const read = await rereadClosely(looked, question, options);
  const yearOf = yearFirst(question.text);
  const byYear = ({ passage }: RankedPassage) => {
    const each = corpus.passages[passage];
    return each && yearOf ? yearOf(each) : null;
  };
  const ordered = holders?.newestFirst(read) ?? orderedAmong(read, byYear);
  const fitting = ordered.filter(
    ({ passage }) => !saysContrary(question.text, corpus.passages[passage]?.passage.text ?? ''),
  );
  const isSigned = named.filters.signatory !== undefined;
  const sources = {
    ...{ corpus, lexicon: data.lexicon, isSigned },
    saysOffice: office?.says ?? null,
    office: options.office ?? null,
  };
  const demand = both(
    demandOf(question.text, concepts, sources),
    mustName && !named.filters.signatory?.includes(mustName) ? naming(mustName, concepts, sources) : null,
  );
  const meeting = demand ? fitting.flatMap((each) => pointingAt(each, demand(each.passage))) : fitting;
  const lacking = demand !== null && meeting.length === 0;
  const passages = lacking ? fitting : meeting;
  const coverage = passages[0] ? matcher.coverage(passages[0].passage) : null;
  return { concepts, coverage, passages, lacking, form: formOf(question.text) };
}

/** A passage with the sentences that say what is demanded before its others; nothing where none does. */
function pointingAt(each: RankedPassage, places: ReadonlySet<number>): RankedPassage[] {
  if (places.size === 0) return [];
  return [{ ...each, sentences: each.sentences.map((score, i) => score + (places.has(i) ? POINTING : 0)) }];
}

function rerank(
  question: EncodedQuestion,
  found: readonly Candidate[],
  concepts: readonly Concept[],
  matcher: SentenceMatcher,
  tokens: TokenStore | null,
  { weights, data }: RankOptions,
): RankedPassage[] {
  const interactions = tokens && question.tokens ? new MaxSim(tokens, question.tokens) : null;
  const type = answerTypeOf(question.text);
  const counted = type === 'count' ? countedIn(question.text, concepts) : null;
  const isCounted = (text: string): boolean => counted !== null && counts(text, counted, data.lexicon);
  const ranked = found.map(({ passage: each, signals: first }): RankedPassage => {
    const matches = matcher.score(each.number);
    const late = interactions?.score(each.number) ?? null;
    const counting = counted ? each.passage.sentences.map((span) => isCounted(sentenceText(each, span))) : [];
    const sentences = Array.from(
      matches,
      (match, i) => match + (late?.texts[i + 1] ?? 0) + (counting[i] ? COUNTING : 0),
    );
    const isBestCounted = counting[sentences.indexOf(highest(sentences))] === true;
    // "Geen" and "niet bekend" are answers where they are said of what is counted, and hold no number.
    const standing =
      type && (isBestCounted ? 'sentence' : standingOf(bestSentence(each, sentences), each.passage.text, type));
    const asked = type && standing && { type, standing, isCounted: counting.includes(true) };
    const signals = signalsLooked(first, { late, sentences: matches, asked });
    const score = fused(signals, weights);
    return { passage: each.number, score, signals, standing, sentences, unmet: late?.unmet ?? null, ...UNREAD };
  });
  return ranked.sort(best);
}

const UNREAD = { reading: null, closeReading: null } as const;

/** What the number of just what is asked for counts for beside words and tokens when a sentence is chosen. */
const COUNTING = 0.3;

const best = (a: RankedPassage, b: RankedPassage) => b.score - a.score || a.passage - b.passage;

/** What the reader's pointing, or saying what is demanded, counts for beside words and tokens when a sentence is chosen. */
const POINTING = 2;

async function reread(
  ranked: readonly RankedPassage[],
  question: EncodedQuestion,
  tokens: TokenStore | null,
  { weights, read }: RankOptions,
): Promise<RankedPassage[]> {
  const numbers = ranked.map(({ passage }) => passage);
  const found = await readBest(numbers, question.tokens, tokens, read);
  return orderedAnew(ranked, 'reading', weights, (each) => {
    const own = found.get(each.passage);
    const signals = own && signalsRead(each.signals, own.reading);
    return signals && { ...each, signals, reading: own.reading, sentences: pointedAt(each, own.sentences) };
  });
}

/** Reads the first passage closely, and the second where that could bring it before the first. */
async function rereadClosely(
  ranked: readonly RankedPassage[],
  question: EncodedQuestion,
  { corpus, weights, readClosely }: RankOptions,
): Promise<RankedPassage[]> {
  if (!readClosely) return [...ranked];
  const read = new Map<number, RankedPassage>();
  let first = -Infinity;
  for (const each of ranked.slice(0, READ_CLOSELY)) {
    const whole = corpus.passages[each.passage];
    if (!whole || each.score + weights.closeReading * SUREST <= first) break;
    const own = await readOneClosely(question.subject, whole, readClosely);
    if (!own) break;
    const signals = signalsReadClosely(each.signals, own.reading);
    first = Math.max(first, fused(signals, weights));
    read.set(each.passage, { ...each, signals, closeReading: own.reading, sentences: pointedAt(each, own.sentences) });
  }
  return orderedAnew(ranked, 'closeReading', weights, ({ passage }) => read.get(passage));
}

function pointedAt(each: RankedPassage, shares: readonly number[]): number[] {
  return each.sentences.map((score, i) => score + POINTING * (shares[i] ?? 0));
}

/**
 * Passages by what reading tells of the first of them; that signal of the others is the worst of theirs.
 * @param read a passage that was read with what that tells; nothing of one that was not
 */
function orderedAnew(
  ranked: readonly RankedPassage[],
  signal: 'reading' | 'closeReading',
  weights: Signals,
  read: (each: RankedPassage) => RankedPassage | undefined,
): RankedPassage[] {
  const known = ranked.flatMap((each) => read(each) ?? []);
  const worst = Math.min(0, ...known.map(({ signals }) => signals[signal]));
  const others = ranked.slice(known.length).map((each) => ({ ...each, signals: { ...each.signals, [signal]: worst } }));
  return [...known, ...others].map((each) => ({ ...each, score: fused(each.signals, weights) })).sort(best);
}

function bestSentence({ letter, passage }: CorpusPassage, scores: readonly number[]): string {
  const span = passage.sentences[scores.indexOf(highest(scores))];
  return span ? sentenceText({ letter, passage }, span) : passage.text;
}

function sentenceText({ letter, passage }: CorpusPassage, sentence: Span): string {
  return readable(letter, sentence, passage.skipped).text;
}
