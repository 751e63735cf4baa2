import { describe, expect, test } from 'vitest';
import { timesIn } from '../../src/retrieval/question/times.ts';

const ranges = (text: string) => timesIn(text).map((time) => time.ranges.map(({ from, to }) => `${from} ${to}`));
const years = (first: number, last = first) => `${first}-01-01 ${last}-12-31`;

describe('the times that a text names', () => {
  test.each([
    ['van 2009 tot 2015', years(2009, 2015)],
    ['from 2009 to 2015', years(2009, 2015)],
    ['tussen 2009 en 2015', years(2009, 2015)],
    ['between 2009 and 2015', years(2009, 2015)],
    ['uit de periode 2009-2015', years(2009, 2015)],
    ['uit 2009–2015', years(2009, 2015)],
    ['uit 2014/15', years(2014, 2015)],
    ['sinds 2009 tot en met 2015', years(2009, 2015)],
    ['van eind 2009 tot begin 2015', years(2009, 2015)],
    ['tussen mei en juli 2015', '2015-05-01 2015-07-31'],
    ['van 28 juni t/m 2 juli 2021', '2021-06-28 2021-07-02'],
    ['van 3 mei 2015 tot 4 juni 2016', '2015-05-03 2016-06-04'],
    ['november 2015 t/m februari 2016', '2015-11-01 2016-02-29'],
    ['uit 2015', years(2015)],
    ['voor 2015', years(2015)],
    ['de agenda voor 3 mei 2015', '2015-05-03 2015-05-03'],
    ['2015-10', years(2015)],
  ])('one range: %s', (text, range) => {
    expect(ranges(text)).toEqual([[range]]);
  });

  test.each([
    ['van vóór 2015', '0000-01-01 2014-12-31'],
    ['van voor 2015', '0000-01-01 2014-12-31'],
    ['before May 2015', '0000-01-01 2015-04-30'],
    ['uit voor 3 mei 2015', '0000-01-01 2015-05-02'],
    ['van voor eind 2015', '0000-01-01 2015-12-31'],
    ['tot 2015', '0000-01-01 2015-12-31'],
    ['uit 2015 en eerder', '0000-01-01 2015-12-31'],
    ['sinds 2015', '2015-01-01 9999-12-31'],
    ['since May 2015', '2015-05-01 9999-12-31'],
    ['van 2015 tot nu toe', '2015-01-01 9999-12-31'],
    ['from 2015 on?', '2015-01-01 9999-12-31'],
    ['vanaf 2015 en later', '2015-01-01 9999-12-31'],
    ['na 2015', '2016-01-01 9999-12-31'],
    ['na 28 februari 2015', '2015-03-01 9999-12-31'],
    ['na begin 2015', '2015-01-01 9999-12-31'],
    ['van na half mei 2015', '2015-05-01 9999-12-31'],
  ])('a bound: %s', (text, range) => {
    expect(ranges(text)).toEqual([[range]]);
  });

  test.each([
    ['uit 2011 en 2015', [years(2011), years(2015)]],
    ['uit 2011, 2013 en uit 2015', [years(2011), years(2013), years(2015)]],
    ['from 2011 or from 2015', [years(2011), years(2015)]],
    ['uit 2009, 2011 t/m 2013', [years(2009), years(2011, 2013)]],
    ['uit juni en augustus 2020', ['2020-06-01 2020-06-30', '2020-08-01 2020-08-31']],
    ['van 3 mei 2015 en 4 juni 2016', ['2015-05-03 2015-05-03', '2016-06-04 2016-06-04']],
  ])('a list: %s', (text, list) => {
    expect(ranges(text)).toEqual([list]);
  });

  test('two that no list holds are two', () => {
    expect(ranges('de brief van 9 november 2015 over de Raad van 3 november 2015')).toHaveLength(2);
    expect(ranges('na 2009 en vóór 2015')).toEqual([['2010-01-01 9999-12-31'], ['0000-01-01 2014-12-31']]);
  });

  test('no year of a name is a time', () => {
    expect(ranges('brieven over NAVO 2030')).toEqual([]);
  });

  test.each([
    ['brieven sinds 2015 over gas', 'sinds 2015'],
    ['brieven uit de periode van 2009 tot 2015 over gas', 'de periode van 2009 tot 2015'],
    ['brieven uit 2015 en later', '2015 en later'],
    ['brieven van\nvóór\n2015', 'vóór\n2015'],
    ['de begroting voor 2015', '2015'],
  ])('stand with the words that bound them: %j', (text, words) => {
    expect(timesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([words]);
  });
});
