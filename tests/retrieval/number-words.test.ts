import { describe, expect, it } from 'vitest';
import { inDigits, numberOf, numberOfWord } from '../../src/retrieval/analysis/number-words.ts';

describe('the number that words give', () => {
  it.each([
    ['zeventien', 17],
    ['Vijfentwintig', 25],
    ['drieëndertig', 33],
    ['vijf en twintig', 25],
    ['zevenhonderd', 700],
    ['honderdeneen', 101],
    ['vijftienhonderd', 1_500],
    ['twaalfduizend', 12_000],
    ['driehonderdvijftigduizend', 350_000],
    ['duizend en zes', 1_006],
    ['één', 1],
    ['anderhalve', 1.5],
    ['tweeënhalf', 2.5],
    ['drie en een halve', 3.5],
    ['een half', 0.5],
    ['twenty-five', 25],
    ['two hundred and six', 206],
    ['a hundred thousand', 100_000],
    ['one and a half', 1.5],
    ['half a', 0.5],
  ])('%s', (words, number) => {
    expect(numberOf(words)).toBe(number);
  });

  it.each([
    '',
    'en',
    'zevende',
    'honderden',
    'duizendpoot',
    'behalve',
    'twee drie',
    'honderdduizendduizend',
    'eenheid',
  ])('there is none in %j', (words) => {
    expect(numberOf(words)).toBeNull();
  });

  it('goes by the language: "ten" is a number in English', () => {
    expect([numberOf('ten', 'en'), numberOf('ten', 'nl'), numberOf('elf', 'en'), numberOf('elf', 'nl')]).toEqual([
      10,
      null,
      null,
      11,
    ]);
  });

  it('is none of an article or a half by itself', () => {
    expect(['een', 'a', 'half', 'halve', 'één', 'zes'].map((word) => numberOfWord(word))).toEqual([
      null,
      null,
      null,
      null,
      1,
      6,
    ]);
  });
});

it('Number words of a Dutch text are written in digits, the article and what is no number are left', () => {
  expect(inDigits('Zevenhonderd mensen kregen ten minste een half jaar, één anderhalf jaar; tientallen niets.')).toBe(
    '700 mensen kregen ten minste een half jaar, 1 1.5 jaar; tientallen niets.',
  );
});
