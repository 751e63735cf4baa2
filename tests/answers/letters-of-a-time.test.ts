import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answers/schema.ts';
import { askedLetters } from '../support/asked-letters.ts';
import { lettersFrom } from '../support/letters-library.ts';

const letterOf = (date: string, about: string) => `Den Haag, ${date}

Hierbij informeer ik u over ${about}.

De Minister van Natuur,
P. Zevende
`;

const letters = lettersFrom({
  '2009.txt': letterOf('4 mei 2009', 'de otters'),
  '2012.txt': letterOf('1 juni 2012', 'de bevers'),
  '2015.txt': letterOf('3 november 2015', 'de dassen'),
  '2020.txt': letterOf('15 juni 2020', 'de otters'),
  '2021.txt': `Hierbij ontvangt u de geannoteerde agenda van de Natuurraad van 17 februari 2021.

De bevers komen aan de orde.

De Minister van Natuur,
P. Zevende
`,
});
const { answerTo, lookedUp, marked } = await askedLetters(letters, '2021-02-25T12:00:00Z');
/** The years for which the files are called that an answer lists, each in its place. */
const listed = ({ letters: ids }: Answer) =>
  ids.map((id) => letters.find((letter) => letter.id === id)?.file.replace('.txt', ''));

describe('The letters of several times, or of one that is bounded', () => {
  test.each([
    ['Welke brieven zijn er van 2009 tot 2015?', ['2015', '2012', '2009']],
    ['Which letters are there from 2009 to 2015?', ['2015', '2012', '2009']],
    ['Welke brieven heb je tussen 2010 en 2015?', ['2015', '2012']],
    ['Welke brieven heb je uit de periode 2009-2012?', ['2012', '2009']],
    ['Welke brieven zijn er uit 2009 en 2015?', ['2015', '2009']],
    ['Welke brieven zijn er van vóór 2015?', ['2012', '2009']],
    ['Welke brieven zijn er sinds 2015?', ['2021', '2020', '2015']],
    ['Heb je brieven van na 2015?', ['2021', '2020']],
    ['Do you have letters since 2015?', ['2021', '2020', '2015']],
    ['Welke brieven zijn er over otters sinds 2015?', ['2020']],
    ['Welke brieven zijn er sinds 2012 over bevers?', ['2021', '2012']],
    ['Welke brieven zijn er uit juni en juli 2020?', ['2020']],
    ['Welke brieven zijn er van 1 t/m 30 juni 2020?', ['2020']],
    ['Welke brieven zijn er van vóór 2009?', []],
    ['Welke brieven zijn er in 2020 verschenen over otters?', ['2020']],
    ['Welke brieven zijn er verschenen over otters?', ['2020', '2009']],
    ['Welke brieven zijn er over otters in 2020 gepubliceerd?', ['2020']],
    ['Welke brieven zijn sinds 2012 naar de Kamer gestuurd over bevers?', ['2021', '2012']],
    ['Welke brieven verschenen er in 2015?', ['2015']],
    ['Welke brieven heb je ontvangen uit 2015?', ['2015']],
    ['Which letters were published in 2020 about otters?', ['2020']],
    ['Which letters have been received since 2020?', ['2021', '2020']],
    ['Welke brieven uit 2020 heb je?', ['2020']],
    ['Welke brieven over otters zijn er?', ['2020', '2009']],
    ['Welke brieven van minister Zevende heb je uit 2015?', ['2015']],
    ['Welke brieven uit 2020 gaan over otters?', ['2020']],
    ['Which letters about otters do you have?', ['2020', '2009']],
    ['Which letters from 2020 are about otters?', ['2020']],
  ])('%s', async (question, files) => {
    const answer = await answerTo(question);
    expect(answer).toMatchObject({ answered: false, reasonCode: 'letters_asked' });
    expect(listed(answer)).toEqual(files);
  });

  test('words that bound a time bound nothing else', async () => {
    expect(await lookedUp('Welke brieven zijn er na de zomer verstuurd?')).toBeNull();
    expect(await lookedUp('Welke brieven zijn er voor gemeenten?')).toBeNull();
  });

  test.each([
    'Hoeveel brieven zijn er in 2020 verstuurd over otters?',
    'Welke brieven zijn er in 2020 verstuurd aan gemeenten?',
    'Welke brieven zijn in 2020 verschenen die over otters gaan?',
    'Welke brieven zijn er over otters nooit verschenen?',
    'Welke documenten zijn gepubliceerd over otters?',
    'Welke brieven zijn door de otters verscheurd?',
    'Welke brieven over otters heeft de minister beloofd?',
    'Welke brieven van Zevende heb je gelezen?',
    'Hoeveel brieven over otters zijn er verstuurd?',
    'Which letters about otters are there coming?',
  ])('%s asks what happened', async (question) => {
    expect(await lookedUp(question)).toBeNull();
  });

  test('words for a time within a subject are part of it', async () => {
    expect(await lookedUp("Which letters do you have about this year's otters?")).not.toBeNull();
  });
});

