import { describe, expect, it } from 'vitest';
import { linkMeetings } from '../../src/letters/meetings/link.ts';
import { letterOf } from './letters.ts';

const agenda = (meeting: string, file: string) =>
  letterOf(`Hierbij bied ik u de geannoteerde agenda aan voor de bijeenkomst van ${meeting}.\n`, file);
const report = (meeting: string, file: string) =>
  letterOf(`Hierbij bied ik u het verslag aan van de bijeenkomst van ${meeting}.\n`, file);

/** The files of the letters about each meeting. */
function meetingsOf(letters: Parameters<typeof linkMeetings>[0]): string[][] {
  const groups = new Map<string, string[]>();
  for (const { file, metadata } of linkMeetings(letters)) {
    const id = metadata.meeting?.id ?? file;
    groups.set(id, [...(groups.get(id) ?? []), file].sort());
  }
  return [...groups.values()].sort();
}

describe('letters are about one meeting', () => {
  it('where they name its body in other words', () => {
    expect(
      meetingsOf([
        agenda('het Noordzeeoverleg ministers Kopenhagen op 3 mei 2023', 'a'),
        report('het Noordzeeoverleg Kopenhagen op 3 mei 2023', 'b'),
      ]),
    ).toEqual([['a', 'b']]);
    expect(
      meetingsOf([
        report('het Noordzeeoverleg ministers Kopenhagen op 3 mei 2023', 'a'),
        report('het Noordzeeoverleg Kopenhagen op 3 mei 2023', 'b'),
      ]),
    ).toEqual([['a', 'b']]);
  });

  it('where one announces what the other reports under a name with more words', () => {
    const letters = [
      agenda('de ministers van Defensie op 14 en 15 februari 2023', 'a'),
      report('de NAVO-ministers van Defensie op 15 februari 2023', 'b'),
    ];
    expect(meetingsOf(letters)).toEqual([['a', 'b']]);
    expect(meetingsOf(letters.toReversed())).toEqual([['a', 'b']]);
  });

  it('but not where each of two bodies with names alike has letters of its own', () => {
    expect(
      meetingsOf([
        agenda('de Raad Buitenlandse Zaken op 14 februari 2023', 'a'),
        report('de Raad Buitenlandse Zaken op 14 februari 2023', 'b'),
        agenda('de Raad Buitenlandse Zaken Defensie op 14 februari 2023', 'c'),
        report('de Raad Buitenlandse Zaken Defensie op 14 februari 2023', 'd'),
      ]),
    ).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('but not where only the day is shared, or only the name', () => {
    expect(
      meetingsOf([
        agenda('de Eurogroep op 14 februari 2023', 'a'),
        report('de Telecomraad op 14 februari 2023', 'b'),
        report('de Eurogroep op 15 februari 2023', 'c'),
      ]),
    ).toEqual([['a'], ['b'], ['c']]);
    expect(meetingsOf([letterOf('Geen vergadering.\n', 'a'), letterOf('Ook geen.\n', 'b')])).toEqual([['a'], ['b']]);
  });

  it('and keep its id when the report comes in', () => {
    const announced = agenda('de ministers van Defensie op 14 en 15 februari 2023', 'a');
    const reported = report('de NAVO-ministers van Defensie op 15 februari 2023', 'b');
    const ids = linkMeetings([reported, announced]).map(({ metadata }) => metadata.meeting?.id);
    expect(ids).toEqual([announced.metadata.meeting?.id, announced.metadata.meeting?.id]);
  });
});
