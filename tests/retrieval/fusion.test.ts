import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ABLATIONS, ALONE } from '../../bench/eval/systems.ts';
import { FITTED, FUSION_WEIGHTS, fused, NO_SIGNALS, SIGNAL_NAMES, SIGNALS } from '../../src/retrieval/fusion.ts';
import { weightsOf } from '../../src/retrieval/weights.ts';

describe('the table of signals', () => {
  it('gives each signal its share of the score', () => {
    for (const name of SIGNAL_NAMES) expect(fused({ ...NO_SIGNALS, [name]: 2 })).toBeCloseTo(2 * FUSION_WEIGHTS[name]);
  });

  it('says what is fitted, what is measured alone, and what the whole is measured without', () => {
    expect(FITTED).toEqual(SIGNAL_NAMES.filter((name) => SIGNALS[name].tells !== 'letter'));
    expect(ALONE).toHaveLength(SIGNAL_NAMES.filter((name) => SIGNALS[name].tells === 'likeness').length);
    for (const name of SIGNAL_NAMES) {
      const without = ABLATIONS.find(([title]) => title === `without ${SIGNALS[name].name}`)?.[1].weights;
      expect(without).toEqual({ ...FUSION_WEIGHTS, [name]: 0 });
    }
  });
});

describe('weights.json', () => {
  it('is refused in a sentence that names the part which is not as it should be', () => {
    expect(() => weightsOf('fusion', z.strictObject({ other: z.number() }))).toThrow(/"fusion" in weights\.json/);
  });
});
