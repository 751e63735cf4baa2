import { describe, expect, test } from 'vitest';
import { corpusPassages } from '../../src/indexing/stored.ts';
import { conceptsOf } from '../../src/retrieval/lexical/concepts.ts';
import { LEXICAL_WEIGHTS } from '../../src/retrieval/lexical/weights.ts';
import { countedIn, counts } from '../../src/retrieval/question/counted.ts';
import { buildLexicon } from '../../src/retrieval/retrieval-data.ts';
import { lettersFrom } from '../support/letters-library.ts';

const letters = lettersFrom({
  'a.txt':
    'De 3500 extra aangeboden troepen zijn er. Vijf jachtvliegtuigen, zeven schepen en een brug over de rivier.\n',
});
const lexicon = buildLexicon({ letters, passages: corpusPassages(letters) });
const concepts = (question: string, language: 'nl' | 'en') => conceptsOf(question, language, lexicon, LEXICAL_WEIGHTS);

describe('What is counted', () => {
  test.each([
    ['Hoeveel schepen zijn er?', 'nl', 'schepen'],
    ['En hoeveel Nederlandse schepen liggen er?', 'nl', 'schepen'],
    ['How many Dutch ships are there?', 'en', 'ships'],
    ['Waar liggen de schepen?', 'nl', undefined],
  ] as const)('%s', (question, language, label) => {
    expect(countedIn(question, concepts(question, language))?.label).toBe(label);
  });

  test.each([
    ['Hoeveel schepen zijn er?', 'nl', 'Er zijn zeven schepen.', true],
    ['Hoeveel schepen zijn er?', 'nl', 'De zeven betrokken marines hebben schepen.', true],
    ['Hoeveel schepen zijn er?', 'nl', 'Schepen kosten zeven miljoen.', false],
    ['Hoeveel schepen zijn er?', 'nl', 'Op 3 mei 2021 kwamen de schepen.', false],
    ['Hoeveel schepen zijn er?', 'nl', 'Er zijn zevenhonderd schepen.', true],
    ['Hoeveel schepen zijn er?', 'nl', 'Er zijn tweeduizend schepen.', true],
    ['Hoeveel schepen zijn er?', 'nl', 'Er zijn een miljoen schepen.', true],
    ['Hoeveel vliegtuigen zijn er?', 'nl', 'Er zijn vijf jachtvliegtuigen.', true],
    ['Hoeveel soldaten zijn er?', 'nl', 'De 3500 extra aangeboden troepen zijn er.', true],
    ['How many ships are there?', 'en', 'Er zijn zeven schepen.', true],
    ['Hoeveel schepen zijn er?', 'nl', 'Er liggen geen Nederlandse schepen.', true],
    ['How many ships are there?', 'en', 'Er liggen geen schepen.', true],
    ['Hoeveel schepen zijn er?', 'nl', 'De schepen hebben geen haven.', false],
    ['Hoeveel schepen zijn er?', 'nl', 'Het is mij niet bekend hoeveel schepen er liggen.', true],
    ['Hoeveel schepen zijn er?', 'nl', 'Over de schepen worden geen cijfers bijgehouden.', true],
    ['Hoeveel schepen zijn er?', 'nl', 'Waar de schepen liggen is niet bekend.', false],
  ] as const)('%s %s %s: %s', (question, language, sentence, expected) => {
    const counted = countedIn(question, concepts(question, language));
    expect(counted).not.toBeNull();
    expect(counted && counts(sentence, counted, lexicon)).toBe(expected);
  });
});
