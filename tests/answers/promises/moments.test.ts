import { describe, expect, test } from 'vitest';
import { momentOf } from '../../../src/answers/promises/moments.ts';

const at = (sentence: string, written: string | null = '2023-05-03', before = '') =>
  momentOf(sentence, { written, before, meeting: '2023-04-14' });

describe('By when something is promised', () => {
  test.each([
    ['Uw Kamer ontvangt dit plan zodra deze gereed is.', 'zodra deze gereed is'],
    ['Zoals eerder toegezegd zal Uw kamer een brief toegaan voor het zomerreces.', 'voor het zomerreces'],
    [
      'De beoordeling die ik u op 2 december 2022 in het vooruitzicht stelde, volgt voor 20 januari 2024.',
      'voor 20 januari 2024',
    ],
    ['Zoals ik u op 31 oktober heb toegezegd, zal ik u voorafgaand hieraan informeren.', 'voorafgaand hieraan'],
    ['Het kabinet stuurt uw Kamer binnen zes weken een beoordeling.', 'binnen zes weken'],
    ['Ik informeer u uiterlijk in het tweede kwartaal van 2024.', 'uiterlijk in het tweede kwartaal van 2024'],
    ['Ik zal u zo spoedig mogelijk, maar uiterlijk in juni, informeren.', 'uiterlijk in juni'],
    ['Hierover zal het kabinet uw Kamer informeren in het verslag.', 'in het verslag'],
    ['In Q1 2024 ontvangt uw Kamer de jaarlijkse rapportage.', 'In Q1 2024'],
    ['De Kamer zal jaarlijks vóór het zomerreces worden geïnformeerd.', 'jaarlijks vóór het zomerreces'],
    ['Ik zal u twee keer per jaar apart rapporteren.', 'twee keer per jaar'],
    ['De evaluatie van de regeling voor 2027 ontvangt uw Kamer in maart 2025.', 'in maart 2025'],
    ['De evaluatie ontvangt uw Kamer voor 2027.', 'voor 2027'],
    ['Voor 2027 ontvangt uw Kamer het plan, dat in 2028 ingaat.', 'Voor 2027'],
    ['De evaluatie volgt vóór 2025, en een kaart in maart 2025.', 'vóór 2025'],
    ['De evaluatie volgt nog voor 2025, en een kaart in maart 2025.', 'nog voor 2025'],
    ['De begroting voor 2027 ontvangt uw Kamer zo spoedig mogelijk.', 'voor 2027'],
    ['Het kabinet zal uw Kamer over relevante ontwikkelingen informeren.', null],
    ['Ik zal uw Kamer informeren over de kosten in 2026.', null],
    ['De verkenning op 8 september jl. wordt met u gedeeld.', null],
  ])('%s', (sentence, due) => {
    expect(at(sentence)?.words ?? null).toBe(due);
  });

  test.each([
    ['voor 1 juli 2023', null, '2023-06-30'],
    ['uiterlijk 1 juli', null, '2023-07-01'],
    ['uiterlijk in februari', null, '2024-02-29'],
    ['in Q2 2022', '2022-04-01', '2022-06-30'],
    ['in het eerste kwartaal van volgend jaar', '2024-01-01', '2024-03-31'],
    ['in het vierde kwartaal', '2023-10-01', '2023-12-31'],
    ['in de tweede helft van 2023', '2023-07-01', '2023-12-31'],
    ['dit najaar', '2023-09-01', '2023-11-30'],
    ['komend voorjaar', '2024-03-01', '2024-05-31'],
    ['voor de zomer', null, '2023-07-04'],
    ['na de zomer', '2023-09-01', null],
    ['na het reces', '2023-09-01', null],
    ['na het kerstreces', '2024-01-12', null],
    ['voor de kerst', null, '2023-12-24'],
    ['voor het einde van het jaar', null, '2023-12-30'],
    ['met Prinsjesdag', '2023-09-19', '2023-09-19'],
    ['begin 2024', '2024-01-01', '2024-04-30'],
    ['medio juni', '2023-06-11', '2023-06-20'],
    ['eind december', '2023-12-22', '2023-12-31'],
    ['binnen drie maanden', null, '2023-08-03'],
    ['binnen zes weken', null, '2023-06-14'],
    ['volgende maand', '2023-06-01', '2023-06-30'],
    ['dit jaar', '2023-01-01', '2023-12-31'],
    ['voorafgaand aan de Raad van 12 juni 2023', null, '2023-06-11'],
    ['in het verslag', '2023-04-14', null],
  ])('%s', (words, from, to) => {
    expect(
      at(`Ik zal uw Kamer ${words} informeren.`, words.includes('2022') ? '2022-01-10' : '2023-05-03'),
    ).toMatchObject({ from, to });
  });

  test('"voorafgaand hieraan" is the month that the sentence before names', () => {
    const before = 'Het voorstel wordt in februari 2024 voorgelegd.';
    expect(at('Ik zal u voorafgaand hieraan informeren.', '2023-11-21', before)).toMatchObject({
      from: '2024-02-01',
      to: '2024-02-29',
    });
  });

  test('without the day of the letter only what names its year has days', () => {
    expect(at('Ik zal u voor 1 juli 2023 informeren.', null)).toMatchObject({ to: '2023-06-30' });
    expect(at('Ik zal u voor de zomer informeren.', null)).toMatchObject({
      words: 'voor de zomer',
      from: null,
      to: null,
    });
  });
});
