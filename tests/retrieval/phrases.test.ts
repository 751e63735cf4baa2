import { describe, expect, test } from 'vitest';
import { phrases } from '../../src/retrieval/analysis/phrases.ts';

test('Capitals and accents are no other letters, and a letter with an accent begins no word', () => {
  const holds = phrases(`
    coördinatie van
    één *eis
  `);
  expect(holds('De COÖRDINATIE VAN het beleid')).toBe(true);
  expect(holds('Éen')).toBe(false);
  expect(holds('maar ÉÉN Hoofdeis')).toBe(true);
  expect(holds('eëén eis')).toBe(false);
});

describe('A list of phrases', () => {
  const holds = phrases(`
    besloten
    - ligt ... besloten
    - besloten zitting*
    nam/namen 1..3 aan
    steun*
    van gedachten (te) wissel*
    de V.N.
    *brief
    hun *verdrag/pact/*akkoord
    ^ (en/and) wie
    waar ...20 over $
    ^ ..1 hoe
  `);

  test.each([
    'De ministers besloten tot uitstel.',
    'BESLOTEN werd niets',
    'De Raad nam de verklaring aan.',
    'Zij namen een gezamenlijke EU-verklaring aan',
    'Nederland steunde dit.',
    'om van gedachten te wisselen',
    'zij zullen van gedachten wisselen',
    'bij de V.N. in New York',
    'In besloten zitting werd besloten te wachten.',
    'een Kamer-brief',
    'hun akkoord',
    'hun vredes-handelsverdrag',
    'hun Pact',
    '«En wie was dat?»',
    'Vertel: waar gaat dat over?',
    'Maar hoe dan',
  ])('holds in "%s"', (text) => {
    expect(holds(text)).toBe(true);
  });

  test.each([
    '',
    'onbesloten',
    'beslotenheid',
    'Daarin ligt, zo blijkt, alles besloten.',
    'in een besloten zitting',
    'De Raad nam aan.',
    'De Raad nam de lange en breed gesteunde verklaring aan.',
    'De Raad nam de tekst. Daaraan hield hij vast.',
    'ondersteuning',
    'van gedachten veranderd',
    'de VoN',
    'briefwisseling',
    'hun vredespact',
    'hun verdragspartner',
    'maar wie was dat?',
    'waar gaat het over volgens u',
    'waar gaat dat toch eigenlijk allemaal over',
    'waar pover',
    'en toch hoe',
  ])('does not hold in "%s"', (text) => {
    expect(holds(text)).toBe(false);
  });
});

test('A list is compiled once, when it is first asked', () => {
  const original = RegExp;
  const compiled: string[] = [];
  globalThis.RegExp = new Proxy(original, {
    construct(_, [source, flags]: [string, string]) {
      compiled.push(source);
      return new original(source, flags);
    },
  });
  try {
    const holds = phrases('een zeppelin');
    expect(compiled).toEqual([]);
    expect([holds('Een zeppelin vloog.'), holds('Een fiets reed.')]).toEqual([true, false]);
    expect(compiled).toHaveLength(1);
  } finally {
    globalThis.RegExp = original;
  }
});
