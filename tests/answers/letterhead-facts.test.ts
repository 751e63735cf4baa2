import { describe, expect, test } from 'vitest';
import { conversation } from '../../src/retrieval/question/follow-up.ts';
import { askedLetters } from '../support/asked-letters.ts';
import { lettersFrom } from '../support/letters-library.ts';

const letters = lettersFrom({
  'molens.txt': `Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal
Postbus 20018
2500 EA DEN HAAG

Datum
3 maart 2025

Onderwerp
De molens bij Delden

Ons kenmerk
BS2025001234

Uw kenmerk
2025Z00001

Hierbij informeer ik uw Kamer over de molens bij Delden. De molens draaien weer.

De Minister van Natuur,
A. B. Voorbeeld
`,
  'tunnels.txt': `28 676 NAVO

Nr. 702 BRIEF VAN DE MINISTERS VAN WEGEN EN VAN WATER

Den Haag, 4 april 2025

Geachte voorzitter,

Hierbij informeren wij uw Kamer over de tunnels. De tunnels zijn droog.

De Minister van Wegen,
C.D. Andelst

De Minister van Water,
E. F. Derde
`,
  'sluis.txt': `Tweede Kamer der Staten-Generaal

Vergaderjaar 2024–2025

Aanhangsel van de Handelingen

1314

Vragen van het lid Van der Meer (XYZ) aan de Minister van Water over de sluis bij Delden (ingezonden 6 maart 2025).

Antwoord van Minister Derde (Water) (ontvangen 25 maart 2025).

Vraag 1
Hoe hoog is de sluis?

Antwoord 1
De sluis is negen meter hoog. Er is een brief over de sluis toegezegd aan de provincie.
`,
});
const { answerTo, marked, lookedUp } = await askedLetters(letters);

describe('Who a letter is for', () => {
  test.each([
    'Aan wie is de brief over de molens gericht?',
    'To whom is the letter of 3 March 2025 addressed?',
    'Wie is de geadresseerde van de brief over de molens?',
    'Who received the letter of 3 March 2025?',
  ])('%s', async (question) => {
    expect((await marked(question)).map(([file, words]) => `${file}: ${words}`).join(' ')).toMatch(
      /^molens\.txt: Aan de Voorzitter van de Tweede Kamer (?:molens\.txt: )?der Staten-Generaal$/,
    );
  });

  test('a letter that only greets them does not name them', async () => {
    const { answered, reason } = await answerTo('Aan wie is de brief over de tunnels gericht?');
    expect([answered, reason]).toEqual([false, expect.stringContaining('alleen de aanhef: “Geachte voorzitter”')]);
  });

  test.each(['Aan wie zijn de vragen over de sluis gesteld?', 'To whom were the questions about the sluis put?'])(
    '%s',
    async (question) => {
      expect(await marked(question)).toEqual([['sluis.txt', expect.stringContaining('aan de Minister van Water')]]);
    },
  );
});

describe('Behind another question', () => {
  // A second paper, so that "those questions" could be others too.
  const other = `Tweede Kamer der Staten-Generaal

Aanhangsel van de Handelingen

1315

Vragen van het lid Zomer (ABC) aan de Minister van Wegen over de tol bij Hengelo (ingezonden 7 maart 2025).

Antwoord van Minister Andelst (Wegen) (ontvangen 26 maart 2025).

Vraag 1
Hoe hoog is de tol?

Antwoord 1
De tol is twee euro.
`;
  const asked = askedLetters([...letters, ...lettersFrom({ 'tol.txt': other })]);

  test.each([
    [['Hoe hoog is de sluis?', 'Wie stelde die vragen?'], 'sluis.txt', /Van der Meer/],
    [['Hoe hoog is de tol?', 'Who asked those questions?'], 'tol.txt', /Zomer/],
    [['Wie stelde de vragen over de sluis?', 'Wie beantwoordde die vragen?'], 'sluis.txt', /Derde/],
    [['Wie stelde de vragen over de sluis?', 'En over de tol?'], 'tol.txt', /Zomer/],
    [['Hoe hoog is de sluis?', 'Wie stelde die vragen?', 'Wie ondertekende die brief?'], 'sluis.txt', /Derde/],
  ])('what is asked of a letter is asked of the one that was spoken of: %j', async (questions, file, words) => {
    const { answerTo: answer } = await asked;
    let previous: string | undefined;
    for (const question of questions.slice(0, -1)) previous = conversation(question, previous);
    const [quote] = (await answer(questions.at(-1) ?? '', previous)).quotes;
    expect([quote?.file, quote?.text]).toEqual([file, expect.stringMatching(words)]);
  });

  test('“those questions” are nobody’s where none were spoken of', async () => {
    const { answerTo: answer } = await asked;
    expect((await answer('Wie stelde die vragen?', 'Draaien de molens?')).quotes).toEqual([]);
    expect((await answer('Wie stelde die vragen?')).quotes.map(({ file }) => file)).toEqual(['sluis.txt', 'tol.txt']);
  });
});

