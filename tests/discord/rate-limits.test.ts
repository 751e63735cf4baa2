import { describe, expect, test } from 'vitest';
import { createRateLimits } from '../../src/discord/rate-limits.ts';
import { manualClock } from '../support/manual-clock.ts';

describe('rate limits', () => {
  test('a user may use so many at once, then one each time the bucket has room', async () => {
    const clock = manualClock();
    const limits = createRateLimits(3, 100, clock);
    expect([1, 2, 3].map(() => limits.take('a', 'g').allowed)).toEqual([true, true, true]);
    expect(limits.take('a', 'g')).toEqual({ allowed: false, seconds: 20, whose: 'user', first: true });
    expect(limits.take('a', 'g')).toMatchObject({ allowed: false, first: false });
    await clock.pass(19_999);
    expect(limits.take('a', 'g')).toMatchObject({ allowed: false, seconds: 1 });
    await clock.pass(1);
    expect(limits.take('a', 'g').allowed).toBe(true);
    expect(limits.take('a', 'g').allowed).toBe(false);
  });

  test('one user does not use up another, and a refused use costs nothing', () => {
    const limits = createRateLimits(1, 100, manualClock());
    expect(limits.take('a', null).allowed).toBe(true);
    expect(limits.take('a', null).allowed).toBe(false);
    expect(limits.take('b', null).allowed).toBe(true);
  });

  test('a server has its own limit over all its users', () => {
    const limits = createRateLimits(10, 2, manualClock());
    expect(limits.take('a', 'g').allowed).toBe(true);
    expect(limits.take('b', 'g').allowed).toBe(true);
    expect(limits.take('c', 'g')).toMatchObject({ allowed: false, whose: 'guild', seconds: 30 });
    expect(limits.take('c', 'h').allowed).toBe(true);
  });

  test('the seconds to wait are enough, whatever the limit', async () => {
    for (const perMinute of [1, 7, 20, 59, 200]) {
      const clock = manualClock();
      const limits = createRateLimits(perMinute, 10_000, clock);
      for (let i = 0; i < perMinute; i++) limits.take('a', 'g');
      const refused = limits.take('a', 'g');
      if (refused.allowed) throw new Error('must be refused');
      await clock.pass(refused.seconds * 1000);
      expect(limits.take('a', 'g').allowed, `${perMinute} a minute`).toBe(true);
    }
  });

  test.each([
    ['back', -3_600_000],
    ['forward', 3_600_000],
  ])('a clock that is set %s changes nothing', (_, ms) => {
    const clock = manualClock();
    const limits = createRateLimits(1, 1, clock);
    limits.take('a', 'g');
    clock.jump(ms);
    expect(limits.take('a', 'g')).toMatchObject({ allowed: false, seconds: 60 });
  });
});
