import { describe, expect, it } from 'vitest';
import { conceptsOf } from '../../src/retrieval/lexical/concepts.ts';
import { CorpusWords } from '../../src/retrieval/lexical/corpus-words.ts';
import { Lexicon } from '../../src/retrieval/lexical/lexicon.ts';
import { scoreConcepts, scoreGrams } from '../../src/retrieval/lexical/search.ts';
import { SentenceMatcher } from '../../src/retrieval/lexical/sentence-match.ts';
import { parseThesaurus } from '../../src/retrieval/lexical/thesaurus.ts';
import { LEXICAL_WEIGHTS } from '../../src/retrieval/lexical/weights.ts';

const TEXTS = [
  'De krijgsmacht krijgt nieuwe jachtvliegtuigen. Zij worden in 2024 geleverd.',
  'De Resolute Support missie (RSM) in Afghanistan wordt verlengd.',
  'Het kabinet verhoogt de defensie-uitgaven met 5 miljard euro.',
  'De commandostructuur van het bondgenootschap wordt aangepast.',
  'De veiligheidssituatie in de regio verslechtert.',
  'RSM telt honderd militairen.',
];
const THESAURI = [
  parseThesaurus(
    'krijgsmacht\tstrijdkrachten\tleger\tarmed forces, army\tdefensie\njachtvliegtuigen\tgevechtsvliegtuigen\tstraaljagers\tfighter jets\tF-35',
  ),
];
const lexicon = Lexicon.of(
  CorpusWords.of(TEXTS.map((text) => ({ sentences: text.split(/(?<=\.) /), context: '' }))),
  THESAURI,
);

function best(question: string, language: 'nl' | 'en' = 'nl'): number {
  const scores = scoreConcepts(conceptsOf(question, language, lexicon, LEXICAL_WEIGHTS), lexicon, LEXICAL_WEIGHTS);
  return scores.indexOf(Math.max(...scores));
}

describe('lexical search', () => {
  it.each([
    ['jachtvliegtuig', 0],
    ['vliegtuigen', 0],
    ['wat doet het leger', 0],
    ['straaljagers', 0],
    ['uitgaven van Defensie', 2],
    ['5 miljard', 2],
    ['vijf miljard', 2],
    ['comandostrucktuur', 3],
    ['structuur', 3],
    ['situatie veiligheid', 4],
    ['hoeveel militairen telt de Resolute Support missie', 5],
  ])('%j finds passage %d', (question, passage) => {
    expect(best(question)).toBe(passage);
  });

  it.each([
    ['new fighter jets for the army', 0],
    ['Afghanistan', 1],
  ])('English %j finds passage %d', (question, passage) => {
    expect(best(question, 'en')).toBe(passage);
  });

  it('makes an abbreviation find the words it stands for', () => {
    const scores = scoreConcepts(conceptsOf('RSM', 'nl', lexicon, LEXICAL_WEIGHTS), lexicon, LEXICAL_WEIGHTS);
    expect([...scores].flatMap((score, i) => (score > 0 ? [i] : []))).toEqual([1, 5]);
  });

  it('finds nothing for words that have nothing to do with it', () => {
    const scores = scoreConcepts(
      conceptsOf('appeltaart bakken', 'nl', lexicon, LEXICAL_WEIGHTS),
      lexicon,
      LEXICAL_WEIGHTS,
    );
    expect(Math.max(...scores)).toBe(0);
  });

  it('finds parts of words by character 4-grams, at most as much as the words themselves', () => {
    const scores = scoreGrams('verslechtering', lexicon);
    expect(scores.indexOf(Math.max(...scores))).toBe(4);
    expect(Math.max(...scores)).toBeGreaterThan(0);
  });

  it('says which sentence answers', () => {
    const concepts = conceptsOf('wanneer worden ze geleverd', 'nl', lexicon, LEXICAL_WEIGHTS);
    const [first, second] = new SentenceMatcher(concepts, lexicon.sentences).score(0);
    expect(second!).toBeGreaterThan(first!);
  });

  it('gives the same bytes, and the same scores, after loading', async () => {
    const bytes = lexicon.serialize();
    const loaded = await Lexicon.load(bytes);
    expect(loaded.serialize().equals(bytes)).toBe(true);
    const concepts = conceptsOf('leger', 'nl', loaded, LEXICAL_WEIGHTS);
    const scores = scoreConcepts(concepts, loaded, LEXICAL_WEIGHTS);
    expect(scores).toEqual(
      scoreConcepts(conceptsOf('leger', 'nl', lexicon, LEXICAL_WEIGHTS), lexicon, LEXICAL_WEIGHTS),
    );
  });

  it('serves an empty corpus', async () => {
    const empty = await Lexicon.load(Lexicon.of(CorpusWords.of([]), THESAURI).serialize());
    expect(scoreConcepts(conceptsOf('leger', 'nl', empty, LEXICAL_WEIGHTS), empty, LEXICAL_WEIGHTS)).toHaveLength(0);
  });
});
