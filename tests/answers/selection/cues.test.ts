import { describe, expect, test } from 'vitest';
import { type Cue, cuesOf } from '../../../src/answers/selection/cues.ts';

const sure = (text: string, cue: Cue, day = '2023-04-05') => cuesOf(text, day).get(cue) ?? 0;

describe('A decision', () => {
  test.each([
    'De ministers besloten tot een nieuw programma.',
    'De Raad stemde unaniem in met het voorstel.',
    'Bondgenoten nemen naar verwachting het actieplan aan.',
    'De leden kwamen na lang overleg overeen dat de grens opengaat.',
    'De richtsnoeren zijn door de Raad vastgesteld.',
    'De ministers gaven de Commissie opdracht om te komen tot een plan.',
  ])('%s', (text) => {
    expect(sure(text, 'decision')).toBe(1);
  });

  test.each([
    'Dat ligt in de plannen van de Commissie besloten.',
    'De ministers spraken in besloten sessie over het plan.',
    'Het weer was goed.',
  ])('is not: %s', (text) => {
    expect(sure(text, 'decision')).toBe(0);
  });

  test('that was taken long before the meeting counts less', () => {
    expect(sure('In december 2019 besloten de leiders tot een onderzoek.', 'decision')).toBeLessThan(1);
    expect(sure('Op 4 april 2023 besloten de ministers tot een onderzoek.', 'decision')).toBe(1);
  });
});

describe('A position', () => {
  test.each([
    'Nederland heeft het belang van dialoog benadrukt.',
    'Het kabinet is voorstander van dit voorstel.',
    'Ik heb aangegeven dat de tekst eerst af moet zijn.',
    'Wij vinden dat dit anders moet.',
  ])('%s', (text) => {
    expect(sure(text, 'position')).toBe(1);
  });

  test('is not what others say', () => {
    expect(sure('Duitsland vraagt aandacht voor het vervoer van dieren.', 'position')).toBe(0);
  });
});

describe('What comes next', () => {
  test.each([
    'De volgende vergadering vindt plaats op 28 april 2023 in Stockholm.',
    'In juni 2023 wordt hierover een besluit genomen.',
  ])('%s', (text) => {
    expect(sure(text, 'next')).toBe(1);
  });

  test('is not what lies behind, or what has no known day to count from', () => {
    expect(sure('In juni 2021 werd hierover een besluit genomen.', 'next')).toBe(0);
    expect(cuesOf('De zitting is op 2 mei 2023.', null).has('next')).toBe(false);
  });
});
