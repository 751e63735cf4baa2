import { describe, expect, test } from 'vitest';
import { askedLetters } from '../support/asked-letters.ts';
import { lettersFrom } from '../support/letters-library.ts';

const answersTo = (asked: string, answered: string) => `Tweede Kamer der Staten-Generaal

Vergaderjaar 2024–2025

Aanhangsel van de Handelingen

1314

${asked} (ingezonden 6 maart 2025).

${answered} (ontvangen 25 maart 2025).

Vraag 1
Hoe hoog is de brug?

Antwoord 1
De brug is negen meter hoog. De provincie vroeg naar de veerpont.
`;

const letters = lettersFrom({
  'fregatten.txt': `28 676 NAVO

Nr. 348 BRIEF VAN DE MINISTER VAN DEFENSIE

Den Haag, 6 november 2024

Hierbij ontvangt u het verslag van de Landbouwraad op 22 en 23 oktober 2024 te Luxemburg.

Er is gesproken over het Nieuw Maritiem Platform (NMP) en over de KBN (Korte Baan Noord). Zie ook Kamerstuk 28 676, nr. 340.

De ministers spraken over Enhanced Opportunity Partners (EOP) en over de COV. Zij volgen het planningsproces (het QDPX), de ZKB (een missie bij Delden) en de WKT (zie bijlage twee). De heer Voorbeeld van het ministerie (DEFX) was er ook.

De Minister van Defensie,
A.Th.B. Voorbeeld-Anders
`,
  'agenda.txt': `Den Haag, 1 februari 2025

Hierbij ontvangt u de geannoteerde agenda van de Milieuraad van 17 februari 2025.

De Milieuraad vindt plaats als videoconferentie.

De Minister van Natuur,
Piet Zevende
`,
  'zonder.txt': `Den Haag, 1 mei 2025

Hierbij ontvangt u het verslag van de Cultuurraad van 17 april 2025. De musea zijn besproken met het OM.

De Minister van Cultuur,
K. Achtste
`,
  'landbouw.txt': `21 501-32 Visserij

Nr. 900 BRIEF VAN DE MINISTER VAN LANDBOUW

Den Haag, 2 mei 2023

De visserij krijgt hulp. De 50 000 vissers zijn tevreden.

De Minister van Landbouw,
Q. van 't Twaalfde
`,
  'brug.txt': answersTo(
    'Vragen van het lid Van der Meer (XYZ) aan de Minister van Infrastructuur over de brug bij Delden',
    'Antwoord van Minister Tiende (Infrastructuur)',
  ),
});
const { answerTo, marked, lookedUp } = await askedLetters(letters);

describe('Who asked, who answered, and when', () => {
  const asked = 'Vragen van het lid Van der Meer (XYZ) aan de Minister van Infrastructuur over de brug bij Delden';
  test.each([
    ['Wie stelde de vragen over de brug?', asked],
    ['Welk Kamerlid stelde vragen over de brug?', asked],
    ['Welk lid van de XYZ stelde vragen over de brug?', asked],
    ['Welk Kamerlid heeft vragen over de brug gesteld?', asked],
    ['Door welk Kamerlid zijn de vragen over de brug ingediend?', asked],
    ['Van welk Kamerlid zijn de vragen over de brug?', asked],
    ['Who asked the questions about the brug?', asked],
    ['Wie vroeg naar de brug bij Delden?', asked],
    ['Wie beantwoordde de vragen over de brug?', 'Minister Tiende (Infrastructuur)'],
    ['Welke minister gaf antwoord op de vragen over de brug?', 'Minister Tiende (Infrastructuur)'],
    ['Wanneer zijn de vragen over de brug ingezonden?', 'ingezonden 6 maart 2025'],
    ['Wanneer werden de vragen over de brug beantwoord?', '25 maart 2025'],
  ])('%s', async (question, words) => {
    expect(await marked(question)).toEqual([['brug.txt', words]]);
  });

  test('questions about something else are nobody’s', async () => {
    const answer = await answerTo('Wie stelde vragen over tuinkabouters?');
    expect(answer).toMatchObject({ answered: false, quotes: [] });
    expect(answer.reason).toMatch(/weet niet welke brief/);
  });

  test.each([
    'Welke partijen vragen om een verbod op de brug?',
    'Welke fracties vragen naar de brug bij Delden?',
    'Welke leden vragen aandacht voor de brug?',
  ])('%s asks what somebody wants', async (question) => {
    expect(await lookedUp(question)).toBeNull();
  });

  test('what somebody in a letter asked is no paper of questions', async () => {
    const { quotes } = await answerTo('Wie vroeg naar de veerpont?');
    expect(quotes.filter(({ text }) => text.startsWith('Vragen van'))).toEqual([]);
  });
});

