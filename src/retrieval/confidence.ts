import { z } from 'zod';
import { logOdds, type Tree } from './boosted-trees.ts';
import { EVIDENCE_NAMES, type Evidence, type EvidenceName, evidenceFor } from './evidence.ts';
import type { Ranking } from './ranking.ts';
import { weightsOf } from './weights.ts';

const treeSchema: z.ZodType<Tree<EvidenceName>> = z.lazy(() =>
  z.union([
    z.number(),
    z.strictObject({ feature: z.enum(EVIDENCE_NAMES), atMost: z.number(), yes: treeSchema, no: treeSchema }),
  ]),
);

/**
 * Fitted on questions over small collections, some of which nothing there answers. The result never falls with what
 * speaks for an answer and never rises with what speaks against one.
 */
const WEIGHTS = weightsOf(
  'confidence',
  z.strictObject({
    /** For a part of a letter that states what is asked about the letter itself, in logits. */
    stated: z.number(),
    base: z.number(),
    trees: z.array(treeSchema),
    /** What the trees and the cross-encoder's log-odds count for beside each other, where a passage was read closely. */
    closely: z.strictObject({ base: z.number(), trees: z.number(), weight: z.number() }),
  }),
);

/** Below this, where nothing reads, it is the subject that is missing rather than a detail. */
const OFF_TOPIC = 0.3;
/** Of the answers given with less than this about one in three is none: `confidence` tells how often (bench/eval/RESULTS.md). */
export const SURE = 0.75;
/** How many of the best passages are asked whether the subject is there. */
const JUDGED = 3;

/** How likely it is that the passages found answer, 0 to 1; 0 where none was found. */
export function confidenceOf(ranking: Ranking): number {
  const evidence = evidenceFor(ranking);
  return evidence ? confidenceFor(evidence) : 0;
}

/** How likely an answer is, given the evidence: 0 to 1. */
export function confidenceFor(evidence: Evidence): number {
  const trees = logOdds(WEIGHTS, evidence) + WEIGHTS.stated * evidence.stated;
  const { closely } = WEIGHTS;
  const odds =
    evidence.closely === null ? trees : closely.base + closely.trees * trees + closely.weight * evidence.closely;
  return 1 / (1 + Math.exp(-odds));
}

/**
 * Why a question is not answered: its subject is missing, or its subject is there and the answer is not. As the reader
 * judges the best passages; where nothing reads, by confidence.
 * @param isInLetters the letters speak of it, or only some of them were searched: what the others are about is not known.
 */
export function reasonOf(
  { passages }: Ranking,
  confidence: number,
  isInLetters: boolean,
): 'not_in_letters' | 'off_topic' {
  if (isInLetters) return 'not_in_letters';
  const read = passages.slice(0, JUDGED).flatMap(({ reading }) => reading ?? []);
  const elsewhere = read.length > 0 ? read.every(({ nothing }) => nothing > 0.5) : confidence < OFF_TOPIC;
  return elsewhere ? 'off_topic' : 'not_in_letters';
}

/** Whether the first passage was read and is not about something else. */
export function subjectFound({ passages: [first] }: Ranking): boolean {
  return first?.reading != null && first.reading.nothing < 0.5;
}
