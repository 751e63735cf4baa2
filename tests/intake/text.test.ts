import { describe, expect, test } from 'vitest';
import { letterOf, problemOf } from './convert.ts';

describe('Text in any encoding', () => {
  const text = 'De „financiële” positie – 10 €\nis goed.\n';
  const utf16 = Buffer.from(text, 'utf16le');

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 without one', utf16],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
    [
      'Windows-1252',
      Buffer.from(
        text.replace('„', '\u0084').replace('”', '\u0094').replace('–', '\u0096').replace('€', '\u0080'),
        'latin1',
      ),
    ],
    ['Windows line ends', Buffer.from(text.replaceAll('\n', '\r\n'))],
  ])('%s', async (_, bytes) => {
    expect((await letterOf('brief.txt', bytes)).text).toBe(text);
  });
});

test('form feeds stay and count pages; what a terminal would obey goes', async () => {
  const { text, pages } = await letterOf('brief.txt', 'Een \u001b[31mbladzijde.\n\fTwee.\u0085\n');
  expect([text, pages]).toEqual(['Een [31mbladzijde.\n\fTwee.\n', 2]);
});

test('pages without text keep their form feeds', async () => {
  expect((await letterOf('brief.txt', '\f\nTwee.  \n\f\f\nVier.\n')).text).toBe('\f\nTwee.\n\f\f\nVier.\n');
});

test('Markdown: the words without the marks, notes at the end', async () => {
  const source =
    '---\ntitel: x\n---\n# De haven\n\nZij is **lang** en [diep](https://a.example).[^a]\n\n* een\n* twee\n\n[^a]: Ter inzage gelegd.\n';
  expect((await letterOf('brief.md', source)).text).toBe(
    'De haven\n\nZij is lang en diep.¹\n\n- een\n- twee\n\n1 Ter inzage gelegd.\n',
  );
});

describe('A file that is not what it seems', () => {
  test.each([
    ['leeg.txt', '', 'leeg.txt is empty.'],
    ['wit.txt', ' \n\t\n', 'wit.txt holds no text.'],
    ['brief.pdf', 'De haven is lang.', /^brief\.pdf is not a PDF, whatever its name says/],
    [
      'brief.pdf',
      '<!DOCTYPE html><html><body>Fout 404</body></html>',
      /^brief\.pdf is a web page, .* name it brief\.html/,
    ],
    ['brief.txt', '%PDF-1.7\n', /^brief\.txt is a PDF, .* name it brief\.pdf/],
    ['brief.doc', '\u00d0\u00cf\u0011\u00e0', /^brief\.doc is an old Word file, or one locked/],
    ['brief.rtf', '{\\rtf1 x}', /^brief\.rtf is rich text/],
    ['foto.txt', '\u00ff\u00d8\u00ff\u00e0\u0000', /^foto\.txt is a picture/],
    ['ruis.txt', 'De haven\u0000\u0001\u0002', /^ruis\.txt holds binary data/],
  ])('%s: %j', async (name, content, says) => {
    expect(await problemOf(name, Buffer.from(content, 'latin1'))).toMatch(says);
  });

  test('larger than any letter', async () => {
    expect(await problemOf('groot.txt', new Uint8Array(65 * 1024 * 1024))).toMatch(/^groot\.txt has 65 MB, more than/);
  });
});
