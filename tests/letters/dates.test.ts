import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, toIso } from '../../src/letters/dates/find.ts';
import { readPeriod } from '../../src/letters/dates/periods.ts';
import { datesInWords } from '../../src/letters/dates/words.ts';

const iso = (text: string, year: number | null = null): (string | null)[] =>
  findDates(text).flatMap(({ dates }) => dates.map((date) => toIso(date, year)));

describe('dates', () => {
  it.each([
    ['op 21 en 22 oktober 2021', ['2021-10-21', '2021-10-22']],
    ['DEFENSIE VAN 1 JUNI \n2021', ['2021-06-01']],
    ['30 november en 1 december 2021', ['2021-11-30', '2021-12-01']],
    ['d.d. 12 mei 2021)', ['2021-05-12']],
    ['9, 10 en 11 juli 2018', ['2018-07-09', '2018-07-10', '2018-07-11']],
    ['maandag 13 en dinsdag 14 november 2023', ['2023-11-13', '2023-11-14']],
    ['14 t/m 16 juni 2021', ['2021-06-14', '2021-06-15', '2021-06-16']],
    ['16-17 februari 2022', ['2022-02-16', '2022-02-17']],
    ['on October 21 and 22, 2021', ['2021-10-21', '2021-10-22']],
    ['November 30 to December 1, 2021', ['2021-11-30', '2021-12-01']],
    ['21st of October 2021', ['2021-10-21']],
    ['21–22 October 2021', ['2021-10-21', '2021-10-22']],
    ['2021-10-21, 21-10-2021 en 21/10/2021', ['2021-10-21', '2021-10-21', '2021-10-21']],
    ['3 okt. 2020', ['2020-10-03']],
    ['29 februari 2020', ['2020-02-29']],
    ['31 december en 1 januari 2022', ['2021-12-31', '2022-01-01']],
    ['31 december 2021 en 1 januari 2022', ['2021-12-31', '2022-01-01']],
  ])('%s', (text, expected) => {
    expect(iso(text)).toEqual(expected);
  });

  it.each([
    '29 februari 2021',
    '31 april 2020',
    '40 oktober',
    '28 676, nr. 280',
    'F-35',
    'NAVO2030',
    'may be',
    'march on',
    '12.10.20',
  ])('no day in: %s', (text) => {
    expect(findDates(text).filter(({ dates }) => dates.some(({ day }) => day !== null))).toEqual([]);
  });

  it.each(['€ 2000', '€2000', 'EUR 1950', '2000 euro', '1999 EUR', 'van $ 2000', '2000 €', '€ 1950 euro'])(
    'no year in an amount of money: %s',
    (text) => {
      expect(findDates(`Zij krijgen ${text} subsidie.`)).toEqual([]);
    },
  );

  it.each(['in 2021 € 5 miljoen', 'sinds 2021 een euro', 'in 2021 Europa', 'de € in 2021'])('a year in: %s', (text) => {
    expect(findDates(text).map(({ dates }) => dates[0]?.year)).toEqual([2021]);
  });

  it('tell months and years, and which way a day without a year lies', () => {
    expect(findDates('in oktober 2021')[0]?.dates).toEqual([{ year: 2021, month: 10, day: null }]);
    expect(findDates('sinds 2017')[0]?.dates).toEqual([{ year: 2017, month: null, day: null }]);
    expect(findDates('op 8 en 9 november jl. te')[0]).toMatchObject({ direction: 'past' });
    expect(findDates('op 14 juni a.s.')[0]).toMatchObject({ direction: 'future' });
    expect(findDates('last June')[0]).toMatchObject({ direction: 'past', dates: [{ month: 6, year: null }] });
    expect(iso('op 8 en 9 november jl.', 2017)).toEqual(['2017-11-08', '2017-11-09']);
    expect([2023, 2024].map((year) => iso('op 29 februari', year))).toEqual([[null], ['2024-02-29']]);
  });

  it.each([
    ['1 t/m 30 juni 2021', 30],
    ['van 2 tot en met 31 mei 2021', 30],
    ['1-20 March 2021', 20],
  ])('each day of a range is named, to its last: %s', (text, days) => {
    expect(iso(text)).toHaveLength(days);
    expect(findDates(text)[0]?.isRange).toBe(true);
  });

  it.each([
    ['in oktober en november 2022', ['2022-10', '2022-11']],
    ['uit juni/juli 2020', ['2020-6', '2020-7']],
    ['May, June and July 2021', ['2021-5', '2021-6', '2021-7']],
    ['oktober t/m december van 2022', ['2022-10', '2022-11', '2022-12']],
    ['november tot februari 2022', ['2021-11', '2021-12', '2022-1', '2022-2']],
    ['in december en januari 2022', ['2021-12', '2022-1']],
    ['maart 2020 en april 2021', ['2020-3', '2021-4']],
    ['in mei en juni', ['null-5', 'null-6']],
    ['in May and June', ['null-5', 'null-6']],
    ['may and march', []],
  ])('a year is that of all months of a list: %s', (text, months) => {
    expect(findDates(text).flatMap(({ dates }) => dates.map(({ year, month }) => `${year}-${month}`))).toEqual(months);
  });

  it('tell a range from a list', () => {
    const isRange = (text: string) => findDates(text).map((mention) => mention.isRange);
    expect(['14 t/m 16 juni 2021', '28 juni tot 2 juli 2021', 'May to July 2021'].flatMap(isRange)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['14 en 16 juni 2021', 'mei, juli 2021', '2021-10-21', 'op 3 mei'].flatMap(isRange)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('stand where they say they stand', () => {
    const text = 'De Raad van 3 mei 2022 en de Top op 9 juli.';
    expect(findDates(text).map(({ start, end }) => text.slice(start, end))).toEqual(['3 mei 2022', '9 juli']);
  });

  it('are read back from the words they are written in', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.constantFrom('nl', 'en'), (date, language) => {
        expect(iso(datesInWords([date], language))).toEqual([date]);
      }),
    );
    expect(datesInWords(['2021-10-21', '2021-10-22'], 'nl')).toBe('21 en 22 oktober 2021');
    expect(datesInWords(['2021-11-30', '2021-12-01'], 'en')).toBe('30 November and 1 December 2021');
    expect(datesInWords(['2021-12-31', '2022-01-01'], 'nl')).toBe('31 december 2021 en 1 januari 2022');
    expect(datesInWords(['2021-12-30', '2021-12-31', '2022-01-01'], 'nl')).toBe(
      '30, 31 december 2021 en 1 januari 2022',
    );
  });
});

describe('a period', () => {
  it.each([
    ['2021', '2021-01-01', '2021-12-31'],
    ['okt 2021', '2021-10-01', '2021-10-31'],
    [' February 2023 ', '2023-02-01', '2023-02-28'],
    ['2024-2', '2024-02-01', '2024-02-29'],
    ['4 november 2021', '2021-11-04', '2021-11-04'],
    ['21-10-2021', '2021-10-21', '2021-10-21'],
  ])('is read from "%s"', (typed, from, to) => {
    expect(readPeriod(typed)).toMatchObject({ from, to });
  });

  it.each(['', 'ooit', '2021-13', 'oktober', 'in 2021', '21 en 22 oktober 2021'])('is not read from "%s"', (typed) => {
    expect(readPeriod(typed)).toBeNull();
  });
});
