import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as answerIds from '../../src/discord/custom-ids/answers.ts';
import { readCustomId } from '../../src/discord/custom-ids/custom-id.ts';
import * as pageIds from '../../src/discord/custom-ids/pages.ts';
import * as passageIds from '../../src/discord/custom-ids/passages.ts';

const ID = 'abcdefghij27';

describe('custom ids', () => {
  test('say what they are for and are read back', () => {
    const id = answerIds.nextId.write({ s: 3, l: ID, f: '2021-10-01', u: true });
    expect(id).toBe(`v=1&a=next&s=3&l=${ID}&f=2021-10-01&u=1`);
    const read = readCustomId(id);
    expect(read?.action).toBe('next');
    expect(answerIds.nextId.read(read?.fields ?? {})).toEqual({ s: 3, l: ID, f: '2021-10-01', u: true });
  });

  test('the longest of each kind fits', () => {
    const m = passageIds.writeMarks(Array.from({ length: 9 }, (_, i) => ({ start: 800 + i * 2, end: 801 + i * 2 })));
    const scope = { l: ID, m: ID, f: '2021-10-01', t: '2021-10-31', u: true };
    const longest = [
      passageIds.shareId.write({ p: ID, m: m ?? '' }),
      passageIds.contextId.write({ p: ID, m: m ?? '' }),
      passageIds.copyId.write({ p: ID, m: m ?? '' }),
      passageIds.sectionId.write({ p: ID, o: 999 }),
      answerIds.nextId.write({ ...scope, s: 1000 }),
      answerIds.unfilteredId.write(scope),
      answerIds.rightId.write({ q: [ID, ID, ID].join('.') }),
      answerIds.wrongId.write({ q: [ID, ID, ID].join('.') }),
      pageIds.summaryId.write({ m: ID, s: 999, k: true, o: 99_999 }),
      pageIds.timelineId.write({ f: '2021-10-01', t: '2021-10-31', o: 99_999 }),
      pageIds.commitmentsId.write({ m: ID, n: true, o: 99_999 }),
      pageIds.letterId.write({ l: ID, o: 99_999 }),
      pageIds.lettersId.write({ m: ID, y: 2026, o: 99_999 }),
    ];
    for (const id of longest) expect(id.length, id).toBeLessThanOrEqual(100);
  });

  test('one that would be too long is never written', () => {
    expect(() => pageIds.lettersId.write({ m: 'x'.repeat(100) })).toThrow(RangeError);
  });

  test('ids of other versions, other bots, or with odd fields are stale', () => {
    for (const id of ['', 'next:1', 'v=0&a=next&s=3', 'v=2&a=next', 'a=next', 'v=1', '%%%', 'v=1&a='])
      expect(readCustomId(id), id).toBeNull();
    expect(answerIds.nextId.read({ v: '1', a: 'next' })).toBeNull();
    expect(answerIds.nextId.read({ s: '-1' })).toBeNull();
    expect(answerIds.nextId.read({ s: '3', f: 'gisteren' })).toBeNull();
    expect(passageIds.shareId.read({ p: 'an id that is too long' })).toBeNull();
    expect(passageIds.shareId.read({ p: ID, m: '1-2;DROP' })).toBeNull();
  });

  test('reading never throws', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (id) => readCustomId(id) === null || answerIds.nextId.read(readCustomId(id)?.fields ?? {}) !== undefined,
      ),
    );
  });

  test('marks are read as far as they lie in the text, in order', () => {
    expect(passageIds.readMarks('0-5.7-9', 9)).toEqual([
      { start: 0, end: 5 },
      { start: 7, end: 9 },
    ]);
    expect(passageIds.readMarks('0-5.3-9.6-6.8-20', 9)).toEqual([{ start: 0, end: 5 }]);
    expect(passageIds.readMarks(undefined, 9)).toEqual([]);
    expect(passageIds.writeMarks([])).toBeUndefined();
  });
});
