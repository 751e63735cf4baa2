import { describe, expect, test } from 'vitest';
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

describe('What only letters of another time say', () => {
  const of = (day: string, subject: string, text: string) =>
    `Den Haag, ${day}\n\nOnderwerp: ${subject}\n\n${text}\n\nDe Minister van Natuur,\nPiet Achtste\n`;
  const dogs = of(
    '3 juli 2024',
    'Politiehonden',
    'De politiehonden krijgen een nieuwe opleiding van de minister. Politiehonden horen bij de politie.',
  );
  const asked = async (then: string) => {
    const two = await askedLetters(lettersFrom({ 'honden.txt': dogs, 'wegen.txt': of('3 mei 2023', 'Wegen', then) }));
    return two.answerTo('Wat zei de minister in 2023 over politiehonden?');
  };

  test('is told of rather than what those of then say of something like it', async () => {
    const { answered, quotes, reason, related } = await asked('De politie is er.');
    expect([answered, quotes]).toEqual([false, []]);
    expect(reason).toMatch(/^Niet in 2023; in juli 2024 wel/);
    expect(related.map(({ file }) => file)).toEqual(['honden.txt']);
  });

  test('is not told of where those of then say it too', async () => {
    const { answered, quotes } = await asked('De politiehonden zijn er.');
    expect([answered, quotes.map(({ file }) => file)]).toEqual([true, ['wegen.txt']]);
  });
});
