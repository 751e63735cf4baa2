import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { convert } from '../../src/intake/convert.ts';
import { parseLetter } from '../../src/letters/parse.ts';
import { letterOf, problemOf } from './convert.ts';
import { makeDocx, paragraph, table } from './make-docx.ts';

test('a letter: address lines stay together, labels stand before their value, notes at the end', async () => {
  const head = table([
    [
      paragraph('Aan de Voorzitter van de Tweede Kamer') +
        paragraph('der Staten-Generaal') +
        paragraph('Postbus 20018'),
    ],
    [paragraph('Datum'), paragraph('3 maart 2025')],
    [paragraph('Betreft'), paragraph('Voortgang haven')],
  ]);
  const body = paragraph('De haven is lang genoeg.', 1, ' Zij is ook diep genoeg in 2025', 2, '.');
  const { text, pages } = await letterOf(
    'brief.docx',
    makeDocx(head + body, ['Ter inzage gelegd.', 'Nota van wijziging.']),
  );
  expect(text).toBe(
    [
      'Aan de Voorzitter van de Tweede Kamer',
      'der Staten-Generaal',
      'Postbus 20018',
      'Datum\t3 maart 2025',
      'Betreft\tVoortgang haven',
      '',
      'De haven is lang genoeg.¹ Zij is ook diep genoeg in 2025².',
      '',
      '1 Ter inzage gelegd.',
      '',
      '2 Nota van wijziging.',
      '',
    ].join('\n'),
  );
  expect(pages).toBeNull();
});

test('a table of figures keeps its rows', async () => {
  const rows = [
    [paragraph('Haven'), paragraph('2024')],
    [paragraph('Veere'), paragraph('12')],
  ];
  const { text } = await letterOf('tabel.docx', makeDocx(paragraph('De cijfers zijn:') + table(rows)));
  expect(text).toBe('De cijfers zijn:\n\nHaven\t2024\nVeere\t12\n');
});

describe('Pages', () => {
  const run = '<w:r><w:t xml:space="preserve">';
  /** A paragraph with a mark of Word before each of its texts but the first. */
  const over = (...texts: string[]): string =>
    paragraph(texts.join('\uE000')).replaceAll('\uE000', `</w:t></w:r><w:r><w:lastRenderedPageBreak/></w:r>${run}`);
  const broken = (text: string): string => over('', text);
  const explicit = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  const read = (body: string, pages: number): ReturnType<typeof letterOf> =>
    letterOf(
      'brief.docx',
      makeDocx(body, [], { 'docProps/app.xml': strToU8(`<Properties><Pages>${pages}</Pages></Properties>`) }),
    );
  const opening = paragraph('De haven is lang genoeg.');

  test('are those that Word showed, also within a paragraph', async () => {
    const body = `${opening}${broken('Vraag 1')}${over('De sluis wordt door de minister ', 'van Verkeer nog dieper gemaakt.')}`;
    const { text, pages } = await read(body, 3);
    expect(text).toBe(
      'De haven is lang genoeg.\n\n\fVraag 1\n\nDe sluis wordt door de minister\n\fvan Verkeer nog dieper gemaakt.\n',
    );
    expect(pages).toBe(3);
    const { passages } = parseLetter({ file: 'brief.txt', source: text });
    expect(passages.map(({ page }) => page)).toEqual([1, 2]);
    expect(passages[1]?.text).toContain('de minister van Verkeer');
  });

  test('do not break a row, nor part a number from its text', async () => {
    const row = table([[broken('Haven'), broken('2024')]]);
    const { text } = await read(opening + row + over('2. ', 'De sluis is diep.'), 4);
    expect(text).toBe('De haven is lang genoeg.\n\n\f\fHaven\t2024\n\n\f2. De sluis is diep.\n');
  });

  test.each([
    ['where Word counts other pages than it marks', `${opening}${broken('De sluis is diep.')}`, 3],
    ['where only what a person broke is known', `${opening}${explicit}${paragraph('De sluis is diep.')}`, 2],
  ])('are none %s', async (_, body, counted) => {
    const { text, pages } = await read(body, counted);
    expect(text).toBe('De haven is lang genoeg.\n\nDe sluis is diep.\n');
    expect(pages).toBeNull();
  });
});