describe('Who somebody is', () => {
  test.each([
    ['Wie is Ank Voorbeeld?', 'fregatten.txt', 'De Minister van Defensie,\nA.Th.B. Voorbeeld-Anders'],
    ['Who was Voorbeeld-Anders?', 'fregatten.txt', 'De Minister van Defensie,\nA.Th.B. Voorbeeld-Anders'],
    ["Wie is Quinten van 't Twaalfde?", 'landbouw.txt', "De Minister van Landbouw,\nQ. van 't Twaalfde"],
    ['Wie is minister Tiende?', 'brug.txt', 'Minister Tiende (Infrastructuur)'],
  ])('%s is told by a signature', async (question, file, words) => {
    expect(await marked(question)).toEqual([[file, words.replace('\n', ' ')]]);
  });

  test.each(['Wie is Van der Meer?', 'Van welke partij is Van der Meer?', 'Which party is Van der Meer from?'])(
    '%s by what was asked',
    async (question) => {
      const { quotes } = await answerTo(question);
      expect(quotes.map(({ text }) => text)).toEqual([expect.stringContaining('Van der Meer (XYZ)')]);
    },
  );

  test.each([
    ['Van welke partij is minister Tiende?', 'Ik vind in geen brief van welke partij Tiende is.'],
    ['Which party is Ank Voorbeeld from?', 'I find in no letter which party Ank Voorbeeld is from.'],
    ['Van welke partij is Delden?', 'Ik vind in geen brief van welke partij Delden is.'],
  ])('%s is told by no signature and no subject', async (question, reason) => {
    expect(await answerTo(question)).toMatchObject({ answered: false, quotes: [], related: [], reason });
  });

  test('of which party a thing is, is a matter of what letters say', async () => {
    expect(await lookedUp('Van welke partij is het voorstel over Delden?')).toBeNull();
  });

  test.each([
    ['Is Ank Voorbeeld minister van Defensie?', 'fregatten.txt', 'De Minister van Defensie,\nA.Th.B. Voorbeeld-Anders'],
    ['Is Voorbeeld minister van Financiën?', 'fregatten.txt', 'De Minister van Defensie,\nA.Th.B. Voorbeeld-Anders'],
    ['Was Zevende in 2025 nog staatssecretaris?', 'agenda.txt', 'De Minister van Natuur,\nPiet Zevende'],
    ['Is Tiende the Minister of Finance?', 'brug.txt', 'Minister Tiende (Infrastructuur)'],
    ['Was Tiende the Defence Minister?', 'brug.txt', 'Minister Tiende (Infrastructuur)'],
    ['Is minister Achtste de huidige minister van Cultuur?', 'zonder.txt', 'De Minister van Cultuur,\nK. Achtste'],
  ])('%s is told by the office beside the name', async (question, file, words) => {
    expect(await marked(question)).toEqual([[file, words.replace('\n', ' ')]]);
  });

  test('whether somebody holds an office also where others write of them', async () => {
    const own = await askedLetters(
      lettersFrom({
        'raad.txt': `Den Haag, 1 mei 2025

Aanwezig waren minister Otter (JenV), Sem Bever, minister van Natuur, en het lid Das.

De Minister van Cultuur,
K. Achtste
`,
        'oud.txt': `Den Haag, 1 mei 2023

Dit is een brief over musea.

De Staatssecretaris van Cultuur,
K. Achtste
`,
      }),
    );
    expect(await own.marked('Is Otter minister van Financiën?')).toEqual([['raad.txt', 'minister Otter (JenV)']]);
    expect(await own.marked('Is Bever minister van Natuur?')).toEqual([['raad.txt', 'Bever, minister van Natuur']]);
    expect((await own.marked('Is Achtste minister van Financiën?')).map(([file]) => file)).toEqual([
      'raad.txt',
      'oud.txt',
    ]);
    expect(await own.answerTo('Is Das minister van Natuur?')).toMatchObject({
      answered: false,
      quotes: [],
      reason: 'Ik vind in geen brief welk ambt Das heeft.',
    });
    expect(await own.answerTo('Was Marter Minister of Finance?')).toMatchObject({ answered: false, quotes: [] });
  });

  test.each([
    'Is de minister van Defensie op bezoek geweest?',
    'Is de Duitse minister van Defensie aanwezig?',
    'Is Voorbeeld minister van Defensie die het besluit nam?',
    'Is Voorbeeld in Delden geweest?',
    'Is Delden de grootste stad?',
  ])('%s does not ask who holds an office', async (question) => {
    expect(await lookedUp(question)).toBeNull();
  });

  test('the party behind another’s name is not theirs', async () => {
    const asked = 'Vragen van de leden Otter en Bever (XYZ) aan de Minister van Infrastructuur over de brug bij Delden';
    const own = await askedLetters(lettersFrom({ 'leden.txt': answersTo(asked, 'Antwoord van Minister Tiende') }));
    expect(await own.lookedUp('Van welke partij is Bever?')).toMatchObject({ is: 'stated' });
    expect(await own.lookedUp('Van welke partij is Otter?')).toMatchObject({ is: 'no_party' });
    expect(await own.lookedUp('Wie is Otter?')).not.toBeNull();
  });

  test.each(['Wie is Bart Voorbeeld?', 'Wie is Platform?', 'Wie is de Minister van Defensie?'])(
    '%s is told by nobody else’s signature',
    async (question) => {
      const { quotes } = await answerTo(question);
      expect(quotes.filter(({ text }) => text.includes('Voorbeeld-Anders') && /Bart|Platform/.test(question))).toEqual(
        [],
      );
    },
  );
});

