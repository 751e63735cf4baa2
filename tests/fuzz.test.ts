import { test } from 'vitest';
import { fuzzCustomIds, fuzzFileNames, fuzzLetters } from './support/fuzz/fuzz.ts';

test('Spoilt letters are read, spoilt names lie in their folder, spoilt ids are none', () => {
  fuzzLetters(20);
  fuzzFileNames(500);
  fuzzCustomIds(500);
});
