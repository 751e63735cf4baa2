import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../src/letters/parse.ts';
import { conceptsOf } from '../../src/retrieval/lexical/concepts.ts';
import { LEXICAL_WEIGHTS } from '../../src/retrieval/lexical/weights.ts';
import { isSpokenOf } from '../../src/retrieval/spoken-of.ts';
import { corpusOf, prepared, wordEncoder } from './fixtures.ts';

const source = `Vergaderjaar 2024–2025

Aanhangsel van de Handelingen

1314

Vragen van het lid Van der Meer (XYZ) aan de Minister van Water over de sluis bij Delden (ingezonden 6 maart 2025).

Antwoord van Minister Derde (Water) (ontvangen 25 maart 2025).

Vraag 1
Bent u bekend met de berichten die de afgelopen maanden en jaren in kranten en tijdschriften en op de radio en de televisie
zijn verschenen, en met de vele reacties daarop van omwonenden, schippers, wandelaars, fietsers en toeristen uit de hele
provincie en ver daarbuiten, die zich in brieven, op bijeenkomsten, in inspraakavonden en tijdens rondleidingen hebben
uitgesproken over wat zij daar hebben gezien, gehoord en geroken, en klopt het dat de vergulde windvaan scheef hangt?

Antwoord 1
Ja, dat klopt.

Vraag 2
Hoe hoog is de sluis?

Antwoord 2
De sluis is negen meter hoog. De kazematten zijn begroeid met brandnetels.
`;
const corpus = corpusOf([parseLetter({ file: 'sluis.txt', source })]);
const { lexicon } = await prepared(wordEncoder(), corpus);
const speakOf = (question: string) =>
  isSpokenOf(conceptsOf(question, 'nl', lexicon, LEXICAL_WEIGHTS), corpus.letters, lexicon);

describe('Letters are about what members asked', () => {
  test.each(['Wie schilderde de vergulde windvaan?', 'Waarom hangt de windvaan scheef?', 'Wie bouwde de sluis?'])(
    '%s',
    (question) => {
      expect(speakOf(question)).toBe(true);
    },
  );

  test.each([
    'Wie veilde de kubistische windvaan in Parijs?',
    'Hoe kook ik soep van brandnetels?',
    'Wie won het songfestival?',
  ])('not: %s', (question) => {
    expect(speakOf(question)).toBe(false);
  });
});