describe('Of which party a member is, where only running text says it', () => {
  const members = lettersFrom({
    'leden.txt': `Den Haag, 4 juni 2024

Betreft: Beantwoording vragen over de dijk

Hierbij beantwoord ik de vragen van het lid Otter (XYZ) over de dijk, ingezonden op 3 mei 2024.

Het Kamerlid Das (D66) vroeg dat eerder. De leden Inge van Bever en Van der Wezel (beiden QRS) deden dat ook, met de leden Hermelijn (GroenLinks-PvdA), Bunzing en Fret (Partij voor de Bossen).

De motie van het lid Egel (Kamerstuk 36 200, nr. 7) is uitgevoerd, net als die van het lid Mol (ingediend op 4 mei). De heer Eekhoorn (Rijkswaterstaat) was erbij.

De Minister van Water,
E. F. Derde
`,
  });
  const asked = askedLetters(members);
  const besideBoth = 'De leden Inge van Bever en Van der Wezel (beiden QRS)';
  test.each([
    ['Van welke partij is het lid Otter?', 'het lid Otter (XYZ)'],
    ['What party is Otter from?', 'het lid Otter (XYZ)'],
    ["What is Otter's party?", 'het lid Otter (XYZ)'],
    ['Which party does Das belong to?', 'Het Kamerlid Das (D66)'],
    ['Van welke partij is Inge van Bever?', besideBoth],
    ['Tot welke partij behoort Van der Wezel?', besideBoth],
    ['Van welke partij is Piet Hermelijn lid?', 'de leden Hermelijn (GroenLinks-PvdA)'],
    ['Van welke partij is Fret?', 'de leden Hermelijn (GroenLinks-PvdA), Bunzing en Fret (Partij voor de Bossen)'],
  ])('%s', async (question, words) => {
    expect(await (await asked).marked(question)).toEqual([['leden.txt', words]]);
  });

  test.each(['Bunzing', 'Egel', 'Mol', 'Eekhoorn', 'Piet van Bever', 'Derde', 'Sneeuwhaas'])(
    'no place names %s with one',
    async (name) => {
      expect(await (await asked).lookedUp(`Van welke partij is ${name}?`)).toMatchObject({ is: 'no_party', name });
    },
  );
});

