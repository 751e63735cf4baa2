import { describe, expect, test } from 'vitest';
import { meetingsOf, missingOf } from '../../src/answers/meetings.ts';
import { lettersFrom } from '../support/letters-library.ts';

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
