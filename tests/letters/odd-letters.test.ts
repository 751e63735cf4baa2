import { describe, expect, it } from 'vitest';
import { splitLines } from '../../src/letters/lines.ts';
import { findSignatures } from '../../src/letters/signature/signature.ts';
import { expectInvariants } from './invariants.ts';
import { headingsOf, letterOf, PARAGRAPH, partsOf, wrap } from './letters.ts';

const P = PARAGRAPH;

describe('letters written in other ways', () => {
  it('without sections: one paragraph after another', () => {
    const letter = letterOf(`${P}\n\n${P}\n`);
    expect(headingsOf(letter)).toEqual([]);
    expect(letter.passages).toHaveLength(2);
  });

  it('of one paragraph, of one word, of nothing but a heading', () => {
    expect(letterOf(P).passages).toHaveLength(1);
    expect(letterOf('Akkoord').passages.map(({ text }) => text)).toEqual(['Akkoord']);
    expect(partsOf(letterOf('AFGHANISTAN'), 'paragraph')).toEqual(['AFGHANISTAN']);
  });

  it('with a row of numbers behind a marker that could be read in many ways', () => {
    const begun = process.cpuUsage();
    for (const marker of ['Vragen', 'Antwoord op vragen'])
      expect(letterOf(`${marker} 0${', en 11'.repeat(21)}x\n\n${P}`).passages.length).toBeGreaterThan(0);
    // Each more took twice the time of the one before; in microseconds of the processor.
    expect(process.cpuUsage(begun).user).toBeLessThan(200_000);
  });

  it.each([
    'Hoogachtend,\n',
    'Namens de Minister van Defensie,\n',
    'De Minister van Defensie,\nMede namens de Minister van\n',
    'Namens deze,\nNamens de Staatssecretaris van\n',
  ])('with endless lines that belong to a signature under them: %j', (lines) => {
    const many = splitLines(`${P}\n\n${lines.repeat(8_000)}De Minister van Defensie,\nA. Jansen\n`);
    let looks = 0;
    const watched = many.map(({ text, ...line }) => ({
      ...line,
      get text() {
        // It looked at them twice as often with each more, or ran out of stack.
        if (++looks > 100 * many.length) throw new Error('It looks at each line over and over.');
        return text;
      },
    }));
    expect(
      findSignatures(
        watched,
        watched.map(() => false),
      ).length,
    ).toBeGreaterThan(0);
  });

  it('in capitals', () => {
    const letter = letterOf(
      `VERSLAG VAN DE MILIEURAAD VAN 5 JUNI 2019\n\nALGEMEEN\n\n${P.toUpperCase()}\n\nDE MINISTER VAN MILIEU,\nA. JANSEN`,
    );
    expect(headingsOf(letter)).toEqual(['VERSLAG VAN DE MILIEURAAD VAN 5 JUNI 2019', 'ALGEMEEN']);
    expect(partsOf(letter, 'signature')).toEqual(['DE MINISTER VAN MILIEU, A. JANSEN']);
    expect(letter.metadata.meeting?.dates).toEqual(['2019-06-05']);
  });

  it('with numbered headings', () => {
    expect(headingsOf(letterOf(`1. Inleiding\n${P}\n1.1 Doel\n${P}\n2. Wat volgt\n\n${P}`))).toEqual([
      '1. Inleiding',
      '1.1 Doel',
      '2. Wat volgt',
    ]);
  });

  it('with bullets and numbered points, each its own passage', () => {
    const letter = letterOf(
      `Het gaat om:\n- het eerste punt;\n- het tweede punt dat langer is en daarom over de regel loopt zodat het\n  verder gaat;\n1. Nog een punt\n2. En nog een\n\n${P}`,
    );
    expect(headingsOf(letter)).toEqual([]);
    expect(letter.passages.slice(0, 5).map(({ text }) => text)).toEqual([
      'Het gaat om:',
      '- het eerste punt;',
      '- het tweede punt dat langer is en daarom over de regel loopt zodat het verder gaat;',
      '1. Nog een punt',
      '2. En nog een',
    ]);
  });

  it('with lists and tables that are no headings', () => {
    expect(
      headingsOf(
        letterOf(
          `${P}\n\nDe landen zijn:\nBelgië\nDuitsland\nFrankrijk\nPolen\n\n${P}\n\nLand   Bedrag\nBelgië   12\n\n${P}`,
        ),
      ),
    ).toEqual([]);
  });

  it('with headings over two lines and headings under headings', () => {
    const letter = letterOf(
      `De toekomst van de missie in Irak en de bijdrage die Nederland levert\naan de opbouw van capaciteiten\n\nIrak\n\n${P}`,
    );
    expect(headingsOf(letter)).toEqual([
      'De toekomst van de missie in Irak en de bijdrage die Nederland levert aan de opbouw van capaciteiten',
      'Irak',
    ]);
  });

  it('with every line followed by an empty one', () => {
    const spaced = P.replaceAll('\n', '\n\n');
    const letter = letterOf(`Inleiding\n\n\n${spaced}\n\n\nAfghanistan\n\n\n${spaced}\n\n\n${spaced}`);
    expect(headingsOf(letter)).toEqual(['Inleiding', 'Afghanistan']);
    expect(letter.passages).toHaveLength(3);
  });

  it('with one line a paragraph', () => {
    const line = P.replaceAll('\n', ' ');
    const letter = letterOf(`Inleiding\n${line}\nAfghanistan\n${line}\n${line}\nDe minister van Defensie,\nA. Jansen`);
    expect(headingsOf(letter)).toEqual(['Inleiding', 'Afghanistan']);
    expect(partsOf(letter, 'paragraph')).toEqual([line, line, line]);
  });

  it('with no-break and other spaces, read as with plain ones', () => {
    const source = `Nr. 348 BRIEF VAN DE MINISTER VAN DEFENSIE\n\nDen Haag, 4 november 2021\n\nVraag 1\nWat kost dat?\n\nAntwoord 1\n${P}\n\nDe Minister van Defensie,\nA. Jansen\n`;
    const plain = letterOf(source);
    expect(plain.metadata.number).toBe('348');
    for (const space of ['\u00A0', '\u2009', '\u202F']) {
      const { parts, metadata } = letterOf(source.replaceAll(' ', space));
      expect({ parts, metadata }).toEqual({ parts: plain.parts, metadata: plain.metadata });
    }
  });

  it('with Windows line ends and form feeds', () => {
    const letter = letterOf(`Inleiding\r\n\r\n${P}\n\n${P}\r\n\fTweede deel\r\n\r\n${P}\r\n`.replace(/\r?\n/g, '\r\n'));
    expect(headingsOf(letter)).toEqual(['Inleiding', 'Tweede deel']);
    expect(letter.passages.map(({ page }) => page)).toEqual([1, 1, 2]);
    expectInvariants(letter);
  });

  it('with running titles and page numbers on every page', () => {
    const words = P.replaceAll('\n', ' ');
    const pages = Array.from({ length: 60 }, (_, i) => {
      const text = wrap(`Punt ${'x'.repeat(i + 1)} is nieuw. ${words}`);
      return `Kabinetsbrief over de Raad\n\n${text}\n\n${text}\n\nPagina ${i + 1} van 60\n`;
    });
    const letter = letterOf(pages.join('\f'));
    expect(partsOf(letter, 'furniture')).toHaveLength(120);
    expect(headingsOf(letter)).toEqual([]);
    expect(letter.passages).toHaveLength(120);
    expect(letter.passages.at(-1)?.page).toBe(60);
    expectInvariants(letter);
  });

  it('with running titles that only differ in their number, and no page breaks', () => {
    const text = `${P}\n\n${P}\n\n${P}\n\n${P}\n\n`;
    const pages = [1, 2, 3, 4].map((page) => `${text}Brief aan de Tweede Kamer van 3 mei 2022 pagina ${page}\n\n`);
    expect(partsOf(letterOf(pages.join('')), 'furniture')).toHaveLength(4);
  });

  it.each([
    ['markers', ['Antwoord op vragen 2 en 3', 'Antwoord op vragen 5 en 6', 'Antwoord op vragen 8 en 9']],
    [
      'years',
      ['In 2021 waren er minder meldingen', 'In 2022 waren er minder meldingen', 'In 2023 waren er minder meldingen'],
    ],
    [
      'amounts',
      ['Voor 2021 gaat het om 45 miljoen', 'Voor 2022 gaat het om 47 miljoen', 'Voor 2023 gaat het om 53 miljoen'],
    ],
    [
      'steps',
      ['Het gaat om kamerstuk 100 hierbij', 'Het gaat om kamerstuk 200 hierbij', 'Het gaat om kamerstuk 300 hierbij'],
    ],
    ['sentences', ['Zie het antwoord op vraag 2.', 'Zie het antwoord op vraag 3.', 'Zie het antwoord op vraag 4.']],
  ])('with lines of the letter that only differ in their numbers: %s', (kind, lines) => {
    // Years stand close together; the others so far apart that pages could lie between them.
    const between = kind === 'years' ? P : `${P}\n\n${P}\n\n${P}\n\n${P}`;
    const source = lines.map((line) => `${between}\n\n${line}\n\n`).join('');
    expect(partsOf(letterOf(`${source}${P}`), 'furniture')).toEqual([]);
  });

  it.each([
    ['Vraag', 'Antwoord'],
    ['Vraag 1', 'Antwoord 1'],
  ])('with markers and sentences at the edges of pages: %s, %s', (asks, replies) => {
    const pages = ['bouwen', 'breken', 'heien', 'baggeren'].map((plan, i) => {
      const page = `${asks}\n\nGaat u ${plan}?\n\n${replies}\n\n${P}\n\nZie de brief van 2021.\n`;
      return page.replaceAll(' 1', ` ${i + 1}`);
    });
    const letter = letterOf(pages.join('\f'));
    expect(partsOf(letter, 'furniture')).toEqual([]);
    expect(headingsOf(letter)).toHaveLength(8);
  });

  it('with footnotes, also over two lines, and words that end in a digit', () => {
    const letter = letterOf(
      `${P}\n\nHet kabinet verwijst naar het besluit van de Raad.1 Ook de uitstoot van CO2 is van belang voor deze landen.2 Dat is het\nstandpunt.\n\n1 Kamerstuk 28 676, nr. 300.\n2 Zie ook de brief van 3 mei\n2019 hierover.\n\f${P}`,
    );
    expect(partsOf(letter, 'footnote')).toEqual([
      '1 Kamerstuk 28 676, nr. 300.',
      '2 Zie ook de brief van 3 mei 2019 hierover.',
    ]);
    expect(letter.passages[1]?.text).toBe(
      'Het kabinet verwijst naar het besluit van de Raad. Ook de uitstoot van CO2 is van belang voor deze landen. Dat is het standpunt.',
    );
  });

  it('with a note inside a note, between two halves of a sentence', () => {
    const letter = letterOf(
      `${P}\n\nHet kabinet wijst op het besluit1 dat de ministers van alle lidstaten in de\n\n1 Zie de brief over het akkoord2 van vorig jaar.\n2 Kamerstuk 28 676, nr. 300.\n\fvergadering namen.`,
    );
    expect(letter.passages[1]?.text).toBe(
      'Het kabinet wijst op het besluit dat de ministers van alle lidstaten in de vergadering namen.',
    );
    expect(letter.passages[2]?.text).toBe('1 Zie de brief over het akkoord van vorig jaar.');
    expectInvariants(letter);
  });

  it('with two ministers side by side and a closing formula', () => {
    const letter = letterOf(
      `${P}\n\nHoogachtend,\n\nDe minister van Buitenlandse Zaken,    De minister van Defensie,\n\n\nHanke Bruins Slot          Kajsa Ollongren\n`,
    );
    expect(letter.metadata.signatories).toEqual([
      { name: 'Hanke Bruins Slot', office: 'minister van Buitenlandse Zaken' },
      { name: 'Kajsa Ollongren', office: 'minister van Defensie' },
    ]);
  });

  it.each([
    [
      'whose first line cannot end there',
      'De Minister van Klimaat en\nGroene Groei\n\nSophie Hermans\n',
      [{ name: 'Sophie Hermans', office: 'Minister van Klimaat en Groene Groei' }],
    ],
    [
      'that one person holds beside another',
      'De Minister-President,\nMinister van Algemene Zaken,\n\nMark Rutte\n',
      [{ name: 'Mark Rutte', office: 'Minister-President, Minister van Algemene Zaken' }],
    ],
    [
      'of a second person whose name is lost',
      'De Minister-President,\nDe Minister van Defensie,\n\nMark Rutte\n',
      [{ name: 'Mark Rutte', office: null }],
    ],
    [
      'an empty line below the name',
      'Sophie Hermans\n\nMinister van Klimaat en Groene Groei\n',
      [{ name: 'Sophie Hermans', office: 'Minister van Klimaat en Groene Groei' }],
    ],
    [
      'an empty line below the name, before an appendix',
      `A.B. Voorbeeld\n\nMinister van Defensie\n\n${P}\n`,
      [{ name: 'A.B. Voorbeeld', office: 'Minister van Defensie' }],
    ],
    [
      'of the name below it, not of what stands above it',
      'Nationale Veiligheid\n\nDe Minister van Defensie,\n\nA.B. Voorbeeld\n',
      [{ name: 'A.B. Voorbeeld', office: 'Minister van Defensie' }],
    ],
  ])('with an office %s', (_, signature, signatories) => {
    expect(letterOf(`${P}\n\n${signature}`).metadata.signatories).toEqual(signatories);
  });

  it('does not take a sentence about a minister for a signature', () => {
    expect(
      partsOf(letterOf(`De minister van Defensie bracht een bezoek.\nHij sprak met de troepen.\n\n${P}`), 'signature'),
    ).toEqual([]);
  });

  it('of few lines: a first line is no heading', () => {
    const letter = letterOf(
      'Nederland steunt het voorstel van de Commissie voor de nieuwe\nEuropese strategie. Het kabinet licht dat toe.',
    );
    expect(headingsOf(letter)).toEqual([]);
    expect(letter.passages).toHaveLength(1);
  });

  it('with an empty line in the middle of a sentence', () => {
    const letter = letterOf(
      `${P}\n\nDit is besproken door de ministers van\n\nDefensie en van Buitenlandse Zaken in\n\nhet najaar.\n`,
    );
    expect(letter.passages[1]?.text).toBe(
      'Dit is besproken door de ministers van Defensie en van Buitenlandse Zaken in het najaar.',
    );
  });

  it('with a paragraph that begins like a letterhead or a salutation', () => {
    const source = `${P}\n\nMevrouw Mulder vroeg naar de stand van zaken in Irak,\nen het kabinet antwoordt daarop.`;
    expect(partsOf(letterOf(source), 'salutation')).toEqual([]);
    expect(partsOf(letterOf('Onderwerp van deze brief is de Raad. De ministers komen bijeen.'), 'metadata')).toEqual(
      [],
    );
  });

  it('with a letterhead of a ministry', () => {
    const letter = letterOf(
      `> Retouradres Postbus 20701 2500 ES Den Haag\n\nde Voorzitter van de Tweede Kamer\nder Staten-Generaal\nPlein 2\n2511 CR Den Haag\n\nDatum 14 november 2023\nBetreft Stand van zaken\n\nOnze referentie\nBS2023031234\n\nPagina 1 van 2\n\nGeachte voorzitter,\n\n${P}`,
    );
    expect(partsOf(letter, 'address')).toEqual([
      '> Retouradres Postbus 20701 2500 ES Den Haag',
      'de Voorzitter van de Tweede Kamer der Staten-Generaal Plein 2 2511 CR Den Haag',
    ]);
    expect(partsOf(letter, 'metadata')).toEqual([
      'Datum 14 november 2023',
      'Betreft Stand van zaken',
      'Onze referentie BS2023031234',
    ]);
    expect(letter.title).toBe('Stand van zaken');
  });
});
