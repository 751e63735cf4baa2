import { describe, expect, it } from 'vitest';
import { without } from '../../src/letters/joins.ts';
import type { Span } from '../../src/letters/types.ts';

describe('stretches without what is skipped', () => {
  it('lose what overlaps them and keep the rest', () => {
    const holes = [
      { start: 0, end: 2 },
      { start: 5, end: 6 },
      { start: 8, end: 20 },
    ];
    expect(without([{ start: 3, end: 10 }], holes)).toEqual([
      { start: 3, end: 5 },
      { start: 6, end: 8 },
    ]);
    expect(without([{ start: 9, end: 12 }], holes)).toEqual([]);
    expect(without([{ start: 2, end: 5 }], holes)).toEqual([{ start: 2, end: 5 }]);
  });

  it('are found without a look at every hole for every stretch', () => {
    const spans = Array.from({ length: 2000 }, (_, i): Span => ({ start: i * 10, end: i * 10 + 1 }));
    let looks = 0;
    const holes = spans.map(({ start }) => ({
      start: start + 5,
      get end() {
        looks += 1;
        return start + 6;
      },
    }));
    expect(without(spans, holes)).toEqual(spans);
    expect(looks).toBeLessThan(spans.length * 40);
  });
});
