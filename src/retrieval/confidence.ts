import { z } from 'zod';
import { logOdds, type Tree } from './boosted-trees.ts';
import { EVIDENCE_NAMES, type Evidence, type EvidenceName, evidenceFor } from './evidence.ts';
import type { Ranking } from './ranking.ts';
import type { ReasonCode } from './types.ts';
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
const TREES = weightsOf(
  'confidence',
  z.strictObject({
    /** For a part of a letter that states what is asked about the letter itself, in logits. */
    stated: z.number(),
    base: z.number(),
    trees: z.array(treeSchema),
  }),
);

/**
 * Below this, it is the subject that is missing rather than a detail: on the shelves .82 of the questions off topic lie
 * there and .48 of those of the same field, .02 of the near misses.
 */
const OFF_TOPIC = 0.3;

/** How likely it is that the passages found answer, 0 to 1; 0 where none was found. */
export function confidenceOf(ranking: Ranking): number {
  const evidence = evidenceFor(ranking);
  return evidence ? confidenceFor(evidence) : 0;
}

/** How likely an answer is, given the evidence: 0 to 1. */
export function confidenceFor(evidence: Evidence): number {
  return 1 / (1 + Math.exp(-logOdds(TREES, evidence) - TREES.stated * evidence.stated));
}

/**
 * Why a question is not answered: its subject is missing, or its subject is there and the answer is not.
 * @param narrowed only some of the letters were searched: what the others are about is not known.
 */
export function reasonOf(confidence: number, narrowed: boolean): ReasonCode {
  return confidence < OFF_TOPIC && !narrowed ? 'off_topic' : 'not_in_letters';
}
