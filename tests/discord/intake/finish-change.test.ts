import { expect, test } from 'vitest';
import type { Services } from '../../../src/discord/context.ts';
import { finishChange } from '../../../src/discord/intake/finish-change.ts';
import { ChangeProblem } from '../../../src/discord/intake/port.ts';
import { recordingLog } from '../../support/recording-log.ts';

/** As much of the services as it uses; `finish` as the jobs answer, and how often the index was swapped. */
function servicesWith(finish: () => Promise<boolean>) {
  const log = recordingLog();
  let swaps = 0;
  const source = {
    reload: async () => {
      swaps += 1;
      return { about: { version: 'v2' }, coverage: { letters: 3 } };
    },
  };
  const services = { intake: { finish }, source, log, stats: { reload: null }, clock: { now: () => 0 } };
  return { services: services as unknown as Services, lines: log.lines, swaps: () => swaps };
}

test('a change that was broken off is finished when the bot starts, and its index taken in', async () => {
  const { services, swaps } = servicesWith(async () => true);
  await finishChange(services, new AbortController().signal);
  expect(swaps()).toBe(1);
});

test('nothing is swapped where nothing was broken off, nor where it can not be finished', async () => {
  const nothing = servicesWith(async () => false);
  await finishChange(nothing.services, new AbortController().signal);
  expect([nothing.swaps(), nothing.lines]).toEqual([0, []]);
  const failing = servicesWith(async () => {
    throw new ChangeProblem('The disk is full.', 'not_written');
  });
  await finishChange(failing.services, new AbortController().signal);
  expect(failing.swaps()).toBe(0);
  expect(failing.lines.map(({ message }) => message).join()).toContain('could not be indexed');
});
