import { expect, test } from 'vitest';
import { knownLetter } from '../../src/indexing/passages-before.ts';
import { corpusPassages, readCorpus, writeCorpus } from '../../src/indexing/stored.ts';
import { readLetters } from '../../src/letters/read.ts';
import { passageParts } from '../../src/retrieval/retrieval-data.ts';
import { SEEDS } from '../support/folders.ts';

const { letters } = await readLetters(SEEDS);

test('A letter is known again wherever it was read from', async () => {
  const { letters: stored } = await readCorpus('index', writeCorpus({ letters, passages: corpusPassages(letters) }));
  expect(stored.map(knownLetter)).toEqual(letters.map(knownLetter));
});

test('Whatever changes what is read of a passage makes it another letter', () => {
  for (const letter of letters) {
    const { checksum } = knownLetter(letter);
    const parts = letter.passages.map((passage) => passageParts({ letter, passage }));
    const first = letter.passages[0]!;
    const changed = [
      { ...letter, title: 'Een andere titel' },
      { ...letter, source: letter.source.replace(/e/g, 'a') },
      { ...letter, joins: [{ start: first.start + 1, end: first.start + 2 }] },
      { ...letter, sections: letter.sections.map((section) => ({ ...section, title: 'Een ander kopje' })) },
      { ...letter, sections: letter.sections.map((section) => ({ ...section, question: 'Een andere vraag?' })) },
      { ...letter, passages: letter.passages.map((passage) => ({ ...passage, sentences: [], text: 'Anders.' })) },
      {
        ...letter,
        passages: letter.passages.map((passage) => ({ ...passage, sentences: passage.sentences.slice(1) })),
      },
      {
        ...letter,
        passages: letter.passages.map((passage) => ({
          ...passage,
          skipped: [{ start: passage.start, end: passage.start + 3 }],
        })),
      },
    ];
    for (const [number, one] of changed.entries()) {
      const others = one.passages.map((passage) => passageParts({ letter: one, passage }));
      expect(others, `${letter.file}, change ${number}`).not.toEqual(parts);
      expect(knownLetter(one).checksum, `${letter.file}, change ${number}`).not.toBe(checksum);
    }
  }
});
