import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { EVIDENCE, type Evidence, evidenceFor } from '../../src/retrieval/evidence.ts';
import { FITTED, SIGNAL_NAMES } from '../../src/retrieval/fusion.ts';
import type { Lexicon } from '../../src/retrieval/lexical/lexicon.ts';
import { FIELDS } from '../../src/retrieval/lexical/thesaurus.ts';
import { answerTypeOf, STANDINGS } from '../../src/retrieval/question/answer-type.ts';
import type { Ranking } from '../../src/retrieval/ranking.ts';
import type { Language } from '../../src/retrieval/types.ts';
import { type LexicalMatches, lexicalMatches, rounded } from './lexical-evidence.ts';

/** Which question it was. */
interface About {
  readonly set: 'shelves' | 'holdout';
  /** Questions of one group are never on both sides of a cross-validation. */
  readonly group: string;
  readonly type: string;
  readonly language: Language;
  readonly answerable: boolean;
  /** Rank of the first result that answers, from 1; 0 for none. */
  readonly rank: number;
}

/** What was known about one question: what weights are fitted on. */
export interface EvidenceRow extends About {
  readonly asks: string | null;
  readonly standing: string | null;
  readonly evidence: Evidence;
  /** Of each candidate, the best first: its signals in the order of the first line, and whether it answers. */
  readonly signals: readonly (readonly number[])[];
  readonly right: readonly boolean[];
  /** Null where no candidate answers: nothing to learn from. */
  readonly lexical: LexicalMatches | null;
}

/** Null where nothing was found. */
export function evidenceRow(
  about: About,
  question: string,
  ranking: Ranking,
  lexicon: Lexicon,
  isRight: (passage: number) => boolean,
): EvidenceRow | null {
  const evidence = evidenceFor(ranking);
  if (!evidence) return null;
  const passages = ranking.passages.map(({ passage }) => passage);
  const right = passages.map(isRight);
  return {
    ...about,
    asks: answerTypeOf(question),
    standing: ranking.passages[0]?.standing ?? null,
    evidence,
    signals: ranking.passages.map(({ signals }) => SIGNAL_NAMES.map((name) => rounded(signals[name]))),
    right,
    lexical: right.includes(true) ? lexicalMatches(ranking.concepts, passages, lexicon) : null,
  };
}

/** Writes evidence: a first line that says what the numbers are called, then one question a line. */
export function evidenceFile(file: string): { add(row: EvidenceRow): void; close(): Promise<void> } {
  const speaks = Object.fromEntries(Object.entries(EVIDENCE).map(([name, each]) => [name, each.speaks]));
  const names = { signals: SIGNAL_NAMES, fitted: FITTED, evidence: speaks, standings: STANDINGS, fields: FIELDS };
  const stream = createWriteStream(file);
  const add = (value: object) => {
    stream.write(`${JSON.stringify(value)}\n`);
  };
  add(names);
  return { add, close: () => finished(stream.end()) };
}
