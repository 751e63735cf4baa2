import type { TextCoverage } from './coverage.ts';

/** ISO dates, inclusive. */
export interface TextPeriod {
  readonly from: string;
  readonly to: string;
  readonly precision: 'day' | 'month' | 'year';
}

/** What a sentence that says why there is no answer is made with. */
export interface Refusal {
  readonly coverage: TextCoverage;
  /** The heading under which the letters speak of it. */
  readonly section: string | null;
  /** The one letter that the question names, where nothing else was searched. */
  readonly letter: string | null;
  /** Words that stand nowhere as they were quoted. */
  readonly words: readonly string[];
  /** The time that was asked about, and whether any letter is of then. */
  readonly period: TextPeriod | null;
  readonly hasLetters: boolean;
  /** Whether another letter answers, and the day it is about, ISO. */
  readonly isElsewhere: boolean;
  readonly elsewhere: string | null;
  /** Whether it most likely does answer. */
  readonly isSure: boolean;
}

export function isDay({ precision }: TextPeriod): boolean {
  return precision === 'day';
}
