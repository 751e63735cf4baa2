import { describe, expect, it } from 'vitest';
import { findAbbreviations } from '../../src/retrieval/analysis/abbreviations.ts';
import { compoundSplitter } from '../../src/retrieval/analysis/compounds.ts';
import { terms } from '../../src/retrieval/analysis/terms.ts';
import { tokens } from '../../src/retrieval/analysis/tokens.ts';
import { editDistance, SpellingIndex } from '../../src/retrieval/analysis/typos.ts';
import { wordList } from '../../src/retrieval/analysis/word-list.ts';
import { listedWord, wordListedAs } from '../../src/retrieval/lexical/corpus-words.ts';

const forms = (text: string) => tokens(text).map((token) => token.form);
const list = wordList('nl');
const split = compoundSplitter((word) => list.get(word) ?? 0);

describe('tokens', () => {
  it.each([
    ['Defensie-uitgaven', ['defensieuitgaven']],
    ['F-35’s', ['f35']],
    ['F-35s, MQ9s, 1990s', ['f35', 'mq9', '1990s']],
    ['1.900 lokale medewerkers', ['1900', 'lokale', 'medewerkers']],
    ['Kamerstuk 28 676, nr. 348', ['kamerstuk', '28676', 'nr', '348']],
    ['één ministeriële top', ['1', 'ministeriele', 'top']],
    ['two or twee', ['2', 'or', '2']],
    ['5 March 2021', ['5', 'maart', '2021']],
    ['they may march', ['they', 'may', 'march']],
    ['H.G.J. Kamp', ['hgj', 'kamp']],
    ['3,5 procent', ['3.5', 'procent']],
    ['', []],
    ['🎉 ?!', []],
  ])('reads %j', (text, expected) => {
    expect(forms(text)).toEqual(expected);
  });

  it.each([
    ['Het OM is om', ['het', 'OM', 'is', 'om']],
    ['De WHO’s artsen', ['de', 'WHO', 'artsen']],
    ['IT', ['IT']],
    ['Dat is NIET zo', ['dat', 'is', 'niet', 'zo']],
    ['HET OM IS ER', ['het', 'om', 'is', 'er']],
    ['Nr. 3 BRIEF VAN DE MINISTER', ['nr', '3', 'brief', 'van', 'de', 'minister']],
    ['De WHO, UNICEF en IS', ['de', 'WHO', 'unicef', 'en', 'IS']],
    ['OM 2021', ['OM', '2021']],
    ['de heer I.S. Aan', ['de', 'heer', 'is', 'aan']],
    ['NAVO en EU', ['navo', 'en', 'eu']],
  ])('tells an abbreviation from the stop word it is spelt like in %j', (text, expected) => {
    expect(forms(text)).toEqual(expected);
  });

  it('tells it in a hyphened word too', () => {
    expect(tokens('De IS-strijders')[1]).toMatchObject({ form: 'isstrijders', parts: ['IS', 'strijders'] });
    expect(terms('het OM en IS-strijders', () => []).map(({ stem }) => stem)).toEqual([
      'OM',
      'isstrijder',
      'IS',
      'strijder',
    ]);
  });

  it('is listed by a corpus so that it can be read back', () => {
    for (const { form, parts } of tokens('Het OM en de IS-strijders in Noord-Syrië'))
      expect(wordListedAs(listedWord({ form, parts }))).toEqual({ form, parts });
  });

  it('keeps both sides of a hyphen', () => {
    expect(tokens('EU-NAVO')[0]).toMatchObject({ form: 'eunavo', parts: ['eu', 'navo'] });
  });

  it('takes a capital for a name only where the text does not just begin', () => {
    expect(tokens('Wanneer komt Canada').map((token) => token.capital)).toEqual([false, false, true]);
    expect(tokens('SACEUR zei')[0]?.capital).toBe(true);
    expect(tokens('Did May speak in March 2024').map((token) => token.capital)).toEqual([
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('compounds', () => {
  it.each([
    ['veiligheidssituatie', ['veiligheid', 'situatie']],
    ['onderhandelingsruimte', ['onderhandeling', 'ruimte']],
    ['lastenverdeling', ['lasten', 'verdeling']],
    ['luchtverdediging', ['lucht', 'verdediging']],
    ['samenwerking', []],
    ['minister', []],
    ['verantwoordelijkheid', []],
  ])('splits %s', (word, expected) => {
    expect(split(word)).toEqual(expected);
  });

  it('makes a compound and its parts find each other', () => {
    const stems = terms('de defensie-uitgaven en de huurtoeslag', split).map((term) => term.stem);
    expect(stems).toEqual(
      expect.arrayContaining(terms('defensie uitgaven huur toeslag', split).map((term) => term.stem)),
    );
  });
});

describe('abbreviations', () => {
  it.each([
    ['de Resolute Support missie (RSM) loopt', 'RSM', 'Resolute Support missie'],
    ['een Counter Hybrid Support Team (CHST) bestaat', 'CHST', 'Counter Hybrid Support Team'],
    ['het Nationaal Actieplan (hierna: NAP) is klaar', 'NAP', 'Nationaal Actieplan'],
    ['Enhanced Oppor-tunity Partners (EOPs)', 'EOP', 'Enhanced Oppor-tunity Partners'],
  ])('reads %j', (text, short, long) => {
    expect(findAbbreviations(text)).toEqual([{ short, long }]);
  });

  it.each(['de missie (civiel) loopt', 'de top (RSM)', '(RSM)', 'de raad (zie 2021)'])('finds none in %j', (text) => {
    expect(findAbbreviations(text)).toEqual([]);
  });
});

describe('typing errors', () => {
  const index = new SpellingIndex(['commandostructuur', 'verhoging', 'ministers', 'minister', 'navo', 'kosovo']);

  it.each([
    ['comandostructuur', 'commandostructuur'],
    ['verhooging', 'verhoging'],
    ['minsters', 'ministers'],
    ['nvao', 'navo'],
  ])('corrects %s', (wrong, right) => {
    expect(index.correct(wrong)[0]?.word).toBe(right);
  });

  it('leaves what is too far away, and short words', () => {
    expect(index.correct('appeltaart')).toEqual([]);
    expect(index.correct('nao')).toEqual([]);
  });

  it('counts slips', () => {
    expect(editDistance('abcd', 'abdc', 2)).toBe(1);
    expect(editDistance('abcd', 'abcde', 2)).toBe(1);
    expect(editDistance('abcd', 'wxyz', 2)).toBe(3);
  });
});

it('the splitter remembers the last words and not all there ever were', () => {
  const asked: string[] = [];
  const unknown = (word: string): number => {
    asked.push(word);
    return 0;
  };
  const splitter = compoundSplitter(unknown, 2);
  const looksAgain = (word: string): boolean => {
    asked.splice(0);
    splitter(word);
    return asked.length > 0;
  };
  for (const word of ['eersteletterwoord', 'tweedeletterwoord', 'derdeletterwoord']) splitter(word);
  expect(looksAgain('derdeletterwoord')).toBe(false);
  expect(looksAgain('eersteletterwoord')).toBe(true);
});
