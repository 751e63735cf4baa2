import { describe, expect, test } from 'vitest';
import { commitmentsSchema } from '../../../src/answers/commitments/schema.ts';
import { dueOf, whoOf } from '../../../src/answers/commitments/terms.ts';
import { readLetters } from '../../../src/letters/read.ts';
import { SEEDS } from '../../support/folders.ts';
import { expectVerbatim, lettersFrom, libraryOf, one } from '../../support/letters-library.ts';

describe('By when something is promised', () => {
  test.each([
    ['Uw Kamer ontvangt dit plan zodra deze gereed is.', 'zodra deze gereed is'],
    ['Zoals eerder toegezegd zal Uw kamer een brief toegaan voor het zomerreces.', 'voor het zomerreces'],
    [
      'De beoordeling die ik u op 2 december 2022 in het vooruitzicht stelde, volgt voor 20 januari 2023.',
      'voor 20 januari 2023',
    ],
    ['Zoals ik u op 31 oktober heb toegezegd, zal ik u voorafgaand hieraan informeren.', 'voorafgaand hieraan'],
    ['Het kabinet stuurt uw Kamer binnen zes weken een beoordeling.', 'binnen zes weken'],
    ['Ik informeer u uiterlijk in het tweede kwartaal van 2024.', 'uiterlijk in het tweede kwartaal van 2024'],
    ['Hierover zal het kabinet uw Kamer informeren in het verslag.', 'in het verslag'],
    ['Het kabinet zal uw Kamer over relevante ontwikkelingen informeren.', null],
  ])('%s', (sentence, due) => {
    expect(dueOf(sentence)).toBe(due);
  });
});

describe('Who promised it', () => {
  const [letter] = lettersFrom({
    'a.txt': 'Den Haag, 3 mei 2023\n\nTekst.\n\nDe minister van Defensie,\nK. de Boer\n',
  });
  test.each([
    ['Ik zal uw Kamer informeren.', 'K. de Boer, minister van Defensie'],
    ['Het kabinet zal uw Kamer informeren.', 'het kabinet'],
    ['De minister van Buitenlandse Zaken zal uw Kamer informeren.', 'De minister van Buitenlandse Zaken'],
    ['Uw Kamer ontvangt dit plan.', 'K. de Boer, minister van Defensie'],
  ])('%s', (sentence, who) => {
    expect(whoOf(sentence, letter!)).toBe(who);
  });
});

describe('Commitments', () => {
  test('of the letters are verbatim, newest first, and say what they lean on', async () => {
    const { letters } = await readLetters(SEEDS);
    const { commitments } = await libraryOf(letters);
    const found = commitmentsSchema.parse(await commitments());
    for (const { quote } of found) expectVerbatim(quote, letters);
    const dates = found.map(({ date }) => date ?? '');
    expect(dates).toEqual([...dates].sort().reverse());
    const said = found.map(({ quote }) => quote.text);
    for (const words of [
      'Joint Force Command in Brunssum',
      'Uw Kamer ontvangt dit Actieplan zodra deze gereed is.',
      'een brief naar aanleiding van de moties',
      'een brief toegaan voor het zomerreces',
      'rapport over lastenverdeling met daarin de nationale plannen van bondgenoten verwerkt. Hierover zal het kabinet',
      'zal uw Kamer over relevante ontwikkelingen informeren',
    ])
      expect(
        said.filter((text) => text.includes(words)),
        words,
      ).toHaveLength(1);
    expect(said.some((text) => text.includes('trainers beschikbaar'))).toBe(false);
  });

  const promise = `Nr. 12 BRIEF VAN DE MINISTER VAN DEFENSIE

Den Haag, 3 mei 2023

Hierbij bied ik u het verslag aan van de bijeenkomst van de NAVO-ministers van Defensie op 14 april 2023 te Brussel.

Munitie

Tweede Kamer, vergaderjaar 2022–2023, 28 676, nr. 12 1

De ministers besloten tot een gezamenlijke aankoop van munitie. Ik zal uw Kamer voor 1 juli 2023 informeren over de kosten van de aankoop van munitie voor Nederland.

De minister van Defensie,
K. de Boer
`;
  const kept = `Den Haag, 20 juni 2023

Zoals toegezegd informeer ik u hierbij over de kosten van de aankoop van munitie voor Nederland (Kamerstuk 28 676, nr. 12). De kosten zijn twintig miljoen euro.

De minister van Defensie,
K. de Boer
`;
  const other = `Den Haag, 21 juni 2023

Hierbij informeer ik u over de opvolging van de schepen van de marine. De werf is vertraagd.

De minister van Defensie,
K. de Boer
`;

  test('are likely fulfilled by the later letter about the same', async () => {
    const letters = lettersFrom({ 'promise.txt': promise, 'kept.txt': kept, 'other.txt': other });
    const { commitments, findMeeting } = await libraryOf(letters);
    const [found, ...more] = await commitments();
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      who: 'K. de Boer, minister van Defensie',
      due: 'voor 1 juli 2023',
      date: '2023-05-03',
    });
    expect(found?.fulfilledBy?.letter.file).toBe('kept.txt');
    expect(found?.fulfilledBy?.quote.text).toContain('kosten van de aankoop van munitie');
    expect(found?.fulfilledBy?.likelihood).toBeLessThan(1);
    expect(await commitments({ open: true })).toEqual([]);
    expect(await commitments({ meeting: one(findMeeting('april 2023')) })).toHaveLength(1);
  });

  test('are open where later letters are about something else, or earlier ones about the same', async () => {
    const earlier = kept.replace('20 juni 2023', '20 april 2023');
    const letters = lettersFrom({ 'promise.txt': promise, 'earlier.txt': earlier, 'other.txt': other });
    const { commitments } = await libraryOf(letters);
    expect((await commitments({ open: true })).map(({ quote }) => quote.file)).toEqual(['promise.txt']);
  });
});
