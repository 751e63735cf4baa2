import { describe, expect, test } from 'vitest';
import { askedLetters } from '../support/asked-letters.ts';
import { lettersFrom } from '../support/letters-library.ts';

const paper = (number: number, asked: string, answered: string, body: string) => `Tweede Kamer der Staten-Generaal

Vergaderjaar 2024–2025

Aanhangsel van de Handelingen

${number}

${asked} (ingezonden 6 maart 2025).

${answered} (ontvangen 25 maart 2025).

${body}
`;

const letters = lettersFrom({
  'brug.txt': paper(
    1314,
    'Vragen van het lid Van der Meer (XYZ) aan de Minister van Infrastructuur over de brug bij Delden',
    'Antwoord van Minister Tiende (Infrastructuur)',
    `Vraag 1
Bent u bekend met het bericht «Gravex kocht de brug»?

Antwoord 1
Ja. De brug is negen meter hoog. De gemeente Assen koos eerder Torenvalk als aannemer.
De veerpont vaart ook.`,
  ),
  'kalk.txt': paper(
    1315,
    'Vragen van de leden Zesde (ABC) en Zevende (XYZ) aan de Minister van Natuur over kalk in het drinkwater',
    'Antwoord van Minister Achtste (Natuur)',
    `Vraag 1
Hoeveel kalk zit er in het drinkwater?

Antwoord 1
Weinig. De Commissie gaf vorig jaar antwoord aan de lidstaten.`,
  ),
  'molens.txt': `Den Haag, 3 april 2025

Onderwerp: De molens bij Delden

Hierbij informeer ik uw Kamer over de molens bij Delden. De molens draaien weer. De Commissie ondertekende een verdrag.

De Minister van Natuur,
Piet Achtste
`,
});
const { answerTo, marked, lookedUp } = await askedLetters(letters);
const askedBy = 'Vragen van het lid Van der Meer (XYZ) aan de Minister van Infrastructuur over de brug bij Delden';
const answeredBy = 'Minister Tiende (Infrastructuur)';

describe('An answer to members is a letter', () => {
  test.each([
    ['Wie ondertekende het antwoord op de vragen over de brug?', answeredBy],
    ['Wie ondertekende de antwoorden over de brug?', answeredBy],
    ['Van wie is het antwoord over de brug?', answeredBy],
    ['Who signed the reply to the questions about the brug?', answeredBy],
    ['Wanneer is het antwoord over de brug ontvangen?', '25 maart 2025'],
    ['Wanneer zijn de antwoorden op de vragen over de brug binnengekomen?', '25 maart 2025'],
    ['Wanneer kwam het antwoord op de vragen over de brug?', '25 maart 2025'],
    ['When was the answer about the brug received?', '25 maart 2025'],
    ['Welk nummer heeft het antwoord over de brug?', '1314'],
  ])('%s', async (question, words) => {
    expect(await marked(question)).toEqual([['brug.txt', words]]);
  });

  test.each([
    'Wie gaf het antwoord van de Commissie aan de lidstaten?',
    'Wanneer is het antwoord van de Commissie ontvangen?',
    'Wanneer zijn de antwoorden van de lidstaten over kalk ontvangen?',
    'Wat is het antwoord op de kalk?',
  ])('%s asks what a letter says', async (question) => {
    expect(await lookedUp(question)).toBeNull();
  });
});
