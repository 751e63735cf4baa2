import { describe, expect, it } from 'vitest';
import { hyphenFate } from '../../src/letters/hyphens.ts';
import { buildVocabulary } from '../../src/letters/vocabulary.ts';
import { letterOf } from './letters.ts';

const nothing = buildVocabulary([]);

describe('line-end hyphens without a vocabulary', () => {
  it.each([
    ['bondge', 'nootschap'],
    ['veiligheidssi', 'tuatie'],
    ['minis', 'teriële'],
    ['capaciteits', 'opbouw'],
    ['tweesporen', 'beleid'],
  ])('join %s|%s', (left, right) => {
    expect(hyphenFate(left, right, nothing)).toBe('join');
  });

  it.each([
    ['NAVO', 'verdragsgebied'],
    ['Trans', 'Atlantische'],
    ['Secretaris', 'Generaal'],
    ['secretaris', 'generaal'],
    ['minister', 'president'],
    ['niet', 'militaire'],
    ['NAVO2030', 'agenda'],
    ['COVID', '19'],
    ['F', '35'],
    ['e', 'mail'],
    ['defensie', 'uitgaven'],
    ['zee', 'egel'],
  ])('keep %s-%s', (left, right) => {
    expect(hyphenFate(left, right, nothing)).toBe('keep');
  });

  it.each([
    ['gevechts', 'en'],
    ['in', 'of'],
    ['', 'woord'],
  ])('leave %s-|%s alone', (left, right) => {
    expect(hyphenFate(left, right, nothing)).toBe('space');
  });
});

describe('line-end hyphens with a vocabulary', () => {
  it('follow what is written elsewhere, whatever its case', () => {
    const vocabulary = buildVocabulary([
      'De Defensievisie en de defensie-uitgaven van de NAVO-ministers, civiel-militair.',
    ]);
    expect(hyphenFate('Defensie', 'visie', vocabulary)).toBe('join');
    expect(hyphenFate('Defensie', 'uitgaven', vocabulary)).toBe('keep');
    expect(hyphenFate('NAVO', 'MINISTERS', vocabulary)).toBe('keep');
    expect(hyphenFate('civiel', 'militair', vocabulary)).toBe('keep');
  });

  it('follow the more frequent spelling, and the last compound of a long word', () => {
    const vocabulary = buildVocabulary(['zorg-instelling zorginstelling zorginstelling defensieplanningsproces']);
    expect(hyphenFate('zorg', 'instelling', vocabulary)).toBe('join');
    expect(hyphenFate('NAVO-defensie', 'planningsproces', vocabulary)).toBe('join');
  });

  it('know abbreviations in capitals from broken words in capitals', () => {
    const vocabulary = buildVocabulary(['De NAVO en haar operaties. Buitenlandse zaken.']);
    expect(hyphenFate('NAVO', 'OPERATIES', vocabulary)).toBe('keep');
    expect(hyphenFate('BUITEN', 'LANDSE', vocabulary)).toBe('join');
  });

  it('do not count the broken words themselves', () => {
    const vocabulary = buildVocabulary(['een bondge-\nnootschap en een NAVO- \r\nmissie']);
    expect(['bondge', 'nootschap', 'NAVO', 'missie'].map((word) => vocabulary.count(word))).toEqual([0, 0, 0, 0]);
  });
});

describe('hyphens in readable forms', () => {
  it('are joined over Windows line ends, page breaks, soft hyphens and links', () => {
    const source =
      'Het bondge-\r\nnootschap van de NAVO-\r\nlanden werkt samen bij crisis\u00AD\r\nbeheersing, zie https://www.navo-\r\nlanden.nl en de veiligheids-\r\n\fsituatie hier.';
    expect(letterOf(source).passages.map(({ text }) => text)).toEqual([
      'Het bondgenootschap van de NAVO-landen werkt samen bij crisisbeheersing, zie https://www.navo-landen.nl en de veiligheidssituatie hier.',
    ]);
  });

  it('are joined over a footer between the halves', () => {
    const source =
      'Dit gaat over de veiligheids-\n\nTweede Kamer, vergaderjaar 2017–2018, 28 676, nr. 280 3\n\n\n\nsituatie in Europa.';
    const letter = letterOf(source);
    expect(letter.passages[0]?.text).toBe('Dit gaat over de veiligheidssituatie in Europa.');
    expect(letter.passages[0]?.skipped).toHaveLength(1);
  });
});
