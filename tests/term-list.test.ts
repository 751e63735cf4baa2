import { describe, expect, it } from 'vitest';
import { anyTerm } from '../src/term-list.ts';

describe('a list of terms', () => {
  const list = anyTerm(`
    land(en)
    perso[on|nen]
    minister*
    hoeveel _ geld
    hoe ...10 van
    ^wie
    gaat ~ over$
    sinds 20##
    regio's
    per( )cent
  `);

  it.each([
    'Welk land is dat?',
    'de Landen',
    'personen',
    'de ministerraad',
    'hoeveel extra geld',
    'hoe denkt u van',
    '  «Wie is het?',
    'het gaat steeds weer en weer en weer over?',
    'sinds 2019',
    "de regio's",
    'per cent',
    'percent',
  ])('finds a term in %j', (text) => {
    expect(list.test(text)).toBe(true);
  });

  it.each([
    'Nederland',
    'landé',
    'perso',
    'administer',
    'hoeveel geld',
    'hoe lang duurt het werk van',
    'en wie?',
    'gaat het over ons',
    'sinds 1999',
    'regio',
  ])('finds none in %j', (text) => {
    expect(list.test(text)).toBe(false);
  });

  it('takes signs of patterns that are none of its own as they are', () => {
    expect(anyTerm('a.b').test('acb')).toBe(false);
    expect(anyTerm('c++').test('c++')).toBe(true);
  });
});
