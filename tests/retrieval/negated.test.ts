import { describe, expect, test } from 'vitest';
import { saysContrary } from '../../src/retrieval/question/negated.ts';

describe('A passage says the contrary of what is asked', () => {
  test.each([
    ['Welke hangar is niet gerenoveerd?', 'De hangar in Gilze is volledig gerenoveerd.'],
    ['Welke gemeenten zijn nooit ingelicht?', 'Alle gemeenten zijn in mei ingelicht.'],
    ['Welke landen leveren geen wapens?', 'Duitsland levert wapens.'],
    ['Aan wie is de vergunning niet verleend?', 'De vergunning is in juni aan Delfzijl verleend.'],
  ])('%s %s', (question, text) => {
    expect(saysContrary(question, text)).toBe(true);
  });
});

describe('It may answer', () => {
  test.each([
    ['Welke hangar is niet gerenoveerd?', 'De hangar in Gilze is gerenoveerd, die in Eibergen niet.'],
    ['Welke hangar is niet gerenoveerd?', 'Behalve die in Eibergen is elke hangar gerenoveerd.'],
    ['Welke hangar is niet gerenoveerd?', 'De hangar in Eibergen wordt gesloopt.'],
    ['Welke hangar is gerenoveerd?', 'De hangar in Gilze is volledig gerenoveerd.'],
    ['Is de hangar niet gerenoveerd?', 'De hangar in Gilze is volledig gerenoveerd.'],
    ['Waarom is de hangar niet gerenoveerd?', 'De hangar kan pas in 2030 gerenoveerd worden.'],
    ['Welke hangar is niet alleen gerenoveerd?', 'De hangar in Gilze is gerenoveerd en vergroot.'],
    ['Welke hangar is gerenoveerd, terwijl dat niet nodig was?', 'De hangar is gerenoveerd waar dat nodig was.'],
    ['Welke hangar is het niet?', 'De hangar is gerenoveerd.'],
  ])('%s %s', (question, text) => {
    expect(saysContrary(question, text)).toBe(false);
  });
});
