import { expect, test } from 'vitest';
import { surviveKills } from '../support/kills/kills.ts';

const KILLS = 200;

test(`The letters answer after each of ${KILLS} kills of a process that updates their index, at any moment of it`, async ({
  annotate,
}) => {
  const { before, after } = await surviveKills(KILLS);
  await annotate(`${before} kills came before the new index was there, ${after} after`);
  expect(before).toBeGreaterThan(0);
  expect(after).toBeGreaterThan(0);
});