describe('The letters of a time that only today tells', () => {
  test.each([
    ['Welke brieven heb je van dit jaar?', ['2021']],
    ['Which letters do you have from last year?', ['2020']],
    ['Welke brieven zijn er van deze maand?', ['2021']],
    ['Welke brieven zijn er uit de afgelopen maand?', ['2021']],
    ['Is er een brief van vorige week?', ['2021']],
    ['Is er een brief van deze week?', []],
    ['Welke brieven zijn er van gisteren?', []],
    ['Welke brieven zijn er van de laatste twee weken over otters?', []],
    ['Welke brieven zijn er van de laatste twaalf maanden?', ['2021', '2020']],
    ['Which letters are there from the past 9 months?', ['2021', '2020']],
    ['Welke brieven zijn er van vorig jaar over otters?', ['2020']],
    ['Welke brieven zijn er sinds vorig jaar?', ['2021', '2020']],
    ['Welke brieven zijn er dit jaar verschenen?', ['2021']],
    ['Which letters were published this year?', ['2021']],
    ['Welke brieven stuurde Zevende vorig jaar?', ['2020']],
    ['brieven van vorig jaar', ['2020']],
    ['Brieven van deze maand', ['2021']],
  ])('%s', async (question, files) => {
    const answer = await answerTo(question);
    expect(answer).toMatchObject({ answered: false, reasonCode: 'letters_asked' });
    expect(listed(answer)).toEqual(files);
  });

  test.each([
    'Welke brieven zijn er onlangs verschenen over otters?',
    'Welke brieven zijn er van de afgelopen jaren?',
    'Which letters are there from the last few years?',
    'Welke brieven zijn er van de laatste 9999999999 jaar?',
    'Welke brieven zijn er van de laatste week van juni 2020?',
  ])('%s: which days are meant is not known', async (question) => {
    expect(await lookedUp(question)).toBeNull();
  });

  test('a letter is found by it too, also by who asks on', async () => {
    expect(await marked('Wanneer is de brief van vorig jaar geschreven?')).toEqual([['2020.txt', '15 juni 2020']]);
    const before = 'Wanneer is de brief van vorig jaar geschreven?';
    expect((await answerTo('En wie ondertekende die?', before)).quotes.map(({ file }) => file)).toEqual(['2020.txt']);
  });

  test('the day is that of the Netherlands', async () => {
    const newYear = await askedLetters(letters, '2020-12-31T23:30:00Z');
    expect(listed(await newYear.answerTo('Welke brieven zijn er van dit jaar?'))).toEqual(['2021']);
  });
});

describe('Letters that are named with nothing else', () => {
  test.each([
    ['De brieven over otters', ['2020', '2009']],
    ['alle brieven uit 2015', ['2015']],
    ['letters from 2020', ['2020']],
  ])('%s', async (question, files) => {
    expect(listed(await answerTo(question))).toEqual(files);
  });

  test.each(['brieven van burgers', 'De brieven over egels', 'Brieven over otters: hoe lang duurt dat?', 'otters'])(
    '%s is searched for',
    async (question) => {
      expect(await lookedUp(question)).toBeNull();
    },
  );
});
