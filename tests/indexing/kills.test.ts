import { expect, test } from 'vitest';
import { surviveKills } from '../support/kills/kills.ts';

test('The letters answer after their index was killed while it was updated', async () => {
  const { before, after } = await surviveKills(3);
  expect(before + after).toBe(3);
});
