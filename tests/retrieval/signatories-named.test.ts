import { describe, expect, test } from 'vitest';
import { isCalled, knownAs } from '../../src/retrieval/question/called.ts';
import { saidBy } from '../../src/retrieval/question/said-by.ts';
import { signatoriesNamed } from '../../src/retrieval/question/signatories-named.ts';

const names = [
  "B. van 't Woud",
  'C.E.G. van Garderen',
  'J.C. de Visser',
  'Marianne van der Veld-Zomer',
  'ir. Tobias Elsinga',
  'mr. drs. A.Th.B. (Ans) Kramer-Smit',
  'P. Kamper',
];

describe('Signatories whom a question names', () => {
  test.each([
    ['Wat doet minister De Visser aan geluid?', 'De Visser', 'minister De Visser'],
    ['Wat doet Jan Kees de Visser aan geluid?', 'Jan Kees de Visser', 'Jan Kees de Visser'],
    ['Wat doet Karien van Garderen?', 'van Garderen', 'Karien van Garderen'],
    ['Wat doet minister van Garderen?', 'van Garderen', 'minister van Garderen'],
    ['Wat doet staatssecretaris Van ’t Woud?', 'Van ’t Woud', 'staatssecretaris Van ’t Woud'],
    ['Wat doet de minister van Financiën De Visser?', 'De Visser', 'de minister van Financiën De Visser'],
    ['Wat deed Minister Van der Veld?', 'Van der Veld', 'Minister Van der Veld'],
    ['Wat deed Ans Kramer-Smit?', 'Ans Kramer-Smit', 'Ans Kramer-Smit'],
    ['Tobias Elsinga deed wat?', 'Tobias Elsinga', 'Tobias Elsinga'],
    ['wat doet minister kamper?', 'kamper', 'minister kamper'],
    ['What does Finance Minister Elsinga do?', 'Elsinga', 'Minister Elsinga'],
  ])('%s', (question, name, words) => {
    const [named] = signatoriesNamed(question, names);
    expect(named).toMatchObject({ name, isPerson: true });
    expect(question.slice(named?.from, named?.end)).toBe(words);
  });

  test.each(['Pakte Kamper de bal?', 'Wat kost Kamper?'])('%s: the word alone need not be a name', (question) => {
    expect(signatoriesNamed(question, names)).toMatchObject([{ name: 'Kamper', isPerson: false }]);
  });

  test.each([
    'Wat kost kamper?',
    'Wat is Kamper Holland?',
    'Wat is de Kamper-brug?',
    'Wat deed minister Vissers?',
    'Wat deed minister van Financiën?',
  ])('%s: none', (question) => {
    expect(signatoriesNamed(question, names)).toEqual([]);
  });
});

describe('What a signatory is known as', () => {
  test.each([
    ['Jan Kees de Visser', 'Jan Kees de Visser'],
    ['Karien van Garderen', 'van Garderen'],
    ["Bas van 't Woud", "Bas van 't Woud"],
    ['Piet Elsinga', 'Piet Elsinga'],
    ['Piet Onbekend', 'Piet Onbekend'],
  ])('%s', (typed, known) => {
    expect(knownAs(typed, names)).toBe(known);
  });

  test('not by another’s first name where two have the last name', () => {
    expect(knownAs('Karien de Boer', ['A. de Boer', 'B. de Boer'])).toBe('Karien de Boer');
    expect(isCalled('A. de Boer', 'Karien de Boer')).toBe(false);
    expect(isCalled('Tobias Elsinga', 'Piet Elsinga')).toBe(false);
  });
});

describe('Where the name ends of who speaks', () => {
  test.each([
    ["Wat schrijft staatssecretaris Van 't Woud over schulden?", "Van 't Woud"],
    ['Wat zei minister van Garderen over werk?', 'van Garderen'],
    ['Wat vindt staatssecretaris Van der Veld van de Belastingdienst?', 'Van der Veld'],
    ['Wat zei Kamper Holland?', 'Kamper Holland'],
  ])('%s', (question, name) => {
    expect(saidBy(question, names)?.name).toBe(name);
  });

  test('a ministry is no name', () => {
    expect(saidBy('Wat schrijft de minister van Garderen en Buitenland over Iran?', ['P. Kamper'])).toBeNull();
  });
});
