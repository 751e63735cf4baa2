import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logOdds } from '../../src/retrieval/boosted-trees.ts';
import { confidenceFor } from '../../src/retrieval/confidence.ts';
import type { Evidence } from '../../src/retrieval/evidence.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const evidence: fc.Arbitrary<Evidence> = fc.record({
  cosine: fc.double({ min: -1, max: 1, noNaN: true }),
  interaction: share,
  unmet: share,
  score: fc.double({ min: 0, max: 25, noNaN: true }),
  ahead: fc.double({ min: -5, max: 5, noNaN: true }),
  share,
  names: share,
  missing: fc.double({ min: 0, max: 8, noNaN: true }),
  missingShare: share,
  stated: fc.constantFrom(0, 1),
  answerType: fc.double({ min: -2, max: 2, noNaN: true }),
});
const AGAINST = ['unmet', 'missing', 'missingShare'] as const;
const FOR = ['cosine', 'interaction', 'score', 'ahead', 'share', 'names', 'stated', 'answerType'] as const;

describe('confidence', () => {
  it.each(FOR)('never falls with %s', (name) => {
    fc.assert(
      fc.property(evidence, evidence, (one, other) => {
        const [less, more] = [one[name], other[name]].sort((a, b) => a - b);
        expect(confidenceFor({ ...one, [name]: more })).toBeGreaterThanOrEqual(confidenceFor({ ...one, [name]: less }));
      }),
    );
  });

  it.each(AGAINST)('never rises with %s', (name) => {
    fc.assert(
      fc.property(evidence, evidence, (one, other) => {
        const [less, more] = [one[name], other[name]].sort((a, b) => a - b);
        expect(confidenceFor({ ...one, [name]: more })).toBeLessThanOrEqual(confidenceFor({ ...one, [name]: less }));
      }),
    );
  });

  it('is a probability that the evidence decides', () => {
    const none = { cosine: 0, interaction: 0, score: 0, ahead: -5, share: 0, names: 0, stated: 0, answerType: -1 };
    const all = { cosine: 0.8, interaction: 0.8, score: 20, ahead: 5, share: 1, names: 1, stated: 0, answerType: 1 };
    const low = confidenceFor({ ...none, unmet: 0.9, missing: 8, missingShare: 1 });
    const high = confidenceFor({ ...all, unmet: 0.01, missing: 0, missingShare: 0 });
    expect(low).toBeGreaterThanOrEqual(0);
    expect(low).toBeLessThan(0.1);
    expect(high).toBeGreaterThan(0.9);
    expect(high).toBeLessThanOrEqual(1);
  });
});

it('trees add up, and a value at the threshold goes the way of yes', () => {
  const stump = { feature: 'x', atMost: 1, yes: 2, no: -2 } as const;
  const deeper = { feature: 'y', atMost: 0, yes: stump, no: 0.5 } as const;
  const trees = { base: 0.25, trees: [stump, deeper] };
  expect(logOdds(trees, { x: 1, y: 0 })).toBe(4.25);
  expect(logOdds(trees, { x: 1.1, y: 0 })).toBe(-3.75);
  expect(logOdds(trees, { x: 1, y: 1 })).toBe(2.75);
});
