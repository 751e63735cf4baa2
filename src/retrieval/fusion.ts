import { z } from 'zod';
import type { CloseReading, Reading } from '../encoder/types.ts';
import { logit } from './logit.ts';
import { type AnswerType, evidenceOf, type Standing } from './question/answer-type.ts';
import type { LettersNamed } from './question/letters-named.ts';
import type { PartFit } from './question/part-fit.ts';
import type { LateInteraction } from './rerank/max-sim.ts';
import { highest } from './top.ts';
import type { CorpusPassage } from './types.ts';
import { weightsOf } from './weights.ts';

/** What the first searches found of a question, for all passages. */
export interface Searched {
  readonly lexical: Float32Array;
  readonly grams: Float32Array;
  /** Of the nearest neighbours only. */
  readonly cosines: ReadonlyMap<number, number>;
  /** The cosine of the farthest of those: what a passage beyond them has at most. */
  readonly farthest: number;
  readonly named: LettersNamed;
  readonly parts: PartFit;
}

/** One of the passages found. */
export interface Found extends CorpusPassage {
  readonly number: number;
}

/** What a closer look at a passage adds. */
export interface Looked {
  /** Null without token vectors. */
  readonly late: LateInteraction | null;
  /** How much of what the question asks for stands in each sentence: 0 to 1. */
  readonly sentences: Float32Array;
  /** The kind of thing asked for and where it stands; null where no such kind is asked for. */
  readonly asked: {
    readonly type: AnswerType;
    readonly standing: Standing;
    /** A number of what is asked for stands in the passage: "3500 troepen" of soldiers. */
    readonly isCounted: boolean;
  } | null;
}

/** How much more often a question that asks for a number is answered by a number of just that, in log-odds. */
const COUNTED = 0.8;

interface SignalOf {
  /** As tables of measurements call it. */
  readonly name: string;
  /**
   * What it tells: how alike question and passage are, whether an answer stands there, or which letter or part of one
   * is meant. The last can't be fitted, for the written questions have no letters.
   */
  readonly tells: 'likeness' | 'answer' | 'letter';
  /** Known when passages are searched for. */
  readonly found?: (searched: Searched, passage: Found) => number;
  /** Known from a closer look at those found first. */
  readonly looked?: (look: Looked) => number;
  /** Known from reading those that look best; what is not read counts as the worst of those that are. */
  readonly read?: (reading: Reading) => number;
  /** Known from reading the very best closely; the same. */
  readonly readClosely?: (reading: CloseReading) => number;
}

/**
 * All that is known about one passage and one question; most lie between 0 and 1. Adding a signal is adding its line
 * here: it counts for nothing until training/retrieval/fit.py has given it a weight.
 */
export const SIGNALS = {
  /** BM25 of the question's concepts, as a share of what they could score. */
  lexical: {
    name: 'BM25',
    tells: 'likeness',
    found: ({ lexical }, { number }) => lexical[number] ?? 0,
  },
  /** BM25 of character 4-grams, as a share of what they could score. */
  grams: {
    name: 'character 4-grams',
    tells: 'likeness',
    found: ({ grams }, { number }) => grams[number] ?? 0,
  },
  /** Cosine of the pooled vectors. */
  cosine: {
    name: 'pooled vectors',
    tells: 'likeness',
    found: ({ cosines, farthest }, { number }) => cosines.get(number) ?? farthest,
  },
  /** Late interaction over the passage with its context. */
  interaction: { name: 'late interaction', tells: 'likeness', looked: ({ late }) => late?.score ?? 0 },
  /** Share of the question's concepts in the best sentence. */
  sentence: { name: 'sentences', tells: 'likeness', looked: ({ sentences }) => highest(sentences) },
  /** Whether the letter is the one that the question names. */
  named: {
    name: 'letters named',
    tells: 'letter',
    found: ({ named }, { letter }) => named.weight.get(letter) ?? 0,
  },
  /** Whether the part of the letter suits the question: up to 1. */
  part: { name: 'kind of part', tells: 'letter', found: ({ parts }, passage) => parts.of(passage) },
  /** Whether the best sentence holds what is asked for (a number, a date, an amount), in log-odds; 0 where no such thing is. */
  answerType: {
    name: 'kind of answer',
    tells: 'answer',
    looked: ({ asked }) => (asked ? evidenceOf(asked.type, asked.standing) + (asked.isCounted ? COUNTED : 0) : 0),
  },
  /** Log-odds that the passage answers, as the reader judges it. */
  reading: { name: 'reading', tells: 'answer', read: ({ answers }) => logit(answers) },
  /** The same, as the cross-encoder judges it. */
  closeReading: { name: 'close reading', tells: 'answer', readClosely: ({ answers }) => logit(answers) },
} as const satisfies Readonly<Record<string, SignalOf>>;

export type SignalName = keyof typeof SIGNALS;
/** A number for each signal: what it says of a passage, or its weight. */
export type Signals = Readonly<Record<SignalName, number>>;

const SOURCES: Readonly<Record<SignalName, SignalOf>> = SIGNALS;
export const SIGNAL_NAMES = Object.keys(SIGNALS) as readonly SignalName[];
/** The signals whose weights are fitted. */
export const FITTED = SIGNAL_NAMES.filter((name) => SOURCES[name].tells !== 'letter');

/** A number for each signal. */
export function forSignals(value: (name: SignalName) => number): Signals {
  return Object.fromEntries(SIGNAL_NAMES.map((name) => [name, value(name)])) as Record<SignalName, number>;
}

export const NO_SIGNALS: Signals = forSignals(() => 0);

/** The weights in use. */
export const FUSION_WEIGHTS: Signals = {
  ...NO_SIGNALS,
  ...weightsOf('fusion', z.partialRecord(z.enum(SIGNAL_NAMES), z.number())),
};

/** What the first searches say of a passage; 0 for what only a closer look tells. */
export function signalsFound(searched: Searched, passage: Found): Signals {
  return forSignals((name) => SOURCES[name].found?.(searched, passage) ?? 0);
}

/** The same with what a closer look tells. */
export function signalsLooked(found: Signals, look: Looked): Signals {
  return forSignals((name) => SOURCES[name].looked?.(look) ?? found[name]);
}

/** The same with what reading tells. */
export function signalsRead(looked: Signals, reading: Reading): Signals {
  return forSignals((name) => SOURCES[name].read?.(reading) ?? looked[name]);
}

/** The same with what reading closely tells. */
export function signalsReadClosely(read: Signals, reading: CloseReading): Signals {
  return forSignals((name) => SOURCES[name].readClosely?.(reading) ?? read[name]);
}

/** The weighted sum of the signals: higher is better. */
export function fused(signals: Signals, weights: Signals = FUSION_WEIGHTS): number {
  return SIGNAL_NAMES.reduce((sum, name) => sum + weights[name] * signals[name], 0);
}

/** Whether weights can tell passages apart before they are looked at. */
export function searches(weights: Signals): boolean {
  return SIGNAL_NAMES.some((name) => SOURCES[name].tells === 'likeness' && SOURCES[name].found && weights[name] > 0);
}
