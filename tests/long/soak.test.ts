import { expect, test } from 'vitest';
import type { FlawName } from '../support/soak/flaws.ts';
import { type SoakReport, soak } from '../support/soak/soak.ts';
import { growth } from '../support/storm/memory.ts';

const MINUTES = Number(process.env.SOAK_MINUTES ?? 30);
/** Of the event loop, in ms; and of the memory that is held, after warming up. */
const LONGEST_DELAY = 50;
const ALLOWED_GROWTH = 1.1;

const summaryOf = ({ resident, held, problems, ...report }: SoakReport): string =>
  JSON.stringify({
    ...report,
    lost: problems.length,
    resident: resident.map(Math.round),
    residentGrew: growth(resident),
    held: held.map(Math.round),
    heldGrew: growth(held),
  });

test.each([
  ['20 questions a second, answered without a model', 20, 'words'],
  ['2 questions a second, answered with the bundled model', 2, 'bundled'],
] as const)(
  `${MINUTES} minutes of %s, the index swapped each minute: none lost, no delay, no growth`,
  async (...args) => {
    const [what, rate, encoder] = args;
    const report = await soak({ seconds: MINUTES * 60, rate, swapEvery: 60, encoder });
    process.stdout.write(`${what}: ${summaryOf(report)}\n`);
    expect(report.problems).toEqual([]);
    expect(report).toMatchObject({ asked: MINUTES * 60 * rate, violations: 0, code: 0, vitals: { errors: 0 } });
    expect(report.indexes).toBeGreaterThanOrEqual(MINUTES - 1);
    expect(report.vitals.delay.p99).toBeLessThan(LONGEST_DELAY);
    expect(growth(report.held)).toBeLessThan(ALLOWED_GROWTH);
  },
);

const faulty = (flaw: FlawName, seconds = 60) => soak({ seconds, rate: 20, swapEvery: 20, encoder: 'words', flaw });

test('A bot whose event loop is blocked by every tenth command is noticed', async () => {
  expect((await faulty('blocks')).vitals.delay.p99).toBeGreaterThan(LONGEST_DELAY);
});

test('A bot that keeps 20 kB a command is noticed', async () => {
  expect(growth((await faulty('leaks', 300)).held)).toBeGreaterThan(ALLOWED_GROWTH);
});

test('A bot that loses every tenth answer is noticed', async () => {
  expect((await faulty('loses')).problems.length).toBeGreaterThan(50);
});
