import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literal } from '../../src/retrieval/analysis/literal.ts';

test('As an expression a text finds itself, and nothing else', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, other) => {
      const pattern = new RegExp(`^${literal(text)}$`, 'u');
      expect(pattern.test(text)).toBe(true);
      expect(pattern.test(other)).toBe(other === text);
    }),
  );
  expect(new RegExp(literal('1.250 (a+b)')).test('1x250 (a+b)')).toBe(false);
});
