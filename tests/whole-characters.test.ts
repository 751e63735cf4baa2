import { expect, test } from 'vitest';
import { cutPlace } from '../src/whole-characters.ts';

test('a cut never falls between the halves of a character', () => {
  const text = 'a😀b';
  expect([0, 1, 2, 3, 4].map((at) => cutPlace(text, at))).toEqual([0, 1, 1, 3, 4]);
  // Half a character that stands alone is one already.
  expect(cutPlace('a\ud83d', 2)).toBe(2);
});