describe('“Aan wie?” behind another question', () => {
  const asOn = async (...questions: string[]) => {
    const previous = questions
      .slice(0, -1)
      .reduce<string | undefined>((kept, each) => conversation(each, kept), undefined);
    const { quotes, reason } = await answerTo(questions.at(-1) ?? '', previous);
    const [quote] = quotes;
    return quote ? [quote.file, ...quote.marks.map(({ start, end }) => quote.text.slice(start, end))] : reason;
  };
  const ofMolens = ['molens.txt', expect.stringMatching(/^Aan de Voorzitter van de Tweede Kamer/)];

  test.each([
    ['Wie stelde de vragen over de sluis?', 'Aan wie?'],
    ['Wanneer zijn de vragen over de sluis ingezonden?', 'En aan wie?'],
    ['Wie vroeg naar de sluis bij Delden?', 'Aan wie?'],
    ['Who asked the questions about the sluis?', 'To whom?'],
  ])('%s %s', async (...questions) => {
    expect(await asOn(...questions)).toEqual(['sluis.txt', 'aan de Minister van Water']);
  });

  test.each([
    ['Welke brieven zijn er over de molens?', 'Aan wie?'],
    ['Welke brieven stuurde Voorbeeld in 2025?', 'Aan wie?'],
    ['Is there a letter about the molens?', 'To whom?'],
    ['Wanneer is de brief over de molens gestuurd?', 'Aan wie stuurde hij die?'],
    ['Welke brieven heb je?', 'Hoe draaien de molens daarin?', 'Aan wie is die brief gericht?'],
    ['Wie stelde de vragen over de sluis?', 'En wie ondertekende de brief over de molens?', 'Aan wie?'],
  ])('%s %s', async (...questions) => {
    expect(await asOn(...questions)).toEqual(ofMolens);
  });

  test('is asked back where several letters were listed, and told of the one that was where it does not say', async () => {
    expect(await asOn('Welke brieven heb je?', 'Aan wie?')).toMatch(/meer dan één brief/);
    expect(await asOn('Is er een brief van minister Andelst?', 'Aan wie?')).toMatch(/alleen de aanhef/);
  });

  test('is asked of what letters tell where no letter was spoken of', async () => {
    expect(await lookedUp('Aan wie?', 'Wat is er toegezegd over de sluis?')).toBeNull();
    expect(await lookedUp('Aan wie?')).toBeNull();
  });
});

describe('What a letter is called by', () => {
  test.each([
    ['Wat is het kenmerk van de brief over de molens?', 'molens.txt', 'BS2025001234'],
    ['Wat is onze referentie van de brief van 3 maart 2025?', 'molens.txt', 'BS2025001234'],
    ['What is the reference number of the letter of 3 March 2025?', 'molens.txt', 'BS2025001234'],
    ['What is the reference number of the letter of 4 April 2025?', 'tunnels.txt', 'Nr. 702'],
    ['Wat is het nummer van het Aanhangsel over de sluis?', 'sluis.txt', '1314'],
    ['Welk aanhangselnummer hebben de antwoorden over de sluis?', 'sluis.txt', '1314'],
  ])('%s', async (question, file, words) => {
    expect((await marked(question))[0]).toEqual([file, words]);
  });

  test('a letter without a reference has none', async () => {
    const { answered, reason } = await answerTo('Wat is het kenmerk van de brief over de tunnels?');
    expect([answered, reason]).toEqual([false, expect.stringContaining('staat geen kenmerk')]);
  });

  test('whose reference is asked with no word of a letter is asked back', async () => {
    expect((await answerTo('Wat is het kenmerk?')).reason).toMatch(/meer dan één brief/);
  });
});

