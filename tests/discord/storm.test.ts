import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { PATIENCE_MS } from '../../src/local-discord/happenings.ts';
import { closeStage, openStage } from '../support/bot-stage.ts';
import { answersTwice, changesItsMind, type Flaw, flawed, keepsMemory, losesOne } from '../support/storm/faulty-bot.ts';
import { growth } from '../support/storm/memory.ts';
import { type StormOptions, storm } from '../support/storm/storm.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Memory outside the heap in MB, where `keepsMemory` keeps: that of other tests in this process does not count. */
function memory(): number {
  collect();
  return process.memoryUsage().arrayBuffers / 2 ** 20;
}

/** A storm in small. */
async function shortStorm(given: Partial<StormOptions>, flaw: Flaw = () => {}) {
  const stage = await openStage({ bot: { commands: flawed(commands, flaw) } });
  const options = {
    rounds: 5,
    atOnce: 12,
    memory: () => 0,
    withinMs: PATIENCE_MS,
    stop: () => stage.bot.stop(),
    ...given,
  };
  try {
    const report = await storm(stage.discord, options);
    return { ...report, violations: stage.discord.violations };
  } finally {
    await closeStage(stage);
  }
}

test('In a storm of faults everything is acknowledged and answered exactly once', async () => {
  const { problems, asked, faults, violations } = await shortStorm({});
  expect(problems).toEqual([]);
  expect(asked).toBe(60);
  expect(faults).toBeGreaterThan(20);
  expect(violations).toEqual([]);
});

test.each([
  ['answers twice', answersTwice, /^\w+: 1 acknowledged, 1 answers .*, [12] posted/],
  ['changes an answer', changesItsMind, /^\w+: 1 acknowledged, [2-9] answers/],
])('The storm notices a bot that %s', async (_, flaw, line) => {
  const { problems } = await shortStorm({ calm: true, rounds: 2 }, flaw);
  expect(problems.length).toBeGreaterThan(5);
  expect(problems.join('\n')).toMatch(line);
});

test('The storm notices a bot that loses one answer', async () => {
  const { problems } = await shortStorm({ calm: true, rounds: 1, withinMs: 3000 }, losesOne());
  expect(problems.join('\n')).toMatch(/^\w+: 1 acknowledged, 0 answers \(0 lost\), 0 posted/m);
});

test('The storm notices a bot that keeps 100 kB an answer', async () => {
  const kept: Buffer[] = [];
  const report = await shortStorm({ calm: true, rounds: 10, atOnce: 8, memory }, keepsMemory(kept));
  expect(kept.length).toBeGreaterThan(20);
  expect(growth(report.memory)).toBeGreaterThan(1.1);
});
