import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceRanges } from '../../src/letters/sentences.ts';

const sentences = (text: string): string[] => sentenceRanges(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    'Dit is gemeld in Kamerstuk 28 676, nr. 347 en elders.',
    'Het overzicht is gedeeld (Kamerstuk 28 676, nr. 347).',
    'De motie van het lid Brekelmans c.s. (Kamerstuk 21 501-02, nr. 2433) is uitgevoerd.',
    'Dat komt aan bod met o.a. specifiek de initiële versie.',
    'De Top van juni jl. is geslaagd en die op 14 juni a.s. volgt.',
    'Minister H.G.J. Kamp en A.Th.B. Bijleveld-Schouten tekenden met drs. K.H. Ollongren.',
    'Circa 1.900 medewerkers, bijv. Afghanen, m.b.t. Nederland, d.d. 12 mei 2021.',
    'Er zijn drie doelen: (1) sterk blijven, (2) sterker worden en (3) kiezen.',
    'De inzet (logistiek, bevoorrading etc.) is van belang.',
    'De partnerschappen (w.o. NAVO-EU) en art. 5. van het verdrag t.b.v. Oekraïne',
    '1. Inleiding',
  ])('one: %s', (text) => {
    expect(sentences(text)).toEqual([text]);
  });

  it.each([
    ['De Top was in juni jl.', 'Nederland was er ook.'],
    ['Het kost 5 mld.', 'Daarvan is de helft gedekt.'],
    ['Dat gebeurt in 2021.', '18 bondgenoten doen mee.'],
    ['Wat betekent dat?', '«Veel», zei hij.'],
    ['Hij zei: «Dat is goed.»', 'Daarna vertrok hij.'],
    ['Twee assistenten (Kamerstuk 27925 nr. 808).', 'Zij blijven.'],
    ['Dat is besloten!', '’s Middags was er een diner.'],
    ['Zo is het…', 'Of niet.'],
    ['Dat vraag ik u.', 'De Kamer beslist.'],
  ])('two: %s %s', (first, second) => {
    expect(sentences(`${first} ${second}`)).toEqual([first, second]);
  });

  it('cover all of a text but the spaces between them', () => {
    const word = fc.constantFrom('Een', 'brief', 'nr.', 'jl.', 'H.', '5.', '(1)', 'EU.', '«ja»', 'wat?', '…', '.', '!');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
        const text = words.join(' ');
        expect(sentences(text).join(' ')).toBe(text);
      }),
    );
  });
});
