import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { convert } from '../../src/intake/convert.ts';
import { lzwSize, runLengthSize } from '../../src/intake/pdf/filters.ts';
import { tesseract, toPortableMap } from '../../src/intake/pdf/ocr.ts';
import { temporaryFolder } from '../support/folders.ts';
import { letterOf, problemOf } from './convert.ts';
import { lines, makePdf, type Placed } from './make-pdf.ts';

const textOf = async (pages: readonly (readonly Placed[])[]): Promise<string> =>
  (await letterOf('brief.pdf', makePdf(pages))).text.trimEnd();

const BODY = [
  'De haven van Veere is lang genoeg voor de schepen die er komen en',
  'diep genoeg voor de schepen die er gaan. De kade wordt in het voor-',
  'jaar vernieuwd, zodat zij ook in de winter begaanbaar blijft.',
];

describe('The text of a PDF', () => {
  test('lines stay lines, hyphens stay, and a wider gap is a blank line', async () => {
    const page = [...lines(BODY, { x: 70, y: 100 }), ...lines(BODY.slice(2), { x: 70, y: 160 })];
    expect(await textOf([page])).toBe([...BODY, '', BODY[2]].join('\n'));
  });

  test('a bold line over its text is a heading on a line of its own', async () => {
    const page = [
      ...lines(BODY, { x: 70, y: 100 }),
      { text: 'De kade', x: 70, y: 136, bold: true },
      ...lines(BODY, { x: 70, y: 148 }),
    ];
    expect(await textOf([page])).toBe([...BODY, '', 'De kade', '', ...BODY].join('\n'));
  });

  test('pages are parted by form feeds, also those without text', async () => {
    const letter = await letterOf(
      'brief.pdf',
      makePdf([lines(BODY, { x: 70, y: 100 }), [], lines(['Slot.'], { x: 70, y: 100 })]),
    );
    expect(letter.text.split('\f').map((page) => page.trim().split('\n').at(-1))).toEqual([BODY[2], '', 'Slot.']);
    expect(letter.pages).toBe(3);
    expect(letter.remarks).toEqual(['No text on page 2.']);
  });

  test('a raised number is a note mark, and the note under the page begins with it', async () => {
    const page = [
      ...lines(BODY, { x: 70, y: 100 }),
      { text: 'Dat kost 12 miljoen euro.', x: 70, y: 136 },
      { text: '1', x: 169.6, y: 132.5, size: 5 },
      { text: '1', x: 70, y: 697.5, size: 4.5 },
      { text: 'Kamerstuk 36 045, nr. 4.', x: 75, y: 700, size: 7 },
    ];
    expect(await textOf([page])).toBe(
      [...BODY, 'Dat kost 12 miljoen euro.¹', '', '1 Kamerstuk 36 045, nr. 4.'].join('\n'),
    );
  });

  test('columns of running text are read one after the other', async () => {
    const left = [
      'Links staat hier de eerste regel van tekst',
      'en daaronder hier de tweede regel ervan,',
      'dan volgt de derde regel van deze kolom',
      'en tot slot de vierde en laatste regel.',
    ];
    const right = left.map((line) => line.replace(/^\S+/, 'Rechts'));
    const page = [
      { text: 'Een kop boven beide kolommen van deze bladzijde die over de hele breedte loopt', x: 50, y: 60 },
      ...lines(left, { x: 50, y: 100 }),
      ...lines(right, { x: 320, y: 100 }),
    ];
    const text = await textOf([page]);
    expect(text.split('\n').filter((line) => /^(?:Links|en|dan|Rechts)/.test(line))).toEqual([...left, ...right]);
  });

  test('the letterhead beside a letter does not come between its lines', async () => {
    const side = ['Ministerie van Havenzaken', 'Kade 1', '4351 AA Veere', 'Ons kenmerk', '12345'];
    const page = [
      ...lines([...BODY, ...BODY, ...BODY], { x: 70, y: 100 }),
      ...lines(side, { x: 430, y: 95, size: 6.5 }, 9),
    ];
    const text = await textOf([page]);
    expect(text).toContain(BODY.join('\n'));
    expect(text).toContain(side.join('\n'));
    expect(text.indexOf('Ons kenmerk')).toBeLessThan(text.indexOf('De haven'));
  });

  test('rows of a table are lines with tabs, and a label stands before its line', async () => {
    const page = [
      { text: '36 045', x: 70, y: 80 },
      { text: 'Situatie in de havens', x: 160, y: 80 },
      ...lines(BODY, { x: 70, y: 110 }),
      ...lines(['Haven', 'Veere', 'Goes'], { x: 70, y: 180 }),
      ...lines(['2024', '12', '9'], { x: 200, y: 180 }),
      ...lines(['2025', '14', '8'], { x: 280, y: 180 }),
    ];
    const text = await textOf([page]);
    expect(text).toContain('36 045 Situatie in de havens');
    expect(text).toContain('Haven\t2024\t2025\nVeere\t12\t14\nGoes\t9\t8');
  });

  test('the official publications say in the margin which paper it is, and where its PDF stands', async () => {
    const margin = lines(['kst-36045-902', 'ISSN 0921 - 7371'], { x: 40, y: 760, size: 6 }, 7);
    const { facts } = await letterOf('kst.pdf', makePdf([[...lines(BODY, { x: 160, y: 100 }), ...margin]]));
    expect(facts).toEqual({
      dossiers: ['36 045'],
      number: '902',
      url: 'https://zoek.officielebekendmakingen.nl/kst-36045-902.pdf',
    });
  });

  test('what is drawn twice to look bold is read once', async () => {
    const page = [...lines(BODY, { x: 70, y: 100 }), ...lines(BODY, { x: 70.3, y: 100 })];
    expect(await textOf([page])).toBe(BODY.join('\n'));
  });

  test('an accent drawn over a letter is part of it', async () => {
    const page = [
      ...lines(BODY, { x: 70, y: 100 }),
      { text: 'Kostic', x: 70, y: 136 },
      { text: '´', x: 93, y: 136, bold: true },
    ];
    expect(await textOf([page])).toContain('Kostić');
  });

  test.each([
    ['its word goes on behind it', 'Bas', '¸ aran-Smit', 82.5, 'Başaran-Smit'],
    ['the next word stands elsewhere by itself', 'Kostic', '´ de motie', 93, 'Kostić de motie'],
    ['an abbreviation follows', 'Kostic', '´ c.s.', 93, 'Kostić c.s.'],
    ['a bracket follows', 'Kostic', '´ (PvdD)', 93, 'Kostić (PvdD)'],
    ['no letter is written so', 'Bab', '¸ aran', 82.5, 'Bab¸ aran'],
    ['it is an apostrophe', 'Foto', '´s van', 87.6, 'Foto´s van'],
  ])('an accent over a letter where %s', async (_, before, after, x, read) => {
    const page = [
      ...lines([...BODY, 'in de motie van juni'], { x: 70, y: 100 }),
      { text: before, x: 70, y: 148 },
      { text: after, x, y: 148, bold: true },
    ];
    expect(await textOf([page])).toContain(read);
  });
});

