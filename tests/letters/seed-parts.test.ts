import { describe, expect, it } from 'vitest';
import { headingsOf, partsOf, passageWith, seed, seeds, textOf } from './letters.ts';

describe('headings of the real letters', () => {
  it('are found with empty lines around them and directly above their text', () => {
    expect(headingsOf(seed(0))).toEqual([
      'Afschrikking en verdediging',
      'Afghanistan',
      'Trans-Atlantische veiligheid',
      'Technologische innovatie',
      'CHST',
    ]);
    expect(headingsOf(seed(1))).toEqual([
      'Lastenverdeling',
      'Afschrikking en verdediging',
      'Middellandse Zee',
      'Operaties en missies',
      'Irak',
      'Afghanistan',
      'Vrouwen, vrede en veiligheid',
      'Letter of Intent grondgebonden luchtverdediging',
    ]);
  });

  it('are found without any empty line, in capitals over three lines, and first on a page', () => {
    expect(headingsOf(seed(2))).toEqual([
      'GEANNOTEERDE AGENDA MINISTERIËLE BIJEENKOMSTEN VAN DE NAVO-MINISTERS VAN BUITENLANDSE ZAKEN EN VAN DEFENSIE VAN 1 JUNI 2021',
      'NAVO2030',
      'Politieke consultatie en besluitvorming',
      'Weerbaarheid',
      'Behoud van technologische voorsprong',
      'Partnerschappen (w.o. NAVO-EU)',
      'Klimaat',
      'Strategisch Concept',
      'Gemeenschappelijke financiering',
      'Afghanistan',
      'Afschrikking en verdediging',
      'NAVO-EU samenwerking',
      'Cyber',
      'Conflict gerelateerd seksueel geweld',
    ]);
  });

  it('are found in the other two', () => {
    expect(headingsOf(seed(3))).toEqual([
      'Afschrikking en verdediging',
      'Lastenverdeling en gezamenlijke financiering',
      'Strategisch concept',
      'Zwarte Zee regio',
      'EU-NAVO samenwerking',
    ]);
    expect(headingsOf(seed(4))).toEqual([
      'Inleiding',
      'Werksessie',
      'Werkdiner',
      'De Resolute Support missie (RSM) in Afghanistan',
    ]);
  });
});

describe('what is no running text in the real letters', () => {
  it('is told apart', () => {
    const addressee = 'Aan de Voorzitter van de Tweede Kamer der Staten-Generaal';
    expect(seeds.map((letter) => partsOf(letter, 'address'))).toEqual([[addressee], [addressee], [], [addressee], []]);
    expect(seeds.map((letter) => partsOf(letter, 'metadata'))).toEqual([
      ['Den Haag, 4 november 2021'],
      ['Nr. 348 BRIEF VAN DE MINISTER VAN DEFENSIE', 'Den Haag, 6 november 2020'],
      [],
      ['Nr. 387 BRIEF VAN DE MINISTER VAN DEFENSIE', 'Den Haag, 1 februari 2022'],
      [],
    ]);
    expect(seeds.map((letter) => partsOf(letter, 'salutation'))).toEqual([[], [], ['Geachte voorzitter,'], [], []]);
    expect(seeds.map((letter) => partsOf(letter, 'signature'))).toEqual([
      ['De minister van Defensie H.G.J. Kamp'],
      ['De Minister van Defensie, A.Th.B. Bijleveld-Schouten'],
      ['De minister van Buitenlandse Zaken, Stef Blok', 'De minister van Defensie, Ank Bijleveld-Schouten'],
      ['De Minister van Defensie, K.H. Ollongren'],
      ['De Minister van Defensie, A.Th.B. Bijleveld-Schouten'],
    ]);
    expect(seeds.map((letter) => partsOf(letter, 'footnote').length)).toEqual([0, 1, 1, 0, 0]);
    expect(seeds.map((letter) => partsOf(letter, 'furniture'))).toEqual([
      [],
      [],
      ['https://www.nato.int/cps/en/natohq/official_texts_183146.htm'],
      [],
      ['Tweede Kamer, vergaderjaar 2017–2018, 28 676, nr. 280 3'],
    ]);
  });
});