describe('Lists', () => {
  const item = (text: string, list: number, level = 0): string =>
    paragraph(text).replace(
      '<w:p>',
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`,
    );
  const level = (start: number, kind: string, text: string): string =>
    `<w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="${kind}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  /** The text of a body whose lists, from 1, have these definitions. */
  const textOf = async (body: string, ...definitions: string[]): Promise<string> => {
    const abstract = definitions.map((one, i) => `<w:abstractNum w:abstractNumId="${i}">${one}</w:abstractNum>`);
    const lists = definitions.map((_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i}"/></w:num>`);
    const all = [...abstract, ...lists].join('');
    const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const numbering = strToU8(`<w:numbering xmlns:w="${word}">${all}</w:numbering>`);
    return (await letterOf('lijst.docx', makeDocx(body, [], { 'word/numbering.xml': numbering }))).text;
  };

  test('are numbered on, in their own form, whatever stands between', async () => {
    const body =
      item('De kade is lang.', 1) +
      paragraph('Verder geldt:') +
      item('', 1) +
      item('Het is laat.', 1) +
      item('De sluis is diep.', 2);
    expect(await textOf(body, level(4, 'lowerLetter', '%1)'), level(1, 'decimal', '%1.'))).toBe(
      'd) De kade is lang.\n\nVerder geldt:\n\nf) Het is laat.\n1. De sluis is diep.\n',
    );
  });

  test('get dashes where their numbers are not sure', async () => {
    const roman = level(1, 'upperRoman', '%1.');
    expect(await textOf(item('De kade.', 1) + item('De sluis.', 1), roman)).toBe('- De kade.\n- De sluis.\n');
    const decimal = level(1, 'decimal', '%1.');
    const gone = '<w:p><w:r><w:del w:id="1"/></w:r></w:p>';
    expect(await textOf(item('De kade.', 1) + gone, decimal)).toBe('- De kade.\n');
    const shared = `${decimal}</w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="0"/></w:num><w:abstractNum>`;
    expect(await textOf(item('De kade.', 1) + item('De sluis.', 9), shared)).toBe('- De kade.\n- De sluis.\n');
  });

  test('of questions with their answers between are read as such', async () => {
    const asked = ['Bent u bekend met de haven?', 'Is de haven diep?'];
    const body = asked.map((one, i) => item(one, 1) + paragraph('Antwoord') + paragraph(`Ja, antwoord ${i + 1}.`));
    const source = await textOf(body.join(''), level(1, 'decimal', '%1.'));
    const { passages, sections } = parseLetter({ file: 'lijst.txt', source });
    expect(passages.map(({ text, section }) => [sections[section]?.question, text])).toEqual([
      [asked[0], 'Ja, antwoord 1.'],
      [asked[1], 'Ja, antwoord 2.'],
    ]);
  });
});

describe('A Word file that cannot be read', () => {
  /** A Word file with zeros in it that says they are another number of bytes. */
  const withZeros = (bytes: number, said: number): Uint8Array => {
    const part = 'word/header1.xml';
    const zip = Buffer.from(makeDocx(paragraph('Boem.'), [], { [part]: [new Uint8Array(bytes), { level: 1 }] }));
    // Its size stands before its name, in the local header and in the central directory.
    for (let at = zip.indexOf(part); at >= 0; at = zip.indexOf(part, at + 1)) {
      const isLocal = zip.readUInt32LE(at - 30) === 0x04034b50;
      zip.writeUInt32LE(said, isLocal ? at - 8 : at - 22);
    }
    return zip;
  };

  test('a bomb: it would unpack to more than any letter holds', async () => {
    expect(await problemOf('bom.docx', withZeros(1024, 65 * 1024 * 1024))).toMatch(
      /^bom\.docx unpacks to more than 64 MB/,
    );
  });

  test('a bomb that lies about its size costs no more than it says', async () => {
    const bomb = withZeros(8 * 1024 * 1024, 10);
    const before = process.memoryUsage().arrayBuffers;
    await convert({ name: 'bom.docx', bytes: bomb });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * 1024 * 1024);
  });

  test('with entities', async () => {
    const document = strToU8('<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document>&a;</w:document>');
    expect(await problemOf('slim.docx', makeDocx('', [], { 'word/document.xml': document }))).toMatch(
      /declares XML entities/,
    );
  });

  test('elements nested without end', async () => {
    expect(await problemOf('diep.docx', makeDocx('<w:sdt>'.repeat(20_000)))).toMatch(/^diep\.docx nests its elements/);
  });

  test('another ZIP archive, and half a file', async () => {
    expect(await problemOf('rekenblad.docx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))).toMatch(/no Word file/);
    const whole = makeDocx(paragraph('De haven is lang genoeg.'));
    expect(await problemOf('half.docx', whole.subarray(0, whole.length / 2))).toMatch(
      /^half\.docx is a broken Word file/,
    );
  });
});