describe('Whether there is a letter', () => {
  test.each([
    ['Is er een brief van minister Andelst?', ['tunnels.txt']],
    ['Do you have a letter by Carla Andelst?', ['tunnels.txt']],
    ['Heb je een brief van het ministerie van Natuur?', ['molens.txt']],
    ['Is er een brief van april 2025?', ['tunnels.txt']],
    ['Is there a letter about the tunnels?', ['tunnels.txt']],
    ['Is er een brief van minister Niemand?', []],
    ['Is er een brief van mei 2019?', []],
  ])('%s', async (question, files) => {
    const answer = await answerTo(question);
    expect(answer.reasonCode).toBe('letters_asked');
    expect(answer.letters.map((id) => letters.find((letter) => letter.id === id)?.file)).toEqual(files);
  });

  test('what was done with one is a matter of what letters say', async () => {
    expect((await answerTo('Is er een brief over de sluis toegezegd?')).reasonCode).not.toBe('letters_asked');
  });
});

describe('Who signed with somebody', () => {
  test.each([
    'Welke minister tekende samen met Andelst?',
    'Wie ondertekende de brief over de tunnels samen met minister Andelst?',
    'Met wie ondertekende Andelst de brief?',
    'Met wie ondertekende Karin Andelst de brief?',
    'Which minister signed together with Andelst?',
    'Who did Andelst sign the letter with?',
  ])('%s', async (question) => {
    expect(await marked(question)).toEqual([['tunnels.txt', 'De Minister van Water, E. F. Derde']]);
  });

  test.each([
    ['Welke minister tekende samen met Voorbeeld?', /Voorbeeld ondertekende die brief alleen/],
    ['Met wie ondertekende Karin Voorbeeld de brief?', /Karin Voorbeeld ondertekende die brief alleen/],
    ['Met wie ondertekende Karin Niemand de brief?', /door Karin Niemand ondertekend/],
    ['Who signed together with Niemand?', /Niemand signed none of these letters/],
  ])('%s nobody', async (question, reason) => {
    expect((await answerTo(question)).reason).toMatch(reason);
  });
});

describe('The same of another letter', () => {
  test.each([
    [
      ['Wie ondertekende de brief van 3 maart 2025?', 'En die van april 2025?'],
      /De Minister van Wegen, C\.D\. Andelst/,
    ],
    [['Who signed the letter of 4 April 2025?', 'And the one about the molens?'], /A\. B\. Voorbeeld/],
    [['Wanneer is de brief over de tunnels gestuurd?', 'En de antwoorden over de sluis?'], /^25 maart 2025$/],
    [
      ['Aan wie is de brief over de tunnels gericht?', 'En die van mei 2025?', 'En die van maart 2025 over de molens?'],
      /Tweede Kamer/,
    ],
  ])('%j', async (questions, words) => {
    let previous: string | undefined;
    for (const question of questions.slice(0, -1)) previous = conversation(question, previous);
    const { quotes } = await answerTo(questions.at(-1) ?? '', previous);
    const [text = ''] = quotes.flatMap(({ text: of, marks }) => marks.map(({ start, end }) => of.slice(start, end)));
    expect(text).toMatch(words);
  });

  test('behind another question it is part of the conversation', async () => {
    const answer = await answerTo('En die van april 2025?', 'Draaien de molens?');
    expect(answer.quotes.map(({ text }) => text)).not.toContain('De Minister van Wegen, C.D. Andelst');
  });
});

test('What stands in a paper, with no word on which matter, is what it is about', async () => {
  expect((await marked('Wat staat er in Kamerstuk 28 676, nr. 702?'))[0]).toEqual(['tunnels.txt', 'Nr. 702']);
});

describe('In a paper that is named as the place of the answer', () => {
  const { id } = letters.find(({ file }) => file === 'tunnels.txt')!;
  test.each([
    'Wat staat er in Kamerstuk 28 676, nr. 702 over de molens?',
    'Wat zegt 28 676, nr. 702 over de molens?',
    'What does kst-28676-702 say about the molens?',
    'Zijn de molens droog volgens nr. 702?',
  ])('only that letter is searched: %s', async (question) => {
    expect((await answerTo(question)).understood).toEqual({ letter: id });
  });

  test('a paper that is asked about may stand in any', async () => {
    expect((await answerTo('Welke molens verwijzen naar Kamerstuk 28 676, nr. 702?')).understood).toEqual({});
  });
});
