import { describe, expect, test } from 'vitest';
import { askedLetters } from '../support/asked-letters.ts';
import { lettersFrom } from '../support/letters-library.ts';

const answers = (about: string, opening: string, date: string) => `Den Haag, ${date}

Betreft: Beantwoording Kamervragen over ${about}

Geachte voorzitter,

${opening}

Vraag 1
Deelt u de mening van de leden Klaassen en Peters (QRS), die op 3 april 2023 vragen hebben ingezonden aan de Minister van Kunst?

Antwoord 1
Nee. Alles is veilig.

De Minister van Energie,
M. Veertiende
`;
const report = (council: string, opening: string, date: string) => `Den Haag, ${date}

Onderwerp: Verslag ${council}

Geachte voorzitter,

${opening}

De Minister van Verkeer,
N. Vijftiende
`;
const { answerTo, marked } = await askedLetters(
  lettersFrom({
    'centrales.txt': answers(
      'kerncentrales',
      'Hierbij zend ik u de antwoorden op de Kamervragen van de leden Van Dijk (ABC) en Smit (XYZ) aan de Minister van Energie over kerncentrales (ingezonden 7 mei 2024).',
      '1 juni 2024',
    ),
    'windmolens.txt': answers(
      'windmolens',
      'Het lid De Vries (ABC) heeft vragen gesteld over windmolens. De vragen zijn op 9 juli 2024 bij mij ingediend. Op 1 augustus 2024 is er geld beschikbaar gesteld.',
      '2 augustus 2024',
    ),
    'zonder.txt': answers(
      'dijken',
      'Hierbij beantwoord ik de vragen van de leden van uw Kamer over dijken. Op 4 mei 2024 is daarvoor geld beschikbaar gesteld.',
      '3 juni 2024',
    ),
    'transport.txt': report(
      'Transportraad van 9 december 2019',
      'Op 9 december 2019 in Rome sprak ik met een vriend.\n\nHierbij bied ik u het verslag aan van de Transportraad van 9 december 2019 in Brussel.',
      '2 februari 2020',
    ),
    'visserij.txt': report(
      'Visserijraad van 4 maart 2019',
      'De Visserijraad kwam in Valletta op 4 maart bijeen.',
      '2 april 2019',
    ),
    'milieu.txt': report(
      'Milieuraad van 5 maart 2018',
      'De Milieuraad van 5 maart 2018 duurde lang. In Delft was ik niet.',
      '2 april 2018',
    ),
  }),
);

describe('What only the opening of a letter says', () => {
  test.each([
    ['Welke Kamerleden stelden vragen over kerncentrales?', 'centrales.txt', 'de leden Van Dijk (ABC) en Smit (XYZ)'],
    ['Who asked the questions about kerncentrales?', 'centrales.txt', 'de leden Van Dijk (ABC) en Smit (XYZ)'],
    ['Wanneer zijn de vragen over kerncentrales ingezonden?', 'centrales.txt', 'ingezonden 7 mei 2024'],
    ['Aan wie zijn de vragen over kerncentrales gesteld?', 'centrales.txt', 'aan de Minister van Energie'],
    ['Wie stelde de vragen over windmolens?', 'windmolens.txt', 'Het lid De Vries (ABC)'],
    ['Wanneer zijn de vragen over windmolens ingediend?', 'windmolens.txt', '9 juli 2024 bij mij ingediend'],
    ['Waar was de Transportraad van december 2019?', 'transport.txt', '9 december 2019 in Brussel'],
    ['Waar was de Visserijraad van maart 2019?', 'visserij.txt', 'in Valletta op 4 maart'],
  ])('%s', async (question, file, words) => {
    expect(await marked(question)).toEqual([[file, words]]);
  });

  test.each([
    ['Wie stelde de vragen over dijken?', /staat niet wie de vragen stelde/],
    ['Wanneer zijn de vragen over dijken ingezonden?', /staat niet wanneer/],
    ['Aan wie zijn de vragen over dijken gesteld?', /“Beantwoording Kamervragen over dijken”/],
    ['Waar was de Milieuraad van maart 2018?', /staat niet waar/],
  ])('%s: that is not said', async (question, reason) => {
    const answer = await answerTo(question);
    expect(answer).toMatchObject({ answered: false, quotes: [] });
    expect(answer.reason).toMatch(reason);
  });
});