describe('Which letter a number is', () => {
  test.each(['Welke brief is Kamerstuk 28676-348?', 'Which letter is 28 676, nr. 348?', 'Wat is kst-28676-348?'])(
    '%s',
    async (question) => {
      expect(await marked(question)).toEqual([
        ['fregatten.txt', 'Landbouwraad op 22 en 23 oktober 2024 te Luxemburg'],
        ['fregatten.txt', 'Nr. 348'],
      ]);
    },
  );

  test('Wat is Kamerstuk 21 501-32, nr. 900?', async () => {
    expect((await marked('Wat is Kamerstuk 21 501-32, nr. 900?')).map(([file]) => file)).toContain('landbouw.txt');
  });

  test('a number that no letter has is refused, with what refers to it', async () => {
    const answer = await answerTo('Welke brief is Kamerstuk 28676-340?');
    expect(answer).toMatchObject({ answered: false, quotes: [], reasonCode: 'not_in_letters' });
    expect(answer.reason).toContain('Kamerstuk 28676-340');
    expect(answer.related.map(({ text }) => text)).toEqual([expect.stringContaining('Kamerstuk 28 676, nr. 340')]);
  });

  test.each([
    'Welke brief is Kamerstuk 28676-999?',
    'Wat is 21 501-33?',
    'Wat staat er in Kamerstuk 28676-999 over platforms?',
  ])('%s is refused', async (question) => {
    const answer = await answerTo(question);
    expect(answer).toMatchObject({ answered: false, quotes: [], related: [] });
    expect(answer.reason).toMatch(/28676-999|21 501-33/);
  });
});

describe('Where a meeting was', () => {
  test.each([
    ['Waar vond de Landbouwraad van oktober 2024 plaats?', 'Landbouwraad op 22 en 23 oktober 2024 te Luxemburg'],
    ['Where did the meeting of 22 October 2024 take place?', 'Landbouwraad op 22 en 23 oktober 2024 te Luxemburg'],
    ['Waar is de Milieuraad van februari 2025?', 'De Milieuraad vindt plaats als videoconferentie.'],
  ])('%s', async (question, words) => {
    expect((await marked(question)).map(([, ...marks]) => marks)).toEqual([[words]]);
  });

  test('that is not said is said not to be', async () => {
    const answer = await answerTo('Waar vond de Cultuurraad van april 2025 plaats?');
    expect(answer).toMatchObject({ answered: false, quotes: [] });
    expect(answer.reason).toMatch(/staat niet waar die bijeenkomst was/);
  });

  test('another meeting of then is not meant', async () => {
    const { quotes } = await answerTo('Waar vond de Klimaattop van oktober 2024 plaats?');
    expect(quotes.filter(({ text }) => text.includes('Luxemburg'))).toEqual([]);
  });
});

