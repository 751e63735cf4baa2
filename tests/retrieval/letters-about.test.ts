import { describe, expect, it } from 'vitest';
import { parseLetter } from '../../src/letters/parse.ts';
import { lettersAbout } from '../../src/retrieval/letters-about.ts';
import { buildLexicon } from '../../src/retrieval/retrieval-data.ts';
import type { Language } from '../../src/retrieval/types.ts';
import { corpusOf } from './fixtures.ts';

const written = (subject: string, body: string) => `Den Haag, 3 maart 2025

Betreft: ${subject}

Met deze brief informeer ik uw Kamer over de stand van zaken.

Dit biedt bescherming aan wie dat nodig heeft.

${body}
`;
const letters = Object.entries({
  kamervragen: written('Beantwoording Kamervragen over schoolboeken', 'De boeken worden goedkoper.'),
  uitstoot: written('Aanpak van COVID-19 op schepen', 'De haven van Delden is gesloten.'),
  boeken: written('Boeken voor bibliotheken', 'Alle bibliotheken krijgen boeken. In Delden ook schoolmeubels.'),
  vermogen: written('Heffing op vermogen', 'De belasting op vermogen stijgt.'),
  asiel: written('Onderdak voor asielzoekers', 'Er komen bedden bij.'),
}).map(([name, source]) => parseLetter({ file: name, source }));
const corpus = corpusOf(letters);
const lexicon = buildLexicon(corpus);
const about = (subject: string, language: Language) =>
  lettersAbout(subject, language, letters, { corpus, lexicon }).map(({ file }) => file);

describe('The letters about a subject', () => {
  it.each([
    ['boeken', 'nl', ['boeken'], 'a word goes before a part of a compound'],
    ['schoolboeken', 'nl', ['kamervragen'], 'a compound goes before its parts'],
    ['COVID-schepen', 'nl', ['uitstoot'], 'the sides of a hyphen'],
    ['corona', 'nl', ['uitstoot'], 'names of which each is the other’s'],
    ['vluchtelingen', 'nl', ['asiel'], 'names of which each is the other’s'],
    ['asylum seekers', 'en', ['asiel'], 'a translation'],
    ['vermogn', 'nl', ['vermogen'], 'a slip'],
    ['schoolmeubels', 'nl', ['boeken'], 'a word that stands elsewhere'],
  ] as const)('%s (%s): %j, %s', (subject, language, files, _why) => {
    expect(about(subject, language)).toEqual(files);
  });

  it.each([
    ['woningen', 'a room is no chamber of parliament'],
    ['zorg', 'what is offered or protected is no health care'],
    ['box 3', 'what is taxed in it does not name it'],
    ['jeugdzorg', 'parts that are said in other words'],
  ])('%s: none, for %s', (subject) => {
    expect(about(subject, 'nl')).toEqual([]);
  });

  it('names none of them by a word that two say elsewhere', () => {
    expect(about('Delden', 'nl')).toEqual(['uitstoot', 'boeken']);
  });
});
