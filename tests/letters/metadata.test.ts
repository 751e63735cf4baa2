import { describe, expect, it } from 'vitest';
import { parseLetter } from '../../src/letters/parse.ts';
import { parseSidecar } from '../../src/letters/sidecar.ts';
import type { LetterMetadata } from '../../src/letters/types.ts';
import { letterOf, PARAGRAPH, partsOf, seed, seeds, textOf } from './letters.ts';

function statedTexts(number: number, field: LetterMetadata['stated'][number]['field']): string[] {
  const letter = seed(number);
  return letter.metadata.stated
    .filter((stated) => stated.field === field)
    .map(({ span }) => textOf(letter, span).replace(/\s+/g, ' '));
}

describe('metadata of the real letters', () => {
  it('name the letters as people do', () => {
    expect(seeds.map(({ title }) => title)).toEqual([
      'Verslag NAVO-ministers van Defensie, 21 en 22 oktober 2021',
      'Verslag NAVO-ministers van Defensie, 22 en 23 oktober 2020',
      'Geannoteerde agenda NAVO ministeriële bijeenkomst van de ministers van Buitenlandse Zaken en de ministers van Defensie, 1 juni 2021',
      'Geannoteerde agenda NAVO-ministers van Defensie, 16 en 17 februari 2022',
      'Verslag NAVO-ministers van Defensie, 8 en 9 november 2017',
    ]);
  });

  it('hold kind, dates and place', () => {
    expect(
      seeds.map(({ metadata: { kind, letterDate, meeting } }) => [kind, letterDate, meeting?.dates, meeting?.place]),
    ).toEqual([
      ['report', '2021-11-04', ['2021-10-21', '2021-10-22'], null],
      ['report', '2020-11-06', ['2020-10-22', '2020-10-23'], null],
      ['annotated_agenda', null, ['2021-06-01'], null],
      ['annotated_agenda', '2022-02-01', ['2022-02-16', '2022-02-17'], 'Brussel'],
      ['report', null, ['2017-11-08', '2017-11-09'], 'Brussel'],
    ]);
  });

  it('hold who signed, in which office', () => {
    expect(seeds.map(({ metadata }) => metadata.signatories.map(({ name, office }) => `${name}, ${office}`))).toEqual([
      ['H.G.J. Kamp, minister van Defensie'],
      ['A.Th.B. Bijleveld-Schouten, Minister van Defensie'],
      ['Stef Blok, minister van Buitenlandse Zaken', 'Ank Bijleveld-Schouten, minister van Defensie'],
      ['K.H. Ollongren, Minister van Defensie'],
      ['A.Th.B. Bijleveld-Schouten, Minister van Defensie'],
    ]);
  });

  it('hold only numbers of their own, and links only where nothing is guessed', () => {
    expect(seeds.map(({ metadata }) => [metadata.dossiers, metadata.number, metadata.url])).toEqual([
      [[], null, null],
      [['28 676'], '348', null],
      [[], null, null],
      [['28 676'], '387', null],
      [['28 676'], '280', 'https://zoek.officielebekendmakingen.nl/kst-28676-280.html'],
    ]);
  });

  it('mark what is inferred, and from what', () => {
    expect(seeds.map(({ metadata }) => metadata.inferred)).toEqual([
      [],
      [{ field: 'dossiers', from: 'nr. 348 and the reference to 28 676, nr. 347' }],
      [],
      [{ field: 'dossiers', from: 'nr. 387 and the reference to 28 676, nr. 386' }],
      [{ field: 'meeting', from: 'vergaderjaar 2017–2018' }],
    ]);
    expect(seeds.flatMap(({ metadata }) => metadata.conflicts)).toEqual([]);
  });

  it('point at where they are stated', () => {
    expect(statedTexts(0, 'letterDate')).toEqual(['4 november 2021']);
    expect(statedTexts(3, 'meeting')).toEqual(['NAVO-Ministers van Defensie op 16 en 17 februari 2022 te Brussel']);
    expect(statedTexts(1, 'number')).toEqual(['Nr. 348']);
    expect(statedTexts(4, 'dossiers')).toEqual(['vergaderjaar 2017–2018, 28 676, nr. 280']);
    expect(statedTexts(2, 'signatories')).toHaveLength(2);
  });
});

