import { describe, expect, test } from 'vitest';
import { meetingsOf, missingOf } from '../../src/answers/meetings.ts';
import { lettersFrom, overviewsOf } from '../support/overviews.ts';

const agenda = (who: string, when: string, date: string) =>
  `Den Haag, ${date}\n\nHierbij bied ik u de geannoteerde agenda aan voor de bijeenkomst van de ${who} op ${when} te Brussel.\n\nDe ministers bespreken de plannen.\n`;
const report = (who: string, when: string, date: string) =>
  `Den Haag, ${date}\n\nHierbij bied ik u het verslag aan van de bijeenkomst van de ${who} op ${when} te Brussel.\n\nDe ministers bespraken de plannen.\n`;

const DEFENCE = 'NAVO-ministers van Defensie';
const FOREIGN = 'NAVO-ministers van Buitenlandse Zaken';

describe('A meeting', () => {
  test('is known by its report alone, or by its agenda alone, and it is said which is missing', () => {
    const letters = lettersFrom({
      'a.txt': agenda(DEFENCE, '14 en 15 februari 2023', '3 februari 2023'),
      'b.txt': report(DEFENCE, '15 en 16 juni 2023', '30 juni 2023'),
    });
    const [newest, oldest] = meetingsOf(letters);
    expect(missingOf(newest!)).toEqual(['before']);
    expect(missingOf(oldest!)).toEqual(['after']);
  });

  test('of others on the same day is another meeting', () => {
    const letters = lettersFrom({
      'a.txt': agenda(DEFENCE, '14 februari 2023', '3 februari 2023'),
      'b.txt': report(FOREIGN, '14 februari 2023', '24 februari 2023'),
    });
    expect(meetingsOf(letters)).toHaveLength(2);
  });

  test('of the same body on another day is another meeting', () => {
    const letters = lettersFrom({
      'a.txt': agenda(DEFENCE, '14 februari 2023', '3 februari 2023'),
      'b.txt': report(DEFENCE, '15 juni 2023', '30 juni 2023'),
    });
    expect(meetingsOf(letters)).toHaveLength(2);
  });

  test('has the days of its report where the agenda named others', () => {
    const letters = lettersFrom({
      'a.txt': agenda(DEFENCE, '14 en 15 februari 2023', '3 februari 2023'),
      'b.txt': report(DEFENCE, '15 februari 2023', '24 februari 2023'),
    });
    const [only, ...others] = meetingsOf(letters);
    expect(others).toEqual([]);
    expect(only?.meeting?.dates).toEqual(['2023-02-15']);
    expect(missingOf(only!)).toEqual([]);
  });

  test('a letter about none stands by itself, and nothing is missing', () => {
    const letters = lettersFrom({ 'a.txt': 'De aankoop van nieuwe schepen is vertraagd.\n' });
    const [only] = meetingsOf(letters);
    expect(only?.meeting).toBeNull();
    expect(missingOf(only!)).toEqual([]);
  });
});

describe('A meeting is found', async () => {
  const letters = lettersFrom({
    'a.txt': agenda(DEFENCE, '14 en 15 februari 2023', '3 februari 2023'),
    'b.txt': report(DEFENCE, '21 en 22 oktober 2021', '4 november 2021'),
    'c.txt': report(FOREIGN, '4 en 5 april 2023', '14 april 2023'),
    'd.txt': report(DEFENCE, '22 en 23 oktober 2020', '6 november 2020'),
  });
  const { findMeeting, findLetter, suggestMeetings, meetings } = await overviewsOf(letters);
  const days = (typed: string) => findMeeting(typed).only?.meeting?.dates[0];

  test.each([
    ['okt 21', '2021-10-21'],
    ['okt 2020', '2020-10-22'],
    ['feb 2023', '2023-02-14'],
    ['2023-04-05', '2023-04-04'],
    ['Buitenlandse Zaken', '2023-04-04'],
    ['15 februari', '2023-02-14'],
    ['october 2021', '2021-10-21'],
    ['b.txt', '2021-10-21'],
  ])('by "%s"', (typed, day) => {
    expect(days(typed)).toBe(day);
  });

  test('by its id', () => {
    expect(findMeeting(meetings[1]!.id).only).toBe(meetings[1]);
  });

  test('and where a name can mean more, or none, there are the nearest to choose from', () => {
    expect(findMeeting('22 oktober')).toMatchObject({ only: null, choices: [{}, {}] });
    expect(findMeeting('okt').choices).toHaveLength(2);
    expect(findMeeting('oktobr 2021').choices[0]?.meeting?.dates[0]).toBe('2021-10-21');
    expect(findMeeting('zeppelin').only).toBeNull();
    expect(findMeeting('zeppelin').choices.length).toBeGreaterThan(0);
    expect(findMeeting('').choices).toHaveLength(4);
  });

  test('and a letter likewise', () => {
    expect(findLetter('4 november 2021').only?.file).toBe('b.txt');
    expect(findLetter('c.txt').only?.file).toBe('c.txt');
    expect(findLetter('verslag').choices).toHaveLength(3);
  });

  test('while it is being typed', () => {
    expect(suggestMeetings('', 10)).toHaveLength(4);
    expect(suggestMeetings('bui', 10).map(({ meeting }) => meeting?.name)).toEqual([FOREIGN]);
  });
});
