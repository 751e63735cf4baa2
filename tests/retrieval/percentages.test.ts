import { expect, it } from 'vitest';
import { withPercentages } from '../../src/retrieval/question/percentages.ts';

it.each([
  ['Haalt het land de tweeprocentsnorm?', 'Haalt het land de 2%-norm?'],
  ['de 2-procentsnorm', 'de 2%-norm'],
  ['de drie procent regel', 'de 3% regel'],
  ['drieprocentregel', '3%-regel'],
  ['the two percent target', 'the 2% target'],
  ['two per cent', '2%'],
  ['vijfentwintig procent', '25%'],
  ['anderhalf procent', '1,5%'],
  ['1,5 procent van de begroting', '1,5% van de begroting'],
])('%j is searched as %j', (question, shares) => {
  expect(withPercentages(question)).toBe(shares);
});

it.each(['hoeveel procent van het bbp', 'een procentpunt', 'het percentage', 'de norm'])(
  '%j stays as it is',
  (text) => {
    expect(withPercentages(text)).toBe(text);
  },
);
