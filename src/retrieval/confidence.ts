import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { dataFile } from './analysis/word-list.ts';
import { type BoostedTrees, logOdds, type Tree } from './boosted-trees.ts';
import { type Evidence, evidenceFor } from './evidence.ts';
import type { Ranking } from './ranking.ts';
import type { ReasonCode } from './types.ts';

const FEATURES = [
  'cosine',
  'interaction',
  'unmet',
  'score',
  'ahead',
  'share',
  'names',
  'missing',
  'missingShare',
  'answerType',
] as const satisfies readonly (keyof Evidence)[];

type Feature = (typeof FEATURES)[number];

const treeSchema: z.ZodType<Tree<Feature>> = z.lazy(() =>
  z.union([
    z.number(),
    z.strictObject({ feature: z.enum(FEATURES), atMost: z.number(), yes: treeSchema, no: treeSchema }),
  ]),
);
const treesSchema = z.strictObject({ base: z.number(), trees: z.array(treeSchema) });

let fitted: BoostedTrees<Feature> | undefined;

/**
 * Fitted by training/retrieval/confidence.py on questions over small collections, some of which nothing there answers. The result
 * never falls with what speaks for an answer and never rises with what speaks against one.
 */
function trees(): BoostedTrees<Feature> {
  fitted ??= treesSchema.parse(JSON.parse(readFileSync(dataFile('confidence.json'), 'utf8')));
  return fitted;
}

/**
 * Below this, it is the subject that is missing rather than a detail: on the shelves .82 of the questions off topic lie
 * there and .48 of those of the same field, .02 of the near misses.
 */
const OFF_TOPIC = 0.3;

/** For a part of a letter that states what is asked about the letter itself, in logits. Not fitted: only letters have such parts. */
const STATED = 3;

/** How likely it is that the passages found answer, 0 to 1; 0 where none was found. */
export function confidenceOf(ranking: Ranking): number {
  const evidence = evidenceFor(ranking);
  return evidence ? confidenceFor(evidence) : 0;
}

/** How likely an answer is, given the evidence: 0 to 1. */
export function confidenceFor(evidence: Evidence): number {
  return 1 / (1 + Math.exp(-logOdds(trees(), evidence) - STATED * evidence.stated));
}

/**
 * Why a question is not answered: its subject is missing, or its subject is there and the answer is not.
 * @param narrowed only some of the letters were searched: what the others are about is not known.
 */
export function reasonOf(confidence: number, narrowed: boolean): ReasonCode {
  return confidence < OFF_TOPIC && !narrowed ? 'off_topic' : 'not_in_letters';
}
