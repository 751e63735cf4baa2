import { expect, test } from 'vitest';
import { askedLetters } from '../support/asked-letters.ts';
import { lettersFrom } from '../support/letters-library.ts';

const letters = lettersFrom({
  'molens.txt': `Den Haag, 3 juli 2024

Onderwerp: De molens bij Delden

De bouw van de molens bij Delden is in mei 2023 begonnen. De molens krijgen houten wieken.

In 2022 heb ik uw Kamer gemeld dat de sluis bij Assen negen meter hoog is.

De Minister van Natuur,
Piet Achtste
`,
});
const { answerTo } = await askedLetters(letters);

test('a year that only stands in another year’s letter makes nothing there a word of that year', async () => {
  const answer = await answerTo('Wat zei de minister in 2023 over de molens bij Delden?');
  expect(answer).toMatchObject({ answered: false, quotes: [], reasonCode: 'not_then' });
  expect(answer.reason).toMatch(/^Ik heb geen brief van 2023; (?:misschien wel )?in juli 2024/);
  expect(answer.related.map(({ text }) => text)).toEqual([expect.stringContaining('molens')]);
});

test.each([
  ['Wat gebeurde er in 2023 met de molens bij Delden?', 'mei 2023'],
  ['Wat zei de minister in 2022 over de sluis bij Assen?', 'negen meter'],
  ['Wat zei de minister in 2024 over de molens bij Delden?', 'wieken'],
])('%s', async (question, words) => {
  const { answered, quotes } = await answerTo(question);
  expect([answered, quotes[0]?.text]).toEqual([true, expect.stringContaining(words)]);
});
