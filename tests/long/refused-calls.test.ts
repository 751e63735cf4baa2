import { expect, test } from 'vitest';
import { REFUSALS } from '../support/failing-files.ts';
import * as refused from '../support/refused-calls.ts';

test.each([
  ['an update of the index', refused.refuseIndexing],
  ['taking letters in', refused.refuseTakingIn],
  ['choosing a language', refused.refuseSettings],
  ['a verdict', refused.refuseFeedback],
  ['opening the data folder', refused.refuseDataFolder],
])(
  `Every call of %s refused with ${REFUSALS.join(', ')}: what was there stays, nothing half-made is left`,
  async (what, attempt) => {
    const tried = await attempt(() => REFUSALS);
    process.stdout.write(`${what}: ${tried} refusals\n`);
    expect(tried).toBeGreaterThan(8);
  },
);
