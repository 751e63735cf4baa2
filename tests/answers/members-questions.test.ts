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
De veerpont vaart ook. Zie ook de antwoorden op Kamervragen van het lid Elfde (XYZ) naar aanleiding van het bericht
«Fort Wolfert verzakt» van 3 mei 2024.`,
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

describe('What ministers answered is asked of a paper of questions', () => {
  test.each([
    ['Wie heeft geantwoord op de vragen over de brug?', answeredBy],
    ['Welke minister heeft op de vragen over de brug geantwoord?', answeredBy],
    ['Wie antwoordde over de brug bij Delden?', answeredBy],
    ['Wanneer heeft de minister geantwoord over Gravex?', '25 maart 2025'],
    ['When did the minister answer about Gravex?', '25 maart 2025'],
    ['Wanneer antwoordde minister Tiende over de brug?', '25 maart 2025'],
  ])('%s', async (question, words) => {
    expect(await marked(question)).toEqual([['brug.txt', words]]);
  });

  test.each(['When did the minister answer about Torenvalk?', 'Wanneer antwoordde de Commissie over de brug?'])(
    '%s is no matter of a paper’s head',
    async (question) => {
      expect(await lookedUp(question)).toBeNull();
    },
  );
});

describe('Whether somebody asked', () => {
  const kalk =
    'Vragen van de leden Zesde (ABC) en Zevende (XYZ) aan de Minister van Natuur over kalk in het drinkwater';
  test.each([
    ['Heeft de XYZ vragen gesteld over de brug?', ['brug.txt', askedBy]],
    ['Heeft het lid Van der Meer vragen over de brug gesteld?', ['brug.txt', askedBy]],
    ['Stelde de ABC vragen over kalk?', ['kalk.txt', kalk]],
    ['Hebben Kamerleden vragen gesteld over kalk?', ['kalk.txt', kalk]],
    ['Did the XYZ ask questions about kalk?', ['kalk.txt', kalk]],
  ])('%s', async (question, quote) => {
    const { answered, tentative } = await answerTo(question);
    expect([answered, tentative]).toEqual([true, false]);
    expect(await marked(question)).toEqual([quote]);
  });

  test('where others did, it is not sure that these did not', async () => {
    const { quotes, tentative } = await answerTo('Heeft de ABC vragen gesteld over de brug?');
    expect([quotes.map(({ file }) => file), tentative]).toEqual([['brug.txt'], true]);
  });

  test.each(['Heeft de Commissie vragen gesteld over kalk?', 'Heeft de XYZ vragen gesteld over tuinkabouters?'])(
    '%s asks what a letter says',
    async (question) => {
      expect(await lookedUp(question)).toBeNull();
    },
  );
});

describe('Two questions in one', () => {
  test.each([
    ['Wie heeft de vragen over de brug gesteld en wie heeft ze beantwoord?', [askedBy, answeredBy]],
    ['Wie stelde en wie beantwoordde de vragen over de brug?', [askedBy, answeredBy]],
    ['Who asked the questions about the brug and who answered them?', [askedBy, answeredBy]],
    [
      'Wie heeft de vragen over de brug beantwoord en wanneer zijn ze ingezonden?',
      [answeredBy, 'ingezonden 6 maart 2025'],
    ],
  ])('%s', async (question, words) => {
    expect((await marked(question)).map(([, ...own]) => own.join(' '))).toEqual(words);
  });

  test('one that letters answer makes no two of it', async () => {
    expect(await lookedUp('Hoe hoog is de brug en wie heeft haar betaald?')).toBeNull();
  });
});

describe('Who asked about a name', () => {
  test.each([
    'Wie stelde de vragen over Torenvalk?',
    'Wie ondertekende het antwoord op de vragen over de brug van Torenvalk?',
  ])('%s: that only an answer says it makes it no subject', async (question) => {
    expect(await answerTo(question)).toMatchObject({ answered: false, quotes: [] });
  });

  test('the questions of another are not meant', async () => {
    expect(await answerTo('Wie beantwoordde de vragen van het lid Zesde over de brug?')).toMatchObject({ quotes: [] });
    expect(await marked('Wie beantwoordde de vragen van het lid Zesde over kalk?')).toHaveLength(1);
  });

  test.each([
    ['Wie stelde de vragen over Gravex?', askedBy],
    ['Wie stelde de vragen over de brug bij Delden?', askedBy],
    ['Wie stelde de vragen over Fort Wolfert?', 'het lid Elfde (XYZ)'],
  ])('%s', async (question, words) => {
    expect(await marked(question)).toEqual([['brug.txt', words]]);
  });
});
