import { describe, expect, it } from 'vitest';
import { CorpusWords, type LexicalText } from '../../src/retrieval/lexical/corpus-words.ts';
import { Lexicon } from '../../src/retrieval/lexical/lexicon.ts';
import { parseThesaurus } from '../../src/retrieval/lexical/thesaurus.ts';
import { randomNumbers } from '../support/random-numbers.ts';

const THESAURI = [
  parseThesaurus('zwerfvuil\tafval\tvuil op straat\tlitter\tkraakpers\nGlimwormradar\tGWR\t\tfirefly radar\tradar'),
];
/** Words of no list, and compounds of them, which are split only where their parts stand in the corpus too. */
const PARTS = ['brimstel', 'plurkwagen', 'snorrewit', 'flapdras', 'knoersel', 'wratelkop'];
const LISTED = ['minister', 'water', 'straat', 'radar', 'zwerfvuil', 'kraakpers', 'tien', 'een', 'de'];

function textOf(random: (below: number) => number): LexicalText {
  const one = (words: readonly string[]) => words[random(words.length)] ?? '';
  const word = () =>
    [
      () => one(LISTED),
      () => one(PARTS),
      () => `${one(PARTS)}s${one(PARTS)}`,
      () => `${one(PARTS)}-${one(LISTED)}${one(PARTS)}`,
      () => 'Glimwormradar (GWR)',
      () => `${one(PARTS)}${one(LISTED)}`,
    ][random(6)]?.() ?? '';
  const sentence = () => `${Array.from({ length: 1 + random(7) }, word).join(' ')}.`;
  return { context: random(3) === 0 ? '' : sentence(), sentences: Array.from({ length: 1 + random(3) }, sentence) };
}

describe('what is extended from a corpus before', () => {
  it('is, byte for byte, what is made anew, also where words come and go of which compounds are made', async () => {
    const random = randomNumbers(7);
    let splitAnew = 0;
    for (let round = 0; round < 60; round++) {
      const before = Array.from({ length: random(12) }, () => textOf(random));
      const kept = before.flatMap((text, number) => (random(4) === 0 ? [] : [{ text, number }]));
      const added = Array.from({ length: random(4) }, () => ({ text: textOf(random), number: -1 }));
      for (const one of added) kept.splice(random(kept.length + 1), 0, one);
      const texts = kept.map(({ text }) => text);
      const sameAs = Int32Array.from(kept, ({ number }) => number);

      const wordsBefore = CorpusWords.of(before);
      const made = Lexicon.of(wordsBefore, THESAURI);
      const lexicon = await Lexicon.load(made.serialize());
      const loaded = CorpusWords.load(wordsBefore.serialize());
      const others = kept.flatMap(({ text, number }) => (number < 0 ? [text] : []));
      const words = CorpusWords.from({ words: loaded, sameAs }, others);
      const fresh = CorpusWords.of(texts);
      expect(words.serialize().equals(fresh.serialize()), `words, round ${round}`).toBe(true);
      const anew = Lexicon.of(fresh, THESAURI);
      const updated = Lexicon.of(words, THESAURI, { lexicon, sameAs });
      expect(updated.serialize().equals(anew.serialize()), `round ${round}`).toBe(true);
      if (fresh.distinct.some((word) => anew.split(word).join() !== made.split(word).join())) splitAnew++;
    }
    expect(splitAnew).toBeGreaterThan(20);
  });

  it('must be given the texts of all other passages', () => {
    const before = { words: CorpusWords.of([]), sameAs: Int32Array.of(-1) };
    expect(() => CorpusWords.from(before, [])).toThrow('lacks its texts');
  });
});
