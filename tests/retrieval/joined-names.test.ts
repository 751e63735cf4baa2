import { expect, test } from 'vitest';
import { withJoinedNames } from '../../src/retrieval/question/joined-names.ts';
import type { Corpus } from '../../src/retrieval/types.ts';

const letters = {
  passages: ['Over NAVO2030 is gesproken.', 'In EU 2050 en EU2050 staat dat, en in WHO 77.'].map((text) => ({
    passage: { text },
  })) as unknown as Corpus['passages'],
};

test.each([
  ['Wat is NAVO 2030?', 'Wat is NAVO2030?'],
  ['Wat is EU 2050?', 'Wat is EU 2050?'],
  ['Wat is WHO 77?', 'Wat is WHO 77?'],
  ['Wat deed de NAVO in 2030?', 'Wat deed de NAVO in 2030?'],
  ['Wat is NAVO 2031?', 'Wat is NAVO 2031?'],
])('%s is asked as %s', (question, asked) => {
  expect(withJoinedNames(question, letters)).toBe(asked);
});
