import { describe, expect, test } from 'vitest';
import { formatDate, formatDates, periodBounds } from '../../src/texts/dates.ts';
import { en } from '../../src/texts/en.ts';
import { nl } from '../../src/texts/nl.ts';
import { languageOf, texts } from '../../src/texts/texts.ts';

/** Every key of a catalogue as a path, with what stands there. */
function entries(catalogue: object, path = ''): [string, unknown][] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? entries(value, `${path}${key}.`) : [[`${path}${key}`, value]],
  );
}

const coverage = { letters: 5, oldest: '2021-11-04', newest: '2024-02-02' };
const refusal = {
  coverage,
  section: 'word',
  letter: 'word',
  words: ['word'],
  period: { from: '2021-01-01', to: '2021-12-31' },
  hasLetters: false,
  elsewhere: '2021-11-04',
  isElsewhere: true,
  isSure: true,
};

describe('catalogues', () => {
  test('have the same keys of the same kind', () => {
    const shape = (catalogue: object) => entries(catalogue).map(([path, value]) => `${path}: ${typeof value}`);
    expect(shape(en)).toEqual(shape(nl));
  });

  test.each([
    ['nl', nl],
    ['en', en],
  ] as const)('no text in %s is empty, and none leaves a hole', (_, catalogue) => {
    for (const [path, value] of entries(catalogue)) {
      const text = typeof value === 'function' ? String(value(argumentFor(path), 2, 3)) : value;
      expect(text, path).toMatch(/\S/);
      expect(text, path).not.toMatch(/undefined|NaN|\[object|function/);
    }
  });

  test('texts that carry a sentence differ between the languages', () => {
    const english = new Map(entries(en));
    for (const [path, value] of entries(nl))
      if (typeof value === 'string' && value.includes(' ')) expect(english.get(path), path).not.toBe(value);
  });
});

function argumentFor(path: string): unknown {
  if (path.startsWith('reason.')) return refusal;
  if (path === 'covers' || path === 'aboutLetter.unknown' || /^reload\.(done|same)/.test(path)) return coverage;
  return /inferred$|sections$/.test(path) ? ['a', 'b'] : 'word';
}

describe('words', () => {
  test('coverage in both languages', () => {
    expect(texts('nl').covers(coverage)).toBe('Ik ken 5 brieven, van 4 november 2021 tot en met 2 februari 2024.');
    expect(texts('en').covers(coverage)).toBe('I know 5 letters, from 4 November 2021 to 2 February 2024.');
    expect(texts('nl').covers({ letters: 1, oldest: null, newest: null })).toBe('Ik ken 1 brief.');
    expect(texts('en').covers({ letters: 0, oldest: null, newest: null })).toBe('I have no letters at the moment.');
  });

  test('dates share what they can', () => {
    expect(formatDate('2021-11-04', 'nl')).toBe('4 november 2021');
    expect(formatDates(['2021-10-21', '2021-10-22'], 'nl')).toBe('21 en 22 oktober 2021');
    expect(formatDates(['2021-11-30', '2021-12-01'], 'en')).toBe('30 November and 1 December 2021');
    expect(formatDates(['2021-12-31', '2022-01-01'], 'nl')).toBe('31 december 2021 en 1 januari 2022');
  });

  test('periods are said as short as they can be', () => {
    expect(periodBounds('2021-01-01', '2021-12-31', 'nl')).toEqual(['2021', '2021']);
    expect(periodBounds('2024-02-01', '2024-02-29', 'nl')).toEqual(['februari 2024', 'februari 2024']);
    expect(periodBounds('2024-02-02', undefined, 'en')).toEqual(['2 February 2024', null]);
  });

  test('only Dutch locales are Dutch', () => {
    expect(['nl', 'nl-BE', 'nl_NL.UTF-8', 'en-US', 'de', 'C'].map(languageOf)).toEqual([
      'nl',
      'nl',
      'nl',
      'en',
      'en',
      'en',
    ]);
  });
});

test('where nothing is left to encode no number of passages is shown', () => {
  for (const { intake } of [nl, en]) {
    expect(intake.progress.indexing(0, 0)).not.toMatch(/\d/);
    expect(intake.progress.indexing(3, 12)).toMatch(/3.*12/);
  }
});
