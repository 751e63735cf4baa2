import { describe, expect, test } from 'vitest';
import { lettersOf } from '../../src/answers/meetings.ts';
import { lettersFrom, libraryOf, one } from '../support/letters-library.ts';

const DEFENCE = 'NAVO-ministers van Defensie';
const FOREIGN = 'NAVO-ministers van Buitenlandse Zaken';
const agenda = (who: string, when: string, date: string, number = '') =>
  `${number}Den Haag, ${date}\n\nHierbij bied ik u de geannoteerde agenda aan voor de bijeenkomst van de ${who} op ${when} te Brussel.\n\nDe ministers bespreken de plannen.\n`;
const report = (who: string, when: string, date: string, number = '') =>
  `${number}Den Haag, ${date}\n\nHierbij bied ik u het verslag aan van de bijeenkomst van de ${who} op ${when} te Brussel.\n\nDe ministers bespraken de plannen.\n`;

const library = await libraryOf(
  lettersFrom({
    'a.txt': agenda(DEFENCE, '14 en 15 februari 2023', '3 februari 2023', 'Kamerstuk 28 676, nr. 387\n\n'),
    'b.txt': report(DEFENCE, '21 en 22 oktober 2021', '4 november 2021', 'Kamerstuk 28 676, nr. 348\n\n'),
    'c.txt': report(FOREIGN, '4 en 5 april 2023', '14 april 2023', 'Kamerstuk 21 501-02, nr. 38\n\n'),
    'd.txt': report(DEFENCE, '22 en 23 oktober 2020', '6 november 2020'),
    'e.txt': 'Den Haag, 12 mei 2019\n\nDe aankoop van nieuwe schepen is vertraagd.\n',
  }),
);
const { findLetter, findMeeting } = library;

describe('A meeting is found', () => {
  test.each([
    ['okt 21', '2021-10-21'],
    ['okt 2020', '2020-10-22'],
    ['2020-10', '2020-10-22'],
    ['feb 23', '2023-02-14'],
    ['2023-04-05', '2023-04-04'],
    ['Buitenlandse Zaken', '2023-04-04'],
    ['buitenl zaken april', '2023-04-04'],
    ['15 februari', '2023-02-14'],
    ['14 en 15 februari 2023', '2023-02-14'],
    ['october 2021', '2021-10-21'],
    ['de vergadering van oktober 2021', '2021-10-21'],
    ['meeting of 22 October 2021', '2021-10-21'],
    ['4 november 2021', '2021-10-21'],
    ['28 676 nr. 387', '2023-02-14'],
    ['b.txt', '2021-10-21'],
  ])('by "%s"', (typed, day) => {
    expect(one(findMeeting(typed)).meeting?.dates[0]).toBe(day);
  });

  test('by its id, also where it is a letter about none', () => {
    for (const meeting of library.meetings) expect(one(findMeeting(meeting.id))).toBe(meeting);
    expect(one(findMeeting('mei 2019'))).toMatchObject({ meeting: null, after: [{ file: 'e.txt' }] });
  });
});

describe('A letter is found', () => {
  test.each([
    ['4 november 2021', 'b.txt'],
    ['november 2021', 'b.txt'],
    ['verslag oktober 2021', 'b.txt'],
    ['report of October 2020', 'd.txt'],
    ['28 676 nr. 387', 'a.txt'],
    ['28676-348', 'b.txt'],
    ['Kamerstuk 28 676, nr. 348', 'b.txt'],
    ['kst-28676-387', 'a.txt'],
    ['nr. 387', 'a.txt'],
    ['21 501-02', 'c.txt'],
    ['21501-02, nr. 38', 'c.txt'],
    ['c.txt', 'c.txt'],
    ['12 mei', 'e.txt'],
  ])('by "%s"', (typed, file) => {
    expect(one(findLetter(typed)).file).toBe(file);
  });
});