describe('What an abbreviation stands for', () => {
  test.each([
    ['Waar staat NMP voor?', 'Nieuw Maritiem Platform (NMP)'],
    ['What does EOP stand for?', 'Enhanced Opportunity Partners (EOP)'],
    ['Wat betekent KBN?', 'KBN (Korte Baan Noord)'],
  ])('%s', async (question, words) => {
    const found = await marked(question);
    expect(found).toEqual([['fregatten.txt', expect.stringContaining(words)]]);
  });

  test('that no letter spells out is refused', async () => {
    const answer = await answerTo('Waar staat COV voor?');
    expect(answer).toMatchObject({ answered: false, quotes: [] });
    expect(answer.reason).toContain('waar COV voor staat');
  });

  test.each([
    ['Waar staat QDPX voor?', 'het planningsproces (het QDPX)'],
    ['What does ZKB stand for?', 'de ZKB (een missie bij Delden)'],
  ])('%s is likely told by what stands beside it, of which it has not the letters', async (question, words) => {
    const answer = await answerTo(question);
    expect(answer.quotes[0]?.text).toContain(words);
    expect(answer.tentative).toBe(true);
  });

  test.each(['Waar staat WKT voor?', 'Waar staat DEFX voor?', 'Waar staat XYZ voor?'])(
    '%s: a reference, a ministry and a party tell nothing',
    async (question) => {
      expect(await answerTo(question)).toMatchObject({ answered: false, quotes: [] });
    },
  );
});

describe('Which letters there are', () => {
  const all = ['zonder.txt', 'brug.txt', 'agenda.txt', 'fregatten.txt', 'landbouw.txt'];
  test.each([
    ['Welke brieven heb je?', all],
    ['Over welke brieven beschik je?', all],
    ['Hoeveel brieven ken je?', all],
    ['Which letters do you have?', all],
    ['Show me all letters', all],
    ['Welke verslagen heb je?', ['zonder.txt', 'fregatten.txt']],
    ['Welke kamervragen zijn er?', ['brug.txt']],
    ['Welke brieven zijn er over de musea?', ['zonder.txt']],
    ['Welke brieven gaan over het OM?', ['zonder.txt']],
    ['WELKE BRIEVEN GAAN OVER HET OM?', all],
    ['Heb je brieven over een videoconferentie?', ['agenda.txt']],
    ['Welke brieven heb je uit 2024?', ['fregatten.txt']],
    ['Welke brieven zijn uit 2024?', ['fregatten.txt']],
    ['Welke brieven zijn van 6 november 2024?', ['fregatten.txt']],
    ['Which letters are from 2024?', ['fregatten.txt']],
    ['Welke brieven zijn van minister Achtste?', ['zonder.txt']],
    ['Welke brieven zijn van de minister van Landbouw?', ['landbouw.txt']],
    ['Welke brieven zijn van minister Niemand?', []],
    ['Welke brieven zijn van K. Achtste?', ['zonder.txt']],
    ['Which letters are by Achtste?', ['zonder.txt']],
    ['Welke brieven zijn er van minister Achtste?', ['zonder.txt']],
    ['Welke brieven zijn er van Jan Kees van der Zevende?', []],
    ['Welke brieven zijn er van Karin Twaalfde?', ['landbouw.txt']],
    ['Welke brieven zijn er van Karin Zevende?', []],
    ['Welke brieven heb je van MinDef?', ['fregatten.txt']],
    ['Welke brieven zijn er van het ministerie van VWS?', []],
    ['Welke brieven heb je over olifanten?', []],
    ['Welke brieven heb je over de 50 000 vissers?', ['landbouw.txt']],
    ['Welke brieven heb je uit 28 676?', ['fregatten.txt']],
    ['Welke brieven heb je uit dossier 99 999?', []],
    ['Wat is Kamerstuk 21 501-32?', ['landbouw.txt']],
    ['Wat is 21501-32?', ['landbouw.txt']],
    ['Welke brieven zijn er over gezondheid?', []],
    ['Welke brieven heb je over huiselijk geweld?', []],
    ['Is there a report of 17 April 2025?', ['zonder.txt']],
    ['How many reports are there of the meeting of 17 April 2025?', ['zonder.txt']],
    ['How many reports are there?', ['zonder.txt', 'fregatten.txt']],
  ])('%s', async (question, files) => {
    const answer = await answerTo(question);
    expect(answer).toMatchObject({ answered: false, quotes: [], reasonCode: 'letters_asked' });
    expect(answer.letters.map((id) => letters.find((letter) => letter.id === id)?.file)).toEqual(files);
    expect(answer.reason).toMatch(files.length === 0 ? /^Geen brief past/ : /“/);
  });

  test.each([
    ['Welke brieven heb je uit 2024?', /^Alleen deze: “[^”]+” \([^)]+\)\.$/],
    ['Which papers do you have from 28 676?', /^Only this one: /],
    ['Welke brieven zijn er over de musea?', /^Deze past daar het best bij: .*Ook andere brieven kunnen het noemen\.$/],
    ['Which letters are about the musea?', /^This one fits that best: .*Other letters may mention it too\.$/],
    ['Welke brieven heb je?', /^Dit zijn ze: /],
  ])('%s: others are excluded only where none can speak of it', async (question, reason) => {
    expect((await answerTo(question)).reason).toMatch(reason);
  });

  test.each(['Welke brieven zijn er naar de gouverneur gestuurd?', 'Welke brieven stuurde de burgemeester?'])(
    '%s asks what letters say',
    async (question) => {
      expect((await answerTo(question)).letters).toEqual([]);
    },
  );

  test.each([
    'Hoeveel documenten zijn er over de toeslagenaffaire openbaar gemaakt?',
    'Hoeveel brieven zijn er over de afsluiting verstuurd?',
    'Welke documenten zijn van belang voor de visserij?',
    'Welke brieven zijn van de minister gevraagd?',
    'Welke brieven zijn van 2023 tot 2024 besproken?',
    'Is er een brief over het geweld toegezegd?',
    'How many reports are there of sexual abuse in the army?',
    'How many reports are there of accidents in 2019?',
    'Is there a report on the explosion?',
  ])('%s asks what happened', async (question) => {
    expect(await lookedUp(question)).toBeNull();
  });

  test.each([
    'Welke brieven heb je over Nederlandse gemeenten?',
    'Is er een brief over gezondheid?',
    'Heb je een brief over het beleid van gemeenten?',
  ])('%s asks for a letter', async (question) => {
    expect(await lookedUp(question)).not.toBeNull();
  });
});

