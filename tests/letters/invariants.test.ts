import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectInvariants } from './invariants.ts';
import { letterOf, PARAGRAPH, seeds } from './letters.ts';

const LINES = [
  'Inleiding',
  'AFSCHRIKKING EN VERDEDIGING',
  '1. Irak',
  '1 Zie Kamerstuk 28 676, nr. 280.',
  '- een punt;',
  'Tweede Kamer, vergaderjaar 2017–2018, 28 676, nr. 280 3',
  'Pagina 2 van 4',
  '3',
  'https://www.nato.int/cps/en/natohq/x.htm',
  'De Minister van Defensie,',
  'A.Th.B. Bijleveld-Schouten',
  'Aan de Voorzitter van de Tweede Kamer der Staten-Generaal',
  'Den Haag, 4 november 2021',
  'Nr. 348 BRIEF VAN DE MINISTER VAN DEFENSIE',
  'Geachte voorzitter,',
  'Betreft',
  'Hierbij ontvangt u het verslag van de bijeenkomst van de NAVO-ministers van Defensie van 8 en 9 november jl.',
  'De ministers spraken over de verslechterende veiligheidssi-',
  'tuatie in het NAVO-',
  'verdragsgebied en over gevechts-',
  'en cybercapaciteiten.1 Het kabinet',
  'steunt dit.',
  '«in together, adjust together»',
  '😀 é̂\u00A0\u00AD\u200B',
  '-',
  '*',
  PARAGRAPH,
];
const BREAKS = ['\n', ' \n', '\n\n', '\n\n\n\n', '\r\n', '\f', '\n ', '\n\n  ', '\r', '\t'];

const oddLetter = fc
  .array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom(...BREAKS)), { minLength: 1, maxLength: 40 })
  .map((pairs) => pairs.flat().join(''));

describe('every letter', () => {
  it.each(seeds.map((letter) => [letter.file, letter] as const))('keeps its characters and spans: %s', (_, letter) => {
    expectInvariants(letter);
    expect(letter.passages.length).toBeGreaterThan(10);
  });

  it('keeps its characters and spans when made of real lines in any order', () => {
    fc.assert(
      fc.property(oddLetter, (source) => expectInvariants(letterOf(source))),
      { numRuns: 300 },
    );
  });

  it('keeps its characters and spans when it is any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (source) => expectInvariants(letterOf(source))),
      { numRuns: 300 },
    );
  });

  it('keeps them with one long sentence, also without spaces', () => {
    for (const source of ['ja, en '.repeat(1000), 'x'.repeat(5000), '😀a'.repeat(3000), 'a; b. '.repeat(900)]) {
      expectInvariants(letterOf(source));
    }
  });
});

describe('ids', () => {
  it('are the same every time and differ between letters that differ in a trailing blank only', () => {
    const [one, again, other] = [letterOf('Een brief.'), letterOf('Een brief.'), letterOf('Een brief. ')];
    expect(again).toEqual(one);
    expect(other.id).not.toBe(one.id);
  });

  it('tell equal passages of a letter apart', () => {
    const letter = letterOf('Dit is waar.\n\nDat niet.\n\nDit is waar.');
    const [first, , third] = letter.passages;
    expect(third?.text).toBe(first?.text);
    expect(third?.id).not.toBe(first?.id);
  });
});