/** More than any letter holds, deflated. */
const BOMB = deflateSync(Buffer.alloc(129 * 1024 * 1024), { level: 1 });

/** LZW codes each of whose texts is one longer than the one before, until the table is full, over and over. */
const LZW_BOMB = ((): Buffer => {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  const write = (code: number, width: number): void => {
    held = ((held << width) | code) & 0xffffff;
    bits += width;
    for (; bits >= 8; bits -= 8) bytes.push((held >> (bits - 8)) & 255);
  };
  for (let round = 0; round < 20; round++) {
    write(256, round === 0 ? 9 : 12);
    write(32, 9);
    for (let next = 258; next < 4095; next++) write(next, next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9);
  }
  return Buffer.from(bytes);
})();

describe('A PDF that cannot be read', () => {
  test('with a password', async () => {
    const locked = makePdf([lines(BODY, { x: 70, y: 100 })], { locked: true });
    expect(await problemOf('slot.pdf', locked)).toMatch(/^slot\.pdf is locked with a password; .*without/);
  });

  test('cut off', async () => {
    const half = makePdf([lines(BODY, { x: 70, y: 100 })]).subarray(0, 300);
    expect(await problemOf('half.pdf', half)).toMatch(/^half\.pdf is (?:a broken PDF|a scan)/);
  });

  test('made to unpack to more than any letter holds', async () => {
    const page = lines(BODY, { x: 70, y: 100 });
    const data = deflateSync(Buffer.alloc(129 * 1024 * 1024), { level: 1 });
    const bomb = makePdf([page], { stream: { dictionary: '/Filter /FlateDecode', data } });
    expect(await problemOf('bom.pdf', bomb)).toMatch(/^bom\.pdf unpacks to more than 128 MB/);
    const twice = { dictionary: '/Filter [/FlateDecode /FlateDecode]', data: deflateSync(deflateSync('x')) };
    expect(await problemOf('bom.pdf', makePdf([page], { stream: twice }))).toMatch(/^bom\.pdf unpacks to more/);
    const usual = { dictionary: '/Filter /FlateDecode', data: deflateSync('De haven.') };
    expect((await letterOf('brief.pdf', makePdf([page], { stream: usual }))).text.trimEnd()).toBe(BODY.join('\n'));
  });

  test.each<[string, string, Uint8Array]>([
    ['as hexadecimal digits', '[/ASCIIHexDecode /FlateDecode]', Buffer.from(`${BOMB.toString('hex')}>`)],
    ['under names written by numbers', '[/#41HX /#46l]'.replace('HX', 'Hx'), Buffer.from(`${BOMB.toString('hex')}>`)],
    ['as runs', '/RunLengthDecode', Buffer.alloc(2 * 1024 * 1024 + 512, Buffer.from([129, 32]))],
    ['as packed runs', '[/FlateDecode /RunLengthDecode]', deflateSync('x')],
    ['in a way that stands elsewhere', '7 0 R', deflateSync('x')],
    ['as ever longer codes', '/LZWDecode', LZW_BOMB],
  ])('a bomb packed %s', async (_, filter, data) => {
    const bomb = makePdf([lines(BODY, { x: 70, y: 100 })], { stream: { dictionary: `/Filter ${filter}`, data } });
    expect(await problemOf('bom.pdf', bomb)).toMatch(/^bom\.pdf unpacks to more than 128 MB/);
  });

  test('letters of old programs, packed so, are read', async () => {
    const page = lines(BODY, { x: 70, y: 100 });
    const hex = { dictionary: '/Filter [/AHx /Fl]', data: Buffer.from(`${deflateSync('x').toString('hex')}>`) };
    const lzw = {
      dictionary: '/Filter /LZWDecode',
      data: Buffer.from([0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01]),
    };
    for (const stream of [hex, lzw])
      expect((await letterOf('brief.pdf', makePdf([page], { stream }))).text.trimEnd()).toBe(BODY.join('\n'));
    // The example of ISO 32000-1, 7.4.4.2: 45 45 45 45 45 65 45 45 45 66.
    expect(lzwSize(lzw.data)).toBe(10);
    expect(runLengthSize(Buffer.from([2, 1, 2, 3, 254, 9, 128, 7]))).toBe(6);
  });

  test('with more pages than any letter has', async () => {
    const long = makePdf(Array.from({ length: 2001 }, () => []));
    expect(await problemOf('lang.pdf', long)).toMatch(/^lang\.pdf has 2001 pages/);
  });
});