describe('metadata of other letters', () => {
  const report = (opening: string, head = ''): LetterMetadata =>
    letterOf(`${head}${opening}\n\n${PARAGRAPH}\n`).metadata;

  it('read a departmental letterhead', () => {
    const head =
      'Ministerie van Defensie\n\nDatum 20 november 2023\nBetreft Verslag Raad Buitenlandse Zaken Defensie\n\nOnze referentie\nBS2023031234\n\nGeachte voorzitter,\n\n';
    const { letterDate, subject, meeting } = report(
      'Hierbij bied ik u het verslag aan van de Raad Buitenlandse Zaken Defensie van\nmaandag 13 en dinsdag 14 november jl. te Brussel.',
      head,
    );
    expect({ letterDate, subject }).toEqual({
      letterDate: '2023-11-20',
      subject: 'Verslag Raad Buitenlandse Zaken Defensie',
    });
    expect(meeting).toMatchObject({ dates: ['2023-11-13', '2023-11-14'], place: 'Brussel' });
  });

  it('read a paper with its dossier line and a dossier with a suffix', () => {
    const { dossiers, number, url } = report(
      'Hierbij ontvangt u het verslag van de Raad van 3 mei 2022.',
      'Vergaderjaar 2021–2022\n\n21 501-02 Raad Algemene Zaken en Raad Buitenlandse Zaken\n\nNr. 2433 BRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN\n\n',
    );
    expect([dossiers, number]).toEqual([['21 501-02'], '2433']);
    expect(url).toBe('https://zoek.officielebekendmakingen.nl/kst-21501-02-2433.html');
  });

  it('take the date a report is about, not the one it refers to', () => {
    const { kind, meeting } = report(
      'Conform de geannoteerde agenda van 3 oktober 2022 ontvangt u hierbij het verslag van de bijeenkomst van de\nNAVO-ministers van Defensie. De bijeenkomst vond plaats op 12 oktober 2022 te Brussel.',
    );
    expect(kind).toBe('report');
    expect(meeting).toMatchObject({ name: 'NAVO-ministers van Defensie', dates: ['2022-10-12'], place: 'Brussel' });
  });

  it.each([
    '‘s-Gravenhage, 12 mei 2009',
    'Den Haag, 12 Mei 2009',
    '12 Mei 2009',
    'Den Haag,\u00A012\u00A0mei\u00A02009',
  ])('read the date of a letter: %s', (line) => {
    const opening = 'Hierbij informeer ik u over de haven.';
    expect(report(opening, `${line}\n\n`).letterDate).toBe('2009-05-12');
    expect(partsOf(letterOf(`${line}\n\n${opening}\n\n${PARAGRAPH}`), 'metadata')).toEqual([line.replace(/\s/g, ' ')]);
  });

  it('read ‘s-Gravenhage wherever it stands', () => {
    const lost = 'Aan de Voorzitter van de Tweede Kamer der Staten-Generaal ‘s-Gravenhage, 12 mei 2009 Hierbij';
    expect(report(`${lost} informeer ik u over de haven. ${PARAGRAPH.replaceAll('\n', ' ')}`).letterDate).toBe(
      '2009-05-12',
    );
    const letter = letterOf(
      `Postbus 20701\n‘s-Gravenhage\n\nGeachte voorzitter,\n\n${PARAGRAPH}\n\n‘s-Gravenhage 2009\n`,
    );
    expect(partsOf(letter, 'address')).toEqual(['Postbus 20701 ‘s-Gravenhage']);
    expect(partsOf(letter, 'furniture')).toEqual(['‘s-Gravenhage 2009']);
  });

  it('tell the day of the answer from the day of the questions', () => {
    const asked = 'Vragen van het lid Jansen (XYZ) aan de Minister van Defensie over de loods';
    const paper = (ingezonden: string, answered: string): LetterMetadata =>
      letterOf(
        `${asked} (${ingezonden} 12 januari 2007).\n${answered}\nVraag 1\nWat kost de loods?\n\nAntwoord 1\n${PARAGRAPH}`,
      ).metadata;
    const answered = 'Antwoord van Minister Voorbeeld (Defensie) (Ontvangen 8 februari 2007).';
    expect(paper('Ingezonden', answered)).toMatchObject({ letterDate: '2007-02-08', subject: asked });
    expect(paper('Ingezonden', '')).toMatchObject({ letterDate: null, subject: asked });
    expect(paper('ingezonden', '').letterDate).toBeNull();
  });

  it('work out years from the letter’s date, in the direction meant', () => {
    const dated = (date: string, opening: string): unknown => report(opening, `Den Haag, ${date}\n\n`).meeting?.dates;
    expect(dated('13 januari 2023', 'Hierbij ontvangt u het verslag van de Milieuraad van 12 december jl.')).toEqual([
      '2022-12-12',
    ]);
    expect(
      dated('13 december 2022', 'Hierbij zend ik u de geannoteerde agenda voor de Milieuraad van 12 januari.'),
    ).toEqual(['2023-01-12']);
  });

  it('work out years from the parliamentary year, or from the years the text names', () => {
    const footer = '\n\nTweede Kamer, vergaderjaar 2017–2018, 28 676, nr. 280 3\n';
    const opening = (day: string): string => `Hierbij ontvangt u het verslag van de Milieuraad van ${day} jl.`;
    expect(report(`${opening('14 februari')}${footer}`).meeting?.dates).toEqual(['2018-02-14']);
    expect(report(`${opening('8 november')}${footer}`).meeting?.dates).toEqual(['2017-11-08']);
    const named = report(`${opening('8 november')} Dat volgt op de Raad van 3 mei 2016 en de Defensievisie 2035.`);
    expect(named.meeting?.dates).toEqual(['2016-11-08']);
    expect(named.inferred).toEqual([{ field: 'meeting', from: 'the years named in the text (2016)' }]);
    expect(report(opening('8 november')).meeting).toBeNull();
  });

  it('work out only years that have the day', () => {
    const meetingOf = (date: string, subject: string): unknown =>
      report(PARAGRAPH, `Den Haag, ${date}\n\nBetreft: ${subject}\n\nGeachte voorzitter,\n\n`).meeting?.dates;
    expect(meetingOf('20 december 2023', 'Inzet JBZ-Raad 29 februari')).toEqual(['2024-02-29']);
    expect(meetingOf('10 januari 2025', 'Verslag JBZ-Raad van 28 en 29 februari')).toEqual([
      '2024-02-28',
      '2024-02-29',
    ]);
    expect(meetingOf('20 december 2021', 'Inzet JBZ-Raad 29 februari')).toBeUndefined();
    const footer = 'Tweede Kamer, vergaderjaar 2021–2022, 28 676, nr. 280 3';
    const opening = 'Hierbij ontvangt u het verslag van de Milieuraad van 29 februari.';
    expect(report(`${opening}\n\n${footer}`).meeting).toBeNull();
    expect(report(`${opening} Dat volgt op de Raden van 3 mei 2021, 4 mei 2021 en 5 mei 2020.`).meeting?.dates).toEqual(
      ['2020-02-29'],
    );
  });

  it('keep a letter out, and say why, where they are none that an index can hold', () => {
    const wrong = { letterDate: '2023-02-29' };
    expect(() => parseLetter({ file: 'a.txt', source: PARAGRAPH, sidecar: wrong })).toThrow(
      'a.txt cannot be read as a letter (letterDate: Invalid ISO date), which is a fault of this program; leave it out.',
    );
  });

  it('give the letter before and the letter after the same meeting', () => {
    const before = report(
      'Hierbij bied ik u de geannoteerde agenda aan voor de bijeenkomst van de NAVO-Ministers van Defensie op 16 en 17 februari 2022 te Brussel.',
    );
    const after = report('Hierbij ontvangt u het verslag van de NAVO Defensie Ministeriële van 16-17 februari 2022.');
    const other = report(
      'Hierbij ontvangt u het verslag van de NAVO-ministers van Buitenlandse Zaken van 16-17 februari 2022.',
    );
    expect(after.meeting?.id).toBe(before.meeting?.id);
    expect(other.meeting?.id).not.toBe(before.meeting?.id);
  });

  it('report a report that is older than its meeting', () => {
    const { conflicts } = report(
      'Hierbij ontvangt u het verslag van de Milieuraad van 12 december 2022.',
      'Den Haag, 1 december 2022\n\n',
    );
    expect(conflicts).toEqual([{ field: 'letterDate', values: ['2022-12-01', '2022-12-12'] }]);
  });

  it('report two numbers, two dates and two meetings that disagree', () => {
    const { conflicts } = report(
      'Hierbij ontvangt u het verslag van de Milieuraad van 12 december 2022.',
      'Nr. 12 BRIEF VAN DE MINISTER\n\nDen Haag, 15 december 2022\n\nDatum 16 december 2022\n\nBetreft Verslag Milieuraad van 13 december 2022\n\nTweede Kamer, vergaderjaar 2022–2023, 21 501-08, nr. 13 1\n\n',
    );
    expect(conflicts).toEqual([
      { field: 'letterDate', values: ['2022-12-15', '2022-12-16'] },
      { field: 'meeting', values: ['2022-12-13', '2022-12-12'] },
      { field: 'number', values: ['12', '13'] },
    ]);
  });

  it('read a letter that lost its line ends', () => {
    const { letterDate, number, meeting, signatories } = letterOf(
      `Nr. 348 BRIEF VAN DE MINISTER VAN DEFENSIE Aan de Voorzitter van de Tweede Kamer der Staten-Generaal Den Haag, 6 november 2020 Hierbij ontvangt u het verslag van de bijeenkomst van de NAVO-Ministers van Defensie op 22 en 23 oktober 2020. ${PARAGRAPH.replaceAll('\n', ' ')} De Minister van Defensie, A.Th.B. Bijleveld-Schouten`,
    ).metadata;
    expect([letterDate, number, meeting?.dates, signatories]).toEqual([
      '2020-11-06',
      '348',
      ['2020-10-22', '2020-10-23'],
      [{ name: 'A.Th.B. Bijleveld-Schouten', office: 'Minister van Defensie' }],
    ]);
  });

  it('are empty, and the title the first heading, never the file, where nothing is known', () => {
    const letter = letterOf(`Stand van zaken\n\n${PARAGRAPH}`);
    expect(letter.metadata).toEqual({
      kind: 'other',
      subject: null,
      letterDate: null,
      meeting: null,
      dossiers: [],
      number: null,
      signatories: [],
      url: null,
      stated: [],
      inferred: [],
      conflicts: [],
    });
    expect(letter.title).toBe('Stand van zaken');
    expect(letterOf('Geachte voorzitter,', 'map/brief.txt').title).toBe('Brief zonder datum');
  });

  it('do not take a written consultation for a report of a meeting', () => {
    expect(
      report('Hierbij zend ik u het verslag van een schriftelijk overleg over de begroting van 3 mei 2022.').kind,
    ).toBe('other');
  });
});