describe('The letters of a signatory', () => {
  test.each([
    ['Welke brieven stuurde Achtste in 2025?', ['zonder.txt']],
    ['Which letters did Achtste send in 2025?', ['zonder.txt']],
    ['Welke brieven ondertekende minister Voorbeeld in november 2024?', ['fregatten.txt']],
    ["Welke brieven stuurde Van 't Twaalfde sinds 2022 aan de Kamer?", ['landbouw.txt']],
    ['Welke brieven heeft Piet Zevende in 2025 gestuurd?', ['agenda.txt']],
    ['Welke brieven zijn in 2025 door Piet Zevende ondertekend?', ['agenda.txt']],
    ['Welke brieven zijn ondertekend door Zevende?', ['agenda.txt']],
    ['Which letters were signed by Achtste in 2025?', ['zonder.txt']],
    ['Which letters has Achtste written about the musea?', ['zonder.txt']],
    ['Welke verslagen stuurde Achtste in 2025?', ['zonder.txt']],
    ['Welke brieven stuurde Achtste in 2024?', []],
    ['Which letters did Achtste send about the visserij?', []],
  ])('%s', async (question, files) => {
    const answer = await answerTo(question);
    expect(answer).toMatchObject({ answered: false, quotes: [], reasonCode: 'letters_asked' });
    expect(answer.letters.map((id) => letters.find((letter) => letter.id === id)?.file)).toEqual(files);
  });

  test.each([
    'Welke brieven stuurde Achtste in 2025 aan gemeenten?',
    'Welke brieven stuurde Achtste samen met Zevende?',
    'Welke brieven stuurden Achtste en Zevende in 2025?',
    'Welke brieven stuurde Achtste niet?',
    'Welke brieven heeft Achtste in 2025 gelezen?',
    'Welke brieven stuurde Niemand in 2025?',
    'Which letters did Achtste mention in 2025?',
  ])('%s asks something else', async (question) => {
    expect(await lookedUp(question)).toBeNull();
  });
});
