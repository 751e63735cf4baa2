import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logOdds } from '../../src/retrieval/boosted-trees.ts';
import { confidenceFor } from '../../src/retrieval/confidence.ts';
import { EVIDENCE, EVIDENCE_NAMES, type Evidence, type EvidenceName } from '../../src/retrieval/evidence.ts';

const evidence = fc.record({
  ...Object.fromEntries(EVIDENCE_NAMES.map((name) => [name, fc.double({ min: -6, max: 25, noNaN: true })])),
  stated: fc.constantFrom(0, 1),
  closely: fc.option(fc.double({ min: -6, max: 6, noNaN: true })),
}) as fc.Arbitrary<Evidence>;
const speaking = (side: 'for' | 'against') => EVIDENCE_NAMES.filter((name) => EVIDENCE[name].speaks === side);

/** All that can speak for an answer, or against it. */
function everything(side: 'for' | 'against'): Evidence {
  const values = EVIDENCE_NAMES.map((name) => [name, EVIDENCE[name].speaks === side ? 25 : -6]);
  return { ...(Object.fromEntries(values) as Record<EvidenceName, number>), stated: 0, closely: null };
}

describe('confidence', () => {
  it.each([...speaking('for'), 'stated'] as const)('never falls with %s', (name) => {
    fc.assert(
      fc.property(evidence, evidence, (one, other) => {
        const [less, more] = [one[name], other[name]].sort((a, b) => a - b);
        expect(confidenceFor({ ...one, [name]: more })).toBeGreaterThanOrEqual(confidenceFor({ ...one, [name]: less }));
      }),
    );
  });

  it.each(speaking('against'))('never rises with %s', (name) => {
    fc.assert(
      fc.property(evidence, evidence, (one, other) => {
        const [less, more] = [one[name], other[name]].sort((a, b) => a - b);
        expect(confidenceFor({ ...one, [name]: more })).toBeLessThanOrEqual(confidenceFor({ ...one, [name]: less }));
      }),
    );
  });

  it('never falls with what reading closely tells', () => {
    fc.assert(
      fc.property(evidence, fc.double({ min: -6, max: 6, noNaN: true }), (one, more) => {
        const less = { ...one, closely: Math.min(one.closely ?? 0, more) };
        expect(confidenceFor({ ...one, closely: more })).toBeGreaterThanOrEqual(confidenceFor(less));
      }),
    );
  });

  it('is turned by what reading closely tells, either way', () => {
    const doubtful = { ...everything('against'), reading: 0, readings: 0, score: 15, cosine: 0.85, interaction: 0.5 };
    expect(confidenceFor({ ...doubtful, closely: -4 })).toBeLessThan(0.5);
    expect(confidenceFor({ ...doubtful, closely: 6 })).toBeGreaterThan(0.5);
  });

  it('is a probability that the evidence decides', () => {
    const low = confidenceFor(everything('against'));
    const high = confidenceFor(everything('for'));
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
