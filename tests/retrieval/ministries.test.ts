import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../src/letters/parse.ts';
import { absentNames } from '../../src/retrieval/lexical/absent-names.ts';
import { conceptsOf } from '../../src/retrieval/lexical/concepts.ts';
import { ministriesThesaurus, ministryNames } from '../../src/retrieval/lexical/ministries.ts';
import { LEXICAL_WEIGHTS } from '../../src/retrieval/lexical/weights.ts';
import { lettersNamed } from '../../src/retrieval/question/letters-named.ts';
import { buildLexicon } from '../../src/retrieval/retrieval-data.ts';
import { corpusOf } from './fixtures.ts';

const letters = [
  parseLetter({
    file: 'sport.txt',
    source: `Den Haag, 3 maart 2020

Het kabinet opent de zwembaden weer. Dat is met OCW besproken.

De Minister van Volksgezondheid, Welzijn en Sport,
K. Eerste
`,
  }),
  parseLetter({
    file: 'spoor.txt',
    source: `Den Haag, 4 maart 2020

Het spoor wordt verdubbeld.

De Staatssecretaris van Infrastructuur en Waterstaat,
L. Tweede
`,
  }),
];
const corpus = corpusOf(letters);
const lexicon = buildLexicon(corpus);
const absent = (question: string) =>
  absentNames(question, conceptsOf(question, 'nl', lexicon, LEXICAL_WEIGHTS), lexicon);

describe('Ministries by their abbreviations', () => {
  test.each([
    ['VWS', ['Volksgezondheid, Welzijn en Sport']],
    ['ienw', ['Infrastructuur en Waterstaat']],
    ['J&V', ['Justitie en Veiligheid']],
    ['LNV', ['Landbouw, Natuur en Voedselkwaliteit', 'Landbouw, Natuurbeheer en Visserij']],
    ['NAVO', []],
  ])('%s', (short, names) => {
    expect(ministryNames(short)).toEqual(names);
  });

  test('each stands there once', () => {
    const short = ministriesThesaurus().entries.flatMap(({ headword }) => headword);
    expect(new Set(short.map((one) => one.toLowerCase())).size).toBe(short.length);
    expect(short.length).toBeGreaterThan(30);
  });

  test('are named by letters that are signed with the name', () => {
    expect(absent('Wat doet het ministerie van VWS?')).toEqual([]);
    expect(absent('Wat doet I&W met het spoor?')).toEqual([]);
    expect(absent('Wat doet SZW met het spoor?')).toEqual(['SZW']);
  });

  test.each([
    ['Wat doet het ministerie van VWS met zwembaden?', 'Wat doet de minister met zwembaden?', ['sport.txt']],
    ['Wat doet I&W met het spoor?', 'Wat doet de minister met het spoor?', ['spoor.txt']],
    ['What does IenW do about railways?', 'What does the minister do about railways?', ['spoor.txt']],
    ['Wie is de minister van VWS?', 'Wie is de minister van VWS?', []],
    ['Wat is met OCW besproken?', 'Wat is met OCW besproken?', []],
    ['Wat doet SZW?', 'Wat doet SZW?', []],
  ])('%s', (question, subject, files) => {
    const named = lettersNamed(question, corpus);
    expect(named.subject).toBe(subject);
    expect([...named.weight.keys()].map(({ file }) => file)).toEqual(files);
  });
});
