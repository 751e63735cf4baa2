import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../src/letters/parse.ts';
import { periodAsked, speaksOf } from '../../src/retrieval/question/period.ts';
import { corpusOf } from './fixtures.ts';

function letterOf(date: string, sentence: string) {
  const source = `Den Haag, ${date}\n\nGeachte voorzitter,\n\n${sentence}\n\nDe Minister van Natuur,\nP. Zevende\n`;
  return corpusOf([parseLetter({ file: 'brief.txt', source })]).passages.filter(
    ({ passage }) => passage.kind === 'paragraph',
  );
}

const speaks = (date: string, sentence: string, question: string) => {
  const period = periodAsked(question);
  return letterOf(date, sentence).some((passage) => period !== null && speaksOf(period, passage));
};

describe('a passage speaks of a time', () => {
  test.each([
    ['26 november 2020', 'Op 15 december gaan de sportscholen dicht.', 'op 15 december 2020'],
    ['26 november 2020', 'Op 15 januari gaan de sportscholen open.', 'on 15 January 2021'],
    ['26 november 2020', 'In januari gaan de sportscholen open.', 'in januari 2021'],
    ['26 november 2020', 'Van 15 t/m 18 december is de school dicht.', 'op 17 december 2020'],
    ['10 januari 2021', 'Op 15 december gingen de sportscholen dicht.', 'in december 2020'],
    ['10 januari 2021', 'Op 15 december jl. gingen de sportscholen dicht.', 'in 2020'],
    ['10 juli 2020', 'Op 2 februari a.s. begint de bouw.', 'op 2 februari 2021'],
    ['1 mei 2023', 'Dat gebeurt op 29 februari 2024.', 'op 29 februari 2024'],
    ['1 mei 2019', 'Van 30 december 2020 tot 2 januari 2021 is het dicht.', 'in 2021'],
  ])('of %s: %s speaks of what is asked %s', (date, sentence, question) => {
    expect(speaks(date, sentence, `Wat gebeurt er ${question}?`)).toBe(true);
  });

  test.each([
    ['26 november 2020', 'Op 15 december gaan de sportscholen dicht.', 'op 15 december 2019'],
    ['26 november 2020', 'Op 15 december gaan de sportscholen dicht.', 'op 16 december 2020'],
    ['26 november 2020', 'Op 15 januari gaan de sportscholen open.', 'op 15 januari 2020'],
    ['10 januari 2021', 'Op 15 december gingen de sportscholen dicht.', 'op 15 december 2021'],
    ['26 november 2020', 'Op 15 december 2022 is het zover.', 'op 15 december 2020'],
  ])('of %s: %s speaks not of what is asked %s', (date, sentence, question) => {
    expect(speaks(date, sentence, `Wat gebeurt er ${question}?`)).toBe(false);
  });
});
