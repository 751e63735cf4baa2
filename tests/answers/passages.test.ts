import { expect, test, vi } from 'vitest';
import { createPassages } from '../../src/answers/passages.ts';
import { parseLetter } from '../../src/letters/parse.ts';

/** Words that no two paragraphs share, so that none looks like what stands on every page. */
const word = (number: number) => `w${(Math.imul(number + 1, 2_654_435_761) >>> 0).toString(36)}`;

const letters = Array.from({ length: 130 }, (_, letter) => {
  const paragraphs = Array.from({ length: 45 }, (_, at) => {
    const number = letter * 100 + at;
    return `De ${word(3 * number)} ${word(3 * number + 1)} nummer ${number}x fregatten ${word(3 * number + 2)}.`;
  });
  return parseLetter({ file: `${letter}.txt`, source: `${paragraphs.join('\n\n')}\n` });
});
const corpus = {
  letters,
  passages: letters.flatMap((letter) => letter.passages.map((passage) => ({ letter, passage }))),
};

test('In a large library passages of a letter are suggested at once, those of all letters once they are ready', async () => {
  expect(corpus.passages.length).toBeGreaterThan(5_000);
  const { suggestPassages, quote } = await createPassages(corpus);
  for (const number of [7, 120, 7]) {
    const [hit] = suggestPassages(letters[number]?.id ?? '', `${number * 100 + 13}x freg`, 3);
    expect(hit?.text).toContain(` ${number * 100 + 13}x fregatten`);
    expect(quote(hit?.passageId ?? '')?.text).toBe(hit?.text);
  }
  expect(suggestPassages('no such letter', 'fregatten', 3)).toEqual([]);
  expect(suggestPassages(null, '12913x freg', 3)).toEqual([]);
  await vi.waitUntil(() => suggestPassages(null, '12913x freg', 3).length > 0, { timeout: 30_000 });
  expect(suggestPassages(null, '12913x freg', 3)[0]?.text).toContain(' 12913x fregatten');
});
