import { expect, it } from 'vitest';
import { PostingsBuilder } from '../../src/retrieval/lexical/postings-builder.ts';
import { mergePostings } from '../../src/retrieval/lexical/postings-merge.ts';
import { randomNumbers } from '../support/random-numbers.ts';

const NAMES = 'brug dijk haven kade kanaal oever pont sluis steiger vaart water werf'.split(' ');

/** Of a passage its terms, each as often as it stands. */
type Terms = readonly number[];

function postingsOf(passages: readonly Terms[]) {
  const builder = new PostingsBuilder(NAMES);
  for (const terms of passages) {
    for (const term of terms) builder.count(term, 1);
    builder.next();
  }
  return builder.finish().postings;
}

it('postings of two parts of a corpus are put together as if they had been made at once, without what is gone', () => {
  const random = randomNumbers(20_261_130);
  for (let round = 0; round < 200; round++) {
    const passage = () => Array.from({ length: random(6) }, () => random(1 + random(NAMES.length)));
    const [before, made, whole]: [Terms[], Terms[], Terms[]] = [[], [], []];
    const [placesBefore, placesMade]: [number[], number[]] = [[], []];
    for (let left = random(12); left > 0; left--) {
      const terms = passage();
      const fate = random(4);
      if (fate === 0) {
        placesMade.push(whole.length);
        made.push(terms);
      } else {
        placesBefore.push(fate === 1 ? -1 : whole.length);
        before.push(terms);
      }
      if (fate !== 1) whole.push(terms);
    }
    const [a, b] = [postingsOf(before), postingsOf(made)];
    const { postings, numbers } = mergePostings(
      { postings: a, places: Int32Array.from(placesBefore) },
      { postings: b, places: Int32Array.from(placesMade) },
      whole.length,
    );
    const expected = postingsOf(whole);
    expect(postings.serialize().equals(expected.serialize()), `round ${round}`).toBe(true);
    expect([...numbers.before]).toEqual(a.terms.map((term) => expected.id(term) ?? -1));
    expect([...numbers.made]).toEqual(b.terms.map((term) => expected.id(term) ?? -1));
  }
});
