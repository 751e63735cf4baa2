import { expect, test } from 'vitest';
import { overviews } from '../../src/texts/overviews.ts';

function keys(value: object, path = ''): string[] {
  return Object.entries(value).flatMap(([key, below]) =>
    typeof below === 'object' && below !== null ? keys(below, `${path}${key}.`) : [`${path}${key}`],
  );
}

test('texts around overviews are the same in both languages, and no sentence is the same', () => {
  const [nl, en] = [overviews('nl'), overviews('en')];
  expect(keys(en).sort()).toEqual(keys(nl).sort());
  expect(en.summary.parts).not.toEqual(nl.summary.parts);
  expect(en.timeline.repeats(1)).toBe('comes back in 1 other sentence');
  expect(nl.timeline.repeats(2)).toBe('keert terug in 2 andere zinnen');
});
