import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../src/letters/parse.ts';

/** Texts as `src/intake` writes them. */
const parse = (source: string) => parseLetter({ file: 'brief.txt', source });

const notesOf = (source: string): string[] =>
  parse(source).passages.flatMap(({ kind, text }) => (kind === 'footnote' ? [text] : []));

const LETTER = 'Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 3 maart 2025\n\n';

test('a raised mark is a note mark behind a year, a capital and a percent sign, and is no part of the sentence', () => {
  const source = `${LETTER}In het debat van 9 mei 2023¹ vroeg de PvdH² naar een verhoging met 12%.³ Die komt er.\n\n1 Ter inzage gelegd.\n\n2 Partij van de Havens.\n\n3 Nota van wijziging.\n`;
  expect(notesOf(source)).toEqual(['1 Ter inzage gelegd.', '2 Partij van de Havens.', '3 Nota van wijziging.']);
  const [paragraph] = parse(source).passages.filter(({ kind }) => kind === 'paragraph');
  expect(paragraph?.text).toBe('In het debat van 9 mei 2023 vroeg de PvdH naar een verhoging met 12%. Die komt er.');
});

test('notes are counted past nine', () => {
  const numbers = Array.from({ length: 12 }, (_, i) => i + 1);
  const raised = (n: number) => String(n).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
  const marked = numbers.map((n) => `Dit is de zin van nummer ${n + 40}.${raised(n)}`).join(' ');
  const notes = numbers.map((n) => `${n} Ter inzage gelegd.`);
  expect(notesOf(`${LETTER}${marked}\n\n${notes.join('\n\n')}\n`)).toEqual(notes);
});

test('an exponent stays where it is', () => {
  const source = `${LETTER}De kade meet 400 m² en het terrein 2 km². De haven is diep.²\n\n2 Nota van wijziging.\n`;
  const [paragraph] = parse(source).passages.filter(({ kind }) => kind === 'paragraph');
  expect(paragraph?.text).toBe('De kade meet 400 m² en het terrein 2 km². De haven is diep.');
});

test('a page without text counts', () => {
  const pages = parse('De eerste bladzijde van deze brief.\n\f\fDe derde bladzijde van deze brief.\n').passages;
  expect(pages.map(({ page, text }) => [page, text])).toEqual([
    [1, 'De eerste bladzijde van deze brief.'],
    [3, 'De derde bladzijde van deze brief.'],
  ]);
});

describe('Pages that a text shows without form feeds', () => {
  const body = Array.from({ length: 22 }, (_, i) => `De haven van nummer ${i + 40} is lang genoeg.`).join('\n\n');
  const end = 'De sluis is diep genoeg.';
  const pageOf = (line: string, format?: string): number | null | undefined => {
    const source = `${LETTER}${body}\n\n${line}\n\n${end}\n`;
    const sidecar = format === undefined ? undefined : { source: { file: 'brief', format, sha256: 'a1' } };
    return parseLetter({ file: 'brief.txt', source, sidecar }).passages.at(-1)?.page;
  };
  const running = 'Tweede Kamer, vergaderjaar 2024–2025, 36 045, nr. 3 1';

  test('are told by running lines, in a text by itself and in one of a PDF', () => {
    expect(pageOf(running)).toBe(2);
    expect(pageOf(running, 'pdf')).toBe(2);
  });

  test('are not told by what letter paper and web pages add', () => {
    expect(pageOf('Bij beantwoording de datum en ons kenmerk vermelden.')).toBeNull();
    expect(pageOf('Naar boven')).toBeNull();
  });

  test('are not told of a format that has form feeds or no pages', () => {
    expect(pageOf(running, 'docx')).toBeNull();
    expect(pageOf(running, 'html')).toBeNull();
  });
});
