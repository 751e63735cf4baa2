import { expect, it } from 'vitest';
import { formOf } from '../../src/retrieval/question/form.ts';

it('What is asked in words of details that are often missing speaks against an answer, in both languages', () => {
  for (const [detail, other] of [
    ['Hoeveel kost de nieuwe sluis?', 'Waarom komt er een nieuwe sluis?'],
    ['How much does the new lock cost?', 'Why is there to be a new lock?'],
  ] as const) {
    expect(formOf(detail)).toBeLessThan(formOf(other) - 1);
  }
});

it('Capitals, marks and how often a word stands make no difference; a subject alone says nothing', () => {
  expect(formOf('HOEVEEL kost het?!')).toBe(formOf('hoeveel kost het'));
  expect(formOf('hoeveel, hoeveel')).toBe(formOf('hoeveel hoeveel hoeveel'));
  expect(formOf('zeesluis terneuzen')).toBe(0);
  expect(formOf('')).toBe(0);
});