describe('a sidecar', () => {
  it('has titles and names on one line, whatever its line ends', () => {
    const json = JSON.stringify({
      title: 'Verslag\n1. Nep\u2028kop ',
      meeting: { name: 'Raad\r\nBZ', dates: ['2024-01-02'] },
    });
    expect(parseSidecar('brief.meta.json', json)).toMatchObject({
      title: 'Verslag 1. Nep kop',
      meeting: { name: 'Raad BZ' },
    });
    expect(() => parseSidecar('brief.meta.json', '{"title": " \\n "}')).toThrow('title');
  });

  const source = `Den Haag, 4 november 2021\n\nHierbij ontvangt u het verslag van de bijeenkomst van de NAVO-ministers van Defensie van 21 en 22 oktober\n2021.\n\n${PARAGRAPH}\n`;

  it('wins over the text, and what differs is a conflict', () => {
    const { metadata, title } = parseLetter({
      file: 'a.txt',
      source,
      sidecar: {
        letterDate: '2021-11-05',
        dossiers: ['28676'],
        number: '400',
        signatories: [{ name: 'H.G.J. Kamp', office: 'minister van Defensie' }],
        meeting: { name: 'NAVO-ministers van Defensie', dates: ['2021-10-22', '2021-10-21'], place: 'Brussel' },
      },
    });
    expect(metadata.letterDate).toBe('2021-11-05');
    expect(metadata.url).toBe('https://zoek.officielebekendmakingen.nl/kst-28676-400.html');
    expect(metadata.meeting).toMatchObject({ dates: ['2021-10-21', '2021-10-22'], place: 'Brussel' });
    expect(metadata.conflicts).toEqual([{ field: 'letterDate', values: ['2021-11-05', '2021-11-04'] }]);
    expect(metadata.inferred).toEqual([]);
    expect(title).toBe('Verslag NAVO-ministers van Defensie, 21 en 22 oktober 2021');
  });

  it('can give title, kind and link', () => {
    const { metadata, title } = parseLetter({
      file: 'a.txt',
      source: PARAGRAPH,
      sidecar: { title: 'Kabinetsreactie', kind: 'other', url: 'https://example.org/brief' },
    });
    expect([title, metadata.kind, metadata.url]).toEqual(['Kabinetsreactie', 'other', 'https://example.org/brief']);
  });
});
