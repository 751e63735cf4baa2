import { describe, expect, test } from 'vitest';
import { createSuggester } from '../../src/answers/naming/suggest.ts';
import { readTyped } from '../../src/answers/naming/typed.ts';

const entries = (...texts: string[]) => texts.map((words) => ({ value: words, words }));

describe('what is typed is searched within bounds', () => {
  test('the longest six words of many', async () => {
    const ship = 'onderzeeboten vervangen marineschepen defensiematerieel aanbesteding scheepsbouw';
    const { suggest } = await createSuggester(entries(ship, 'een heel ander verhaal'));
    // With all words at once there would be no entry, and both would come as the nearest.
    expect(suggest(`een ander ${ship} plan`, 5)).toEqual([ship]);
    expect(suggest('e '.repeat(3000), 5)).toEqual([]);
  });

  test('the beginning of a long text', async () => {
    const { suggest } = await createSuggester(entries('onderzeeboten', 'fregatten'));
    expect(suggest(`onderzeeboten${' '.repeat(190)}fregatten`, 5)).toEqual(['onderzeeboten']);
    expect([...readTyped(`onderzeeboten${' '.repeat(190)}fregatten`).words]).toEqual(['onderzeeboten']);
  });

  test('other spellings only where nothing is spelt so', async () => {
    const { suggest } = await createSuggester(entries('munitie', 'munitiedepot', 'mutatie'));
    expect(suggest('munitie', 5)).toEqual(['munitie', 'munitiedepot']);
    expect(suggest('munitoe', 5)[0]).toBe('munitie');
  });

  test('short words as they stand, but for the one still being typed', async () => {
    const { suggest } = await createSuggester(entries('de haven', 'deltaplan haven', 'haven den helder'));
    expect(suggest('de haven', 5)).toEqual(['de haven']);
    expect(suggest('haven de', 5)).toHaveLength(3);
    expect(suggest('h', 5)).toEqual([]);
  });
});

test('nothing typed yet suggests all in order, also where it is no word', async () => {
  const { suggest } = await createSuggester(entries('b', 'a', 'c'));
  expect(suggest('  ', 2)).toEqual(['b', 'a']);
  expect(suggest('“', 2)).toEqual(['b', 'a']);
});
