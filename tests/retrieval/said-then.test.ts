import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../src/letters/parse.ts';
import { periodAsked } from '../../src/retrieval/question/period.ts';
import { asksWhatWasSaid, saidThen } from '../../src/retrieval/question/said-then.ts';
import { corpusOf } from './fixtures.ts';

const asks = (question: string) => {
  const period = periodAsked(question);
  return period !== null && asksWhatWasSaid(question, period);
};

describe('What somebody said in a time', () => {
  test.each([
    'Wat zei minister Zevende in 2023 over de molens?',
    'Wat zei de minister van Natuur in mei 2023 over de molens?',
    'Wat heeft het kabinet in 2023 over de molens gezegd?',
    'Wat schreef de minister in 2023 over de molens?',
    'Wat vond het kabinet in 2023 van de molens?',
    'Welke maatregelen kondigde het kabinet in 2023 aan?',
    'In 2023 beloofde de minister wat over de molens?',
    'Beloofde de minister in 2023 nieuwe molens?',
    'What did the minister say in 2023 about the mills?',
    'What did the government announce in 2023?',
  ])('%s', (question) => {
    expect(asks(question)).toBe(true);
  });

  test.each([
    'Wat gebeurde er in 2023 met de molens?',
    'Welke bijeenkomst vond in 2023 plaats?',
    'Wat zei de minister over de begroting in 2023?',
    'Wat zei de minister over de verkiezingen van 2023?',
    'Wat vond het kabinet van de cijfers in 2023?',
    'Wat kondigde het kabinet aan voor de zomer van 2023?',
    'Hoeveel molens werden in 2023 gebouwd?',
    'Welk rapport is in 2023 geschreven?',
    'What did the minister say about spending in 2023?',
  ])('not in: %s', (question) => {
    expect(asks(question)).toBe(false);
  });
});

const said = (date: string, sentence: string) => {
  const source = `${date}Geachte voorzitter,\n\n${sentence}\n\nDe Minister van Natuur,\nP. Zevende\n`;
  const { passages } = corpusOf([parseLetter({ file: 'brief.txt', source })]);
  return passages.some((each) => saidThen({ from: '2023-01-01', to: '2023-12-31', precision: 'year' }, each));
};
const WRITTEN = 'Den Haag, 3 juli 2024\n\n';

describe('What another time’s letter tells of what was said then', () => {
  test.each([
    'In mei 2023 meldde ik uw Kamer dat de molens draaien.',
    'In de brief van 29 juni 2023 is aangegeven dat de molens draaien.',
    'De provincie liet in 2023 weten dat de molens draaien.',
    'De molens draaien. Dat is in 2023 toegezegd.',
  ])('%s', (sentence) => {
    expect(said(WRITTEN, sentence)).toBe(true);
  });

  test.each([
    'Wij zijn in mei 2023 begonnen met de molens. Ik heb toegezegd dat zij blijven.',
    'In 2023 werd de bouw van de molens verschoven.',
    'Het bericht van 26 september 2023 gaat over de molens.',
    'In 2022 is toegezegd dat de molens draaien.',
  ])('not in: %s', (sentence) => {
    expect(said(WRITTEN, sentence)).toBe(false);
  });

  test('a letter without a date may be of then', () => {
    expect(said('', 'Wij zijn in mei 2023 begonnen met de molens.')).toBe(true);
  });
});