describe('A scanned PDF', () => {
  const width = 320;
  const scan = makePdf([], { pictures: [{ width, pixels: new Uint8Array(width * width).fill(200) }] });
  const read = async (program: string) => await convert({ name: 'scan.pdf', bytes: scan }, { ocr: tesseract(program) });

  /** A program that answers as Tesseract does. */
  const pretend = async (languages: string): Promise<string> => {
    const program = path.join(await temporaryFolder(), 'tesseract');
    const script = `#!/bin/sh
if [ "$1" = --list-langs ]; then printf 'List of available languages (1):\\n${languages}\\n'; exit 0; fi
head -c 15 | head -n 1 >&2
[ "$*" = 'stdin stdout -l nld' ] && printf 'De haven is lang genoeg.\\n\\f'
`;
    await writeFile(program, script);
    await chmod(program, 0o755);
    return program;
  };

  test('says that it holds no text, and how to mend that', async () => {
    expect(await problemOf('scan.pdf', scan)).toMatch(/^scan\.pdf is a scan: .*--ocr.*tesseract-ocr-nld/);
  });

  test('is read with Tesseract in Dutch, and says so', async () => {
    const { letters, problems } = await read(await pretend('eng\\nnld'));
    expect(problems).toEqual([]);
    expect(letters.map(({ text, pages }) => [text, pages])).toEqual([['De haven is lang genoeg.\n', 1]]);
    expect(letters[0]?.remarks).toEqual(['Its text was read from pictures (OCR) and may hold errors.']);
  });

  test('says what is missing where Tesseract or its Dutch is', async () => {
    const without = await read('/nonexistent/tesseract');
    expect(without.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^scan\.pdf .*not installed.*tesseract-ocr-nld/),
    ]);
    const english = await read(await pretend('eng'));
    expect(english.problems.map(({ message }) => message)).toEqual([expect.stringMatching(/without Dutch/)]);
  });

  test('a picture is handed over in netpbm, without its alpha channel', () => {
    const map = toPortableMap({ data: new Uint8ClampedArray([1, 2, 3, 255]), width: 1, height: 1, channels: 4 });
    expect(Buffer.from(map)).toEqual(Buffer.from('P6\n1 1\n255\n\u0001\u0002\u0003'));
  });
});