describe('Where it is not clear what is meant', () => {
  test('there are candidates', () => {
    expect(findMeeting('22 oktober')).toMatchObject({ is: 'several', candidates: [{}, {}] });
    expect(findMeeting('okt')).toMatchObject({ is: 'several', candidates: [{}, {}] });
    expect(findLetter('28 676')).toMatchObject({ is: 'several', candidates: [{}, {}] });
    expect(findLetter('verslag')).toMatchObject({ is: 'several', candidates: [{}, {}, {}] });
    for (const nothing of ['', '  ', '**', 'de brief van']) {
      expect(findMeeting(nothing)).toMatchObject({ is: 'several', candidates: library.meetings });
      expect(findLetter(nothing).is).toBe('several');
    }
  });

  test('a misspelt name has the nearest', () => {
    const misspelt = findMeeting('oktobr 2021');
    expect(misspelt).toMatchObject({ is: 'none', notOf: null });
    expect('candidates' in misspelt && misspelt.candidates[0]?.meeting?.dates[0]).toBe('2021-10-21');
    const unknown = findMeeting('zeppelin');
    expect(unknown).toMatchObject({ is: 'none', notOf: null });
    expect('candidates' in unknown && unknown.candidates.length).toBeGreaterThan(0);
  });

  test('a day or month of which there is nothing is said, with the nearest in time', () => {
    const found = findLetter('verslag van maart 2023');
    expect(found).toMatchObject({ is: 'none', notOf: { from: '2023-03-01', to: '2023-03-31' } });
    expect('candidates' in found && found.candidates.map(({ file }) => file).slice(0, 2)).toEqual(['c.txt', 'a.txt']);
    expect(findMeeting('3 mei 2030')).toMatchObject({ is: 'none', notOf: { from: '2030-05-03' } });
    expect(findMeeting('2021 Zeppelin')).toMatchObject({ is: 'none', notOf: null });
    expect(findLetter('28 676 nr. 999')).toMatchObject({ is: 'none', notOf: null });
  });

  test('in no letters at all there is nothing to choose from', async () => {
    const empty = await libraryOf([]);
    expect(empty.findLetter('oktober 2021')).toMatchObject({ is: 'none', candidates: [] });
    expect(empty.findMeeting('')).toMatchObject({ is: 'none', candidates: [] });
  });
});

test('While it is being typed, what fits is offered first', () => {
  expect(library.suggestMeetings('', 10)).toHaveLength(5);
  expect(library.suggestMeetings('bui', 10).map(({ meeting }) => meeting?.name)).toEqual([FOREIGN]);
  expect(library.suggestMeetings('feb', 10).map(({ meeting }) => meeting?.dates[0])).toEqual(['2023-02-14']);
  expect(library.suggestLetters('28 676 nr 3', 2).map(({ file }) => file)).toEqual(['a.txt', 'b.txt']);
  expect(library.suggestLetters('28 676 nr 348', 10).map(({ file }) => file)).toEqual(['b.txt']);
  expect(library.suggestLetters('qqqq', 10)).toEqual([]);
});

test('Letters that name one meeting in other words are about one meeting for everything that is asked', async () => {
  const own = await libraryOf(
    lettersFrom({
      'before.txt':
        'Den Haag, 24 april 2023\n\nHierbij bied ik u de geannoteerde agenda aan voor het Noordzeeoverleg ministers Kopenhagen op 3 mei 2023.\n\nDe ministers bespreken windparken. Ik zal uw Kamer in het verslag informeren over windparken.\n',
      'after.txt':
        'Den Haag, 12 mei 2023\n\nHierbij bied ik u het verslag aan van het Noordzeeoverleg Kopenhagen op 3 mei 2023.\n\nDe ministers bespraken windparken.\n',
      'other.txt': report(DEFENCE, '14 en 15 februari 2023', '3 maart 2023'),
    }),
  );
  for (const typed of ['Noordzeeoverleg ministers Kopenhagen', 'Noordzeeoverleg Kopenhagen', '3 mei 2023']) {
    const meeting = one(own.findMeeting(typed));
    expect(lettersOf(meeting).map(({ file }) => file)).toEqual(['before.txt', 'after.txt']);
    const { quotes } = await own.ask('Waar ging het over windparken?', { top: 9, filters: { meeting: meeting.id } });
    expect(new Set(quotes.map(({ file }) => file))).toEqual(new Set(['before.txt', 'after.txt']));
    expect((await own.summarize(meeting)).missing).toEqual([]);
    expect(await own.commitments({ meeting })).toHaveLength(1);
  }
  expect(own.suggestMeetings('noordzee', 9)).toHaveLength(1);
  expect(new Set(own.letters.slice(0, 2).map(({ meeting }) => meeting?.id)).size).toBe(1);
});
