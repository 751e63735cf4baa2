import { describe, expect, test } from 'vitest';
import { commitmentsSchema } from '../../../src/answers/commitments/schema.ts';
import { whoOf } from '../../../src/answers/commitments/who.ts';
import { readLetters } from '../../../src/letters/read.ts';
import { SEEDS } from '../../support/folders.ts';
import { expectVerbatim, lettersFrom, libraryOf, one } from '../../support/letters-library.ts';

describe('Who promised it', () => {
  const [letter] = lettersFrom({
    'a.txt': 'Den Haag, 3 mei 2023\n\nTekst.\n\nDe minister van Defensie,\nK. de Boer\n',
  });
  test.each([
    ['Ik zal uw Kamer informeren.', 'K. de Boer, minister van Defensie', false],
    ['Het kabinet zal uw Kamer informeren.', 'het kabinet', false],
    ['De minister van Buitenlandse Zaken zal uw Kamer informeren.', 'De minister van Buitenlandse Zaken', true],
    ['De minister van Defensie zal uw Kamer informeren.', 'De minister van Defensie', false],
    ['Hierover wordt de Kamer door de Staatssecretaris geïnformeerd.', 'de Staatssecretaris', true],
    ['De Algemene Rekenkamer zal uw Kamer hierover rapporteren.', 'De Algemene Rekenkamer', true],
    ['Uw Kamer ontvangt dit plan.', 'K. de Boer, minister van Defensie', false],
  ])('%s', (sentence, who, byOther) => {
    expect(whoOf(sentence, letter!)).toEqual({ who, byOther });
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

  test('are not fulfilled by the agenda of another meeting than the one that they name', async () => {
    const agenda = (day: string, meeting: string, more = '') => `Den Haag, ${day}

Hierbij bied ik u de geannoteerde agenda aan voor de Top van staatshoofden en regeringsleiders op ${meeting} in Brussel.${more}

De minister van Defensie,
K. de Boer
`;
    const letters = lettersFrom({
      'first.txt': agenda(
        '1 juni 2023',
        '5 juni 2023',
        ' Voor de Top van staatshoofden en regeringsleiders op 14 juni 2023 in Brussel zal uw Kamer een geannoteerde agenda ontvangen.',
      ),
      'other.txt': agenda('1 februari 2024', '16 februari 2024'),
    });
    const { commitments } = await libraryOf(letters);
    expect((await commitments()).map(({ fulfilledBy }) => fulfilledBy)).toEqual([null]);
    const kept = lettersFrom({ 'kept.txt': agenda('8 juni 2023', '14 juni 2023') });
    const [found] = await (await libraryOf([...letters, ...kept])).commitments();
    expect(found?.fulfilledBy?.letter.file).toBe('kept.txt');
  });
});

describe('A letter of any field', () => {
  const SIGNED = '\n\nDe Minister van Landbouw,\nA. B. Voorbeeld\n';
  const promisesIn = async (text: string) => {
    const letters = lettersFrom({ 'a.txt': `Den Haag, 3 maart 2025\n\n${text}${SIGNED}` });
    return (await libraryOf(letters)).commitments();
  };

  test('gives the promise with the sentence that names its subject, its days and who made it', async () => {
    const [found, ...more] = await promisesIn(
      'De proef met de mestvergister in Dronten loopt sinds januari. Ik zal uw Kamer na de zomer over de uitkomsten informeren.',
    );
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      who: 'A. B. Voorbeeld, Minister van Landbouw',
      byOther: false,
      due: 'na de zomer',
      dueDays: { from: '2025-09-01', to: null, approximate: true },
      recurring: false,
    });
    expect(found?.quote.text).toContain('mestvergister in Dronten');
  });

  test('says where another minister will do it, and what comes again', async () => {
    const [other] = await promisesIn(
      'Over het schoolzwemmen wordt uw Kamer jaarlijks door de Minister van Onderwijs geïnformeerd.',
    );
    expect(other).toMatchObject({
      who: 'de Minister van Onderwijs',
      byOther: true,
      due: 'jaarlijks',
      dueDays: null,
      recurring: true,
    });
  });

  test.each([
    'Tijdens dit debat heb ik toegezegd u een brief te sturen over de mestvergister. Deze toezegging doe ik hierbij gestand.',
    'Tijdens het debat heb ik toegezegd uw Kamer te informeren over de kosten van de mestvergister. De kosten bedragen drie miljoen euro.',
    'Hierbij informeer ik uw Kamer over de mestvergister. De verkenning heeft uw Kamer op 8 september jl. ontvangen.',
  ])('does not list what it keeps itself: %s', async (text) => {
    expect(await promisesIn(text)).toEqual([]);
  });

  test('still owes what it promised before and has not done', async () => {
    const found = await promisesIn(
      'Tijdens het debat heb ik toegezegd uw Kamer te informeren over de mestvergister. Het onderzoek naar de mestvergister loopt nog.',
    );
    expect(found).toHaveLength(1);
  });
});
