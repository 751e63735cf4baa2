import { describe, expect, test } from 'vitest';
import { leans, runOf, startOf } from '../../../src/answers/selection/leaning.ts';
import { sentencesOf } from '../../../src/answers/selection/sentences.ts';
import { lettersFrom } from '../../support/letters-library.ts';

describe('A sentence leans on the one before', () => {
  test.each([
    'Daarbij benadrukten vele bondgenoten het belang.',
    'Dit is van groot belang.',
    'Zij spraken daarover met de voorzitter.',
    'Ook kwam cyber aan de orde.',
    'Deze verbreding ligt in het verlengde van de inschatting.',
    'Op basis daarvan zal het kabinet wegen.',
    'Nederland heeft in dit kader nogmaals het belang van dialoog benadrukt.',
  ])('%s', (text) => {
    expect(leans(text)).toBe(true);
  });

  test.each([
    'De ministers spraken over munitie.',
    'Hierbij bied ik u het verslag aan.',
    'In deze brief ga ik in op de moties.',
    'Dit voorjaar starten de onderhandelingen.',
    'Zodra het plan gereed is, ontvangt u het.',
  ])('but not: %s', (text) => {
    expect(leans(text)).toBe(false);
  });
});

describe('A quote begins where its sentence can be understood', () => {
  const [letter] = lettersFrom({
    'a.txt': `Den Haag, 3 maart 2023

Munitie

De ministers spraken over munitie. Zij besloten tot een fonds. Dat gaat volgend jaar open. Dit gebeurt in Brussel.

Oefeningen

Daarbij sloten zij een akkoord.
`,
  });
  const all = sentencesOf(letter!);
  const at = (words: string) => all.findIndex(({ text }) => text.startsWith(words));

  test('with what it leans on, at most two sentences back', () => {
    expect(startOf(all, at('Zij'))).toBe(at('De ministers'));
    expect(startOf(all, at('Dit gebeurt'))).toBe(at('Zij'));
    expect(startOf(all, at('De ministers'))).toBe(at('De ministers'));
  });

  test('never in another section', () => {
    expect(startOf(all, at('Daarbij'))).toBe(at('Daarbij'));
    expect(runOf(all, at('Dit gebeurt'), at('Daarbij'))).toBeNull();
  });

  test('and reads as one', () => {
    expect(runOf(all, 0, 1)?.text).toBe('De ministers spraken over munitie. Zij besloten tot een fonds.');
  });
});