describe('paragraphs across page breaks', () => {
  it('go on over empty lines in the middle of a sentence', () => {
    expect(passageWith(seed(0), 'hybride dreigingen, de invloed van klimaatverandering en').page).toBe(2);
  });

  it('go on over a footnote and a link, and lose the note mark', () => {
    const letter = seed(2);
    const passage = passageWith(letter, 'verklaring van 14 april stelde, betekent');
    expect(passage.text).toContain('betekent de beëindiging van Resolute Support het begin van een nieuw hoofdstuk');
    expect(passage.skipped.map((span) => textOf(letter, span))).toEqual([
      '1',
      '1 https://www.nato.int/cps/en/natohq/official_texts_183146.htm',
      'https://www.nato.int/cps/en/natohq/official_texts_183146.htm',
    ]);
    expect(letter.source.slice(0, passage.start)).toMatch(/capaciteiten\.\s+$/);
  });

  it('go on over a running footer', () => {
    const letter = seed(4);
    const passage = passageWith(letter, 'kort bijeen. Hierbij kwamen');
    expect(passage.skipped.map((span) => textOf(letter, span))).toEqual([
      'Tweede Kamer, vergaderjaar 2017–2018, 28 676, nr. 280 3',
    ]);
    expect(passage.page).toBe(3);
  });

  it('end where the last line of a page has room left', () => {
    expect(passageWith(seed(3), 'Daarnaast komt (civiele) weerbaarheid').text).toMatch(/^Daarnaast/);
  });

  it('end where a line has room left, also without an empty line', () => {
    expect(passageWith(seed(4), 'Met betrekking tot de «Iran-deal»').text).toMatch(/^Met betrekking/);
    expect(passageWith(seed(2), 'De NAVO-ministers van Defensie bespreken de militaire').text).toMatch(/^De NAVO-min/);
  });

  it('are on the pages that the letters show', () => {
    expect(seeds.map((letter) => Math.max(...letter.passages.map(({ page }) => page ?? 0)))).toEqual([3, 4, 5, 4, 4]);
  });
});

describe('footnotes', () => {
  it('belong to the section of their mark, signatures to none', () => {
    const letter = seed(1);
    const note = passageWith(letter, 'De negen bondgenoten zijn: België');
    expect(note.kind).toBe('footnote');
    expect(letter.sections[note.section]?.title).toBe('Letter of Intent grondgebonden luchtverdediging');
    expect(passageWith(letter, 'grondgebonden luchtruimverdediging. Nederland').skipped).toHaveLength(1);
    expect(passageWith(letter, 'A.Th.B. Bijleveld').section).toBe(0);
  });
});

describe('line-end hyphens in the real letters', () => {
  it.each([
    [0, 'het NAVO-verdragsgebied indien nodig'],
    [0, 'over Defensie-uitgaven. De'],
    [1, 'gepubliceerde Defensievisie 2035'],
    [1, 'de secretaris-generaal om dit'],
    [1, 'veiligheidsinstituties dan enkel'],
    [1, 'en capaciteitsopbouw op'],
    [2, 'dat de Secretaris-Generaal van'],
    [2, 'tegen Conflict-Related Sexual Violence'],
    [3, 'de Europese en Trans-Atlantische veiligheid'],
    [3, 'het tweesporenbeleid van druk'],
    [3, 'uit de NAVO2030-agenda. Daarbij'],
    [3, 'Enhanced Opportunity Partners'],
    [4, 'over de hoofdlijnen van'],
    [4, 'van gevechts- en cybercapaciteiten'],
    [2, 'voorsprong - is cruciaal'],
  ])('letter %i: %s', (number, words) => {
    expect(passageWith(seed(number), words).text).toContain(words);
  });
});
