import { describe, expect, it } from 'vitest';
import { answerTypeOf, holds } from '../../src/retrieval/question/answer-type.ts';
import { hasContent, isSmallTalk } from '../../src/retrieval/question/content.ts';
import { datesIn } from '../../src/retrieval/question/dates.ts';
import { completed, conversation, languageWished, newlyNamed } from '../../src/retrieval/question/follow-up.ts';
import { languageOf } from '../../src/retrieval/question/language.ts';
import { factAsked } from '../../src/retrieval/question/letter-facts.ts';
import { lettersNamed, passes } from '../../src/retrieval/question/letters-named.ts';
import { partFit } from '../../src/retrieval/question/part-fit.ts';
import { periodAsked } from '../../src/retrieval/question/period.ts';
import { asksOnlyWords, quotedWords, saying } from '../../src/retrieval/question/quoted-words.ts';
import { asksSeveral } from '../../src/retrieval/question/scope.ts';
import { CORPUS, LETTERS } from './fixtures.ts';

describe('language', () => {
  it.each([
    ['Wat vond Nederland van de normen voor lood?', 'nl'],
    ['hoelang blyft die nog beschikbr', 'nl'],
    ['lastenverdeling oktober 2020', 'nl'],
    ['What did the Netherlands say?', 'en'],
    ['NATO Space Centre location', 'en'],
    ['Wie lange dauert die Mission und was kostet sie?', 'other'],
    ['Combien de soldats sont dans la mission et pour quoi ?', 'other'],
    ['¿Cuándo se reunieron los ministros de defensa?', 'other'],
    ['Когда встретились министры?', 'other'],
    ['国防部长什么时候开会？', 'other'],
  ])('%j is %s', (question, language) => {
    expect(languageOf(question)).toBe(language);
  });
});

describe('dates', () => {
  it.each([
    ['in het verslag van oktober 2021', '2021-10-01', '2021-10-31'],
    ['in november 2017', '2017-11-01', '2017-11-30'],
    ['in februari 2020', '2020-02-01', '2020-02-29'],
    ['op 21 en 22 oktober 2021', '2021-10-21', '2021-10-22'],
    ['on 1 June 2021', '2021-06-01', '2021-06-01'],
    ['in 2017', '2017-01-01', '2017-12-31'],
  ])('%j', (question, from, to) => {
    expect(datesIn(question)).toMatchObject([{ from, to }]);
  });
});

describe('letters named', () => {
  const [water, rail] = LETTERS;

  it('weighs the letter whose meeting or date is named', () => {
    const { weight, filters } = lettersNamed('Wat zei Nederland in maart 2019 over drinkwater?', CORPUS);
    expect(weight.get(water!) ?? 0).toBeGreaterThan(weight.get(rail!) ?? 0);
    expect(filters).toEqual({});
  });

  it('weighs a letter by a month without a year', () => {
    const { weight, filters } = lettersNamed('What was said last December?', CORPUS);
    expect(weight.get(rail!) ?? 0).toBeGreaterThan(weight.get(water!) ?? 0);
    expect(filters).toEqual({});
  });

  it('weighs the newest or oldest letter, where the question means it', () => {
    const named = (question: string) => [...lettersNamed(question, CORPUS).weight.keys()];
    expect(named('Wat stond er in de laatste brief over water?')).toEqual([rail]);
    expect(named('What will ministers discuss at the next council meeting?')).toEqual([rail]);
    expect(named('Wat zei het oudste verslag?')).toEqual([water]);
    expect(named('Wat stond er in de eerste brief aan de Eerste Kamer?')).toEqual([water]);
    expect(named('Is de Eerste Kamer per brief geïnformeerd?')).toEqual([]);
    expect(named('Hoe ging het de laatste twee jaar?')).toEqual([]);
  });

  it('weighs the letter whose number is named', () => {
    expect(lettersNamed('brief nr. 12', CORPUS).weight.get(water!)).toBe(1);
  });

  it('filters where a letter or meeting of that date is named outright', () => {
    expect(lettersNamed('Wat staat er in het verslag van maart 2019 over water?', CORPUS).filters).toEqual({
      from: '2019-03-01',
      to: '2019-03-31',
    });
    expect(lettersNamed('At the December 2020 meeting, what about trains?', CORPUS).filters.from).toBe('2020-12-01');
  });

  it('leaves the words that name the letter out of what is searched for', () => {
    const subject = (question: string) => lettersNamed(question, CORPUS).subject;
    expect(subject('Wat staat er in het verslag van maart 2019 over lood?')).toBe('Wat staat er over lood?');
    expect(subject('At the December 2020 meeting, what about trains?')).toBe('what about trains?');
    expect(subject('het verslag van maart 2019')).toBe('het verslag van maart 2019');
    expect(subject('Wat gebeurde er in maart 2019 met lood?')).toBe('Wat gebeurde er in maart 2019 met lood?');
  });

  it('searches for what the letter is about, where that stands before its date', () => {
    const read = (question: string) => {
      const { subject, filters } = lettersNamed(question, CORPUS);
      return [subject, filters.from];
    };
    expect(read('Wat staat er in de brief over lood van 14 maart 2019?')).toEqual([
      'Wat staat er over lood?',
      '2019-03-14',
    ]);
    expect(read('Wat staat er in de brief inzake lood d.d. 14 maart 2019?')).toEqual([
      'Wat staat er inzake lood?',
      '2019-03-14',
    ]);
    expect(read('What does the letter on lead of 14 March 2019 say?')).toEqual([
      'What does on lead say?',
      '2019-03-14',
    ]);
    expect(read('Which norms did the letter on 14 March 2019 name?')).toEqual(['Which norms did name?', '2019-03-14']);
  });

  it.each([
    'Wat staat in de brief over drinkwater in 2019?',
    'Wat staat in de brief over 2019?',
    'What does the letter about drinking water say on 2019?',
    'What is in the letter regarding lead in March 2019?',
  ])('the date of what the letter is about is not that of the letter: %s', (question) => {
    const { subject, filters } = lettersNamed(question, CORPUS);
    expect([subject, filters]).toEqual([question, {}]);
  });

  it('knows that a letter of a date is not there; meetings may be spoken of elsewhere', () => {
    const absent = (question: string) => lettersNamed(question, CORPUS).absent;
    expect(absent('Wat stond er in de brief van 3 mei 1999 over water?')).toBe(true);
    expect(absent('What did the letter of May 1999 say?')).toBe(true);
    expect(absent('Wat stond er in de brief van 14 maart 2019?')).toBe(false);
    expect(absent('Wat komt er bij de bijeenkomst van mei 2031?')).toBe(false);
  });

  it.each([
    ['Wat is er gedaan sinds de brief van 14 maart 2019 over lood?', 'Wat is er gedaan over lood?', '2019-03-14'],
    ['Wat is er gedaan na het verslag over lood van maart 2019?', 'Wat is er gedaan over lood?', '2019-03-01'],
    ['What did the minister do after the March 2019 meeting?', 'What did the minister do ?', '2019-03-01'],
    ['What was done about lead since the letter of May 1999?', 'What was done about lead ?', '1999-05-01'],
  ])('behind a letter later ones and that one are meant: %s', (question, subject, from) => {
    const { filters, weight, ...named } = lettersNamed(question, CORPUS);
    expect(named).toMatchObject({ subject, absent: false, several: false });
    expect(filters).toEqual({ from });
    expect(LETTERS.map((letter) => passes(letter, filters))).toEqual([true, true]);
    // Neither is it the one that is named rather than any later one.
    expect(weight.get(water!) ?? 0).toBeLessThan(0.5);
    expect(periodAsked(question)).toBeNull();
  });

  it('earlier letters are left out then, and no letter where none is later', () => {
    const { filters } = lettersNamed('Wat is er gezegd sinds de brief van 20 november 2020?', CORPUS);
    expect(LETTERS.map((letter) => passes(letter, filters))).toEqual([false, true]);
    expect(lettersNamed('Wat is er gezegd sinds de brief van 3 mei 2031?', CORPUS).filters).toEqual({});
  });

  it.each([
    'Wat veranderde er ten opzichte van de brief van 14 maart 2019?',
    'Wat is de reactie van de commissie op de brief van 14 maart 2019?',
    'Wat is het vervolg op de brief van 3 mei 1999?',
    'What is the response to the report of March 2019?',
    'Wat is er gedaan sinds 14 maart 2019?',
    'Wat was er vóór de brief van 14 maart 2019 bekend?',
  ])('a letter that is only referred to narrows nothing: %s', (question) => {
    expect(lettersNamed(question, CORPUS)).toMatchObject({ filters: {}, absent: false, subject: question });
    expect(periodAsked(question)).toBeNull();
  });

  it.each([
    'Wat is de reactie op lood in de brief van 14 maart 2019?',
    'Wat staat er na de inleiding in de brief van 14 maart 2019?',
    'What is the response to wolves in the report of the council of March 2019?',
    'What does the March 2019 report say?',
  ])('a letter in which the answer is looked for narrows: %s', (question) => {
    expect(lettersNamed(question, CORPUS).filters.from).toMatch(/^2019-03/);
  });

  it.each([
    'What does the cabinet think of the 2019 IPCC report?',
    'What is said of the report on wolves of March 2019?',
  ])('a report of no meeting and no day is no letter: %s', (question) => {
    expect(lettersNamed(question, CORPUS).filters).toEqual({});
  });

  it('does not filter by a date that no letter has, nor by two', () => {
    expect(lettersNamed('het verslag van mei 1999', CORPUS).filters).toEqual({});
    const both = lettersNamed('het verslag van maart 2019 en de agenda van december 2020', CORPUS);
    expect(both.filters).toEqual({});
    expect(both.several).toBe(true);
  });
});

describe('questions about a letter itself', () => {
  const isInfrastructure = (text: string) => text.includes('Infrastructuur');
  const suits = (question: string, kind: string, saysOffice: ((text: string) => boolean) | null = null) =>
    CORPUS.passages.filter(({ passage }) => passage.kind === kind).map(partFit(question, saysOffice).of);

  it('who was minister wants a signature', () => {
    const question = 'Wie was in 2019 de minister van Infrastructuur?';
    expect(suits(question, 'signature', isInfrastructure)).toContain(1);
    expect(suits(question, 'signature', () => false)).not.toContain(1);
    expect(partFit(question, isInfrastructure).asked).toBe(true);
  });

  it.each([
    ['Wie ondertekende de brief?', 'signatories'],
    ['Who signed the letter of March 2019?', 'signatories'],
    ['Welke bewindspersoon heeft het verslag van maart 2019 getekend?', 'signatories'],
    ['Door wie is de brief over lood ondertekend?', 'signatories'],
    ['Van wie is de brief over lood?', 'signatories'],
    ['By whom was the letter on lead signed?', 'signatories'],
    ['Whose signature is under the letter on lead?', 'signatories'],
    ['Wie stuurde 28 676, nr. 348?', 'signatories'],
    ['Welke naam staat er onder de brief over lood?', 'signatories'],
    ['Hoe heet de minister die de brief over lood stuurde?', 'signatories'],
    ['Op welke datum is de brief over lood gestuurd?', 'letterDate'],
    ['Wanneer heeft de minister de brief over lood verstuurd?', 'letterDate'],
    ['What is the date of the report on lead?', 'letterDate'],
    ['When was the letter about lead written?', 'letterDate'],
    ['Wat is het dossiernummer van de brief over lood?', 'number'],
    ['What is the parliamentary document number of the report of March 2019?', 'number'],
    ['Onder welk nummer staat de brief over lood?', 'number'],
    ['Wie ondertekende de brief over het akkoord?', 'signatories'],
    ['Wie ondertekende de brief naar aanleiding van de motie?', 'signatories'],
    ['Wie stuurde de brief aan het parlement?', 'signatories'],
    ['Wie tekende de brief aan de leden van de Tweede Kamer?', 'signatories'],
    ['Who signed the letter to the Dutch parliament?', 'signatories'],
    ['Who signed the letter to the members of the House?', 'signatories'],
    ['Which date does the letter bear?', 'letterDate'],
    ['Welke datum noemt de brief?', 'letterDate'],
    ['What number does the letter have?', 'number'],
    ['What reference does the letter bear?', 'reference'],
    ['Wie is de auteur van de brief over lood?', 'signatories'],
    ['Wie is de schrijver van de brief van 14 maart 2019?', 'signatories'],
    ['Who is the author of the letter on lead?', 'signatories'],
    ['Wat is de naam van de opsteller van deze brief?', 'signatories'],
    ['Welk kenmerk vermeldt de brief over lood?', 'reference'],
  ])('%j asks for the %s of a letter', (question, fact) => {
    expect(factAsked(question)).toEqual({ fact, pointsBack: false, ofSeveral: false });
  });

  it.each([
    'Who signed the letter of intent?',
    'Welke landen ondertekenden de intentieverklaring?',
    'Wie tekende volgens de brief van 4 november 2021 het akkoord?',
    'Wie stuurde de brief aan de gouverneur?',
    'Wie stuurde de brief naar de leden van de raad?',
    'Welke datum noemt de brief voor het einde van de missie?',
    'Which date does the letter give for the withdrawal?',
    'What number of soldiers does the letter mention?',
    'What number of soldiers did the letter of March 2019 mention?',
    'What reference does the letter make to Article 5?',
    'Wie schreef het rapport dat bij de brief is gevoegd?',
    'Wie is de auteur van het rapport dat bij de brief is gevoegd?',
    'Who is the author of the study in the letter?',
    'Wie heeft het convenant ondertekend dat bij deze brief hoort?',
    'Who signed the agreement that the letter describes?',
    'Welk nummer heeft het advies dat bij de brief hoort?',
    'Wanneer moet volgens de agenda van februari 2022 het concept worden bekrachtigd?',
    'When were ministers expected to decide?',
    'Wat staat er in de brief over lood?',
    'Wie ondertekende die?',
  ])('%j asks something else', (question) => {
    expect(factAsked(question)).toBeNull();
  });

  it.each([
    ['En wie schreef die?', 'signatories'],
    ['What date is it?', 'letterDate'],
    ['En wie is de auteur?', 'signatories'],
    ['And who is the author of the study?', undefined],
    ['And what reference does it have?', 'reference'],
    ['En wie schreef het rapport?', undefined],
    ['And who wrote the study?', undefined],
    ['What date does it mention for the deal?', undefined],
    ['Which date does that letter give for the deal?', undefined],
    ['What reference does it make to Article 5?', undefined],
  ])('behind a question about a letter %j asks for its %s', (question, fact) => {
    expect(factAsked(question, 'Wat staat er in de brief over lood?')?.fact).toBe(fact);
  });

  const UNCLEAR = [
    ['Aan wie?', 'addressee'],
    ['Aan wie dan?', 'addressee'],
    ['Aan wie was dat?', 'addressee'],
    ['Aan wie stuurde hij die?', 'addressee'],
    ['And to whom?', 'addressee'],
    ['Door wie?', 'signatories'],
    ['By whom?', 'signatories'],
    ['Who sent them?', 'signatories'],
    ['Welke minister stuurde die?', 'signatories'],
    ['En wanneer is die verstuurd?', 'letterDate'],
  ] as const;
  const AIRCRAFT = "Hoeveel F-16's levert Nederland?";

  it.each(UNCLEAR)('behind a question about what is no letter %j asks that of it', (question) => {
    expect(factAsked(question, AIRCRAFT)).toBeNull();
    expect(factAsked(question, `${AIRCRAFT} / In welk jaar volgens de brief?`)).toBeNull();
  });

  it.each(UNCLEAR)('behind a question about a letter %j asks for its %s', (question, fact) => {
    expect(factAsked(question, 'Welke brieven heb je over lood?')?.fact).toBe(fact);
    expect(factAsked(question, `${AIRCRAFT} / En wie ondertekende die?`)?.fact).toBe(fact);
  });

  it.each([
    ['wie ondertekende die?', 'signatories'],
    ['who signed it?', 'signatories'],
    ['By whom was it signed?', 'signatories'],
    ['Aan wie is die gericht?', 'addressee'],
    ['Van welke datum is die?', 'letterDate'],
  ])('behind any question %j asks for the %s of a letter', (question, fact) => {
    expect(factAsked(question, AIRCRAFT)?.fact).toBe(fact);
  });

  it('other questions want running text', () => {
    expect(suits('Wat vond Nederland van drinkwater?', 'signature')).not.toContain(1);
    expect(new Set(suits('Wat vond Nederland van drinkwater?', 'paragraph'))).toEqual(new Set([0]));
  });
});

describe('kind of answer', () => {
  it.each([
    ['Hoeveel nachttreinen komen er?', 'count', 'Er komen twaalf nieuwe nachttreinen.', true],
    ['Hoeveel treinen komen er?', 'count', 'Op 8 december 2020 spreken zij over treinen.', false],
    ['How much money was announced?', 'money', 'De commissaris kondigde 30 miljoen euro aan.', true],
    ['Wat gaat dat kosten?', 'money', 'Er komen zestien meetstations.', false],
    ['Hoeveel kost een meetstation?', 'money', 'Er komen zestien meetstations.', false],
    ['Hoe lang duurt het?', 'duration', 'De steun loopt drie jaar.', true],
    ['Which countries signed?', 'named', 'Met België en Polen.', true],
    ['Wie gaat erover?', 'who', 'De ministers besluiten.', true],
    ['Waar komt het station?', 'where', 'Het komt in Delft.', true],
    ['Waarom blijft de wolf beschermd?', 'reason', 'omdat de soort kwetsbaar is', true],
    ['Wanneer komt het akkoord?', 'when', 'Een akkoord volgt voor het einde van maart.', true],
    ['Welk percentage van het bbp?', 'share', 'De norm van 2% van het bbp.', true],
    ['Hoe heet de minister?', 'named', 'De minister sprak over wolven.', false],
    ['Hoe heet de minister?', 'named', 'De heer Jansen sprak.', true],
  ] as const)('%j asks for %s', (question, type, text, expected) => {
    expect(answerTypeOf(question)).toBe(type);
    expect(holds(text, type)).toBe(expected);
  });

  it.each([
    ['count', 'Er zijn zeventien sluizen.', true],
    ['count', 'Er zijn driehonderd sluizen.', true],
    ['count', 'Twaalfduizend huizen staan leeg.', true],
    ['count', 'Tweeduizend huizen staan leeg.', true],
    ['count', 'Het zijn er een miljoen.', true],
    ['count', 'Ten aanzien van een sluis is niets bekend.', false],
    ['duration', 'Het duurt anderhalf jaar.', true],
    ['duration', 'Het duurt tweeënhalve maand.', true],
    ['duration', 'Het duurt negentien lange weken.', true],
    ['duration', 'Zeventien sluizen gingen dat jaar open.', false],
    ['when', 'Na vijfentwintig jaar gaat de sluis open.', true],
  ] as const)('%s: %j is %j', (type, text, expected) => {
    expect(holds(text, type)).toBe(expected);
  });

  it('is unknown for other questions', () => {
    expect(answerTypeOf('Blijft de wolf beschermd?')).toBeNull();
  });
});

describe('follow-up questions', () => {
  const previous = 'Wat zei Nederland over drinkwater in 2019?';

  it.each(['en in 2020?', 'And what about that?', 'waarom dat?'])('%j is completed', (question) => {
    expect(completed(question, previous)).toContain('drinkwater');
    expect(completed(question, previous).endsWith(question)).toBe(true);
  });

  it.each([
    ['en over treinen?', 'Wat zei Nederland over treinen in 2019?'],
    ['And what about trains?', 'Wat zei Nederland over trains in 2019?'],
    ['hoe zit het met treinen in 2020?', 'Wat zei Nederland over treinen in 2020?'],
  ])('%j leaves the subject before it', (question, whole) => {
    expect(completed(question, previous)).toBe(whole);
    expect(completed('waarom?', conversation(question, previous))).not.toContain('drinkwater');
  });

  it.each([
    'Over welke landen?',
    'Wat vindt de Kamer er van?',
    'Is er over gesproken?',
    'Wat wil de minister er mee bereiken?',
    'What happened there?',
    'What did the Dutch minister promise about that?',
    'What did the Dutch minister promise about that in 2020?',
    'What did the Dutch minister do about it?',
  ])('%j leans on the question before it', (question) => {
    expect(completed(question, previous)).toContain('drinkwater');
    expect(conversation(question, previous)).toContain('drinkwater');
  });

  it.each([
    'Wat gebeurt er in Mali?',
    'Wat staat er in de brief over lood?',
    'Hoeveel mensen werken er bij Defensie?',
    'Are there plans for nitrogen?',
    'What risks are there for farmers?',
    'What did the minister promise for this year?',
    'Over welke landen spraken de ministers?',
  ])('%j stands by itself', (question) => {
    expect(completed(question, previous)).toBe(question);
    expect(conversation(question, previous)).toBe(question);
  });

  it('a new date takes the place of the old one', () => {
    expect(completed('en in 2020?', previous)).not.toContain('2019');
  });

  it('a question of its own is left as it is', () => {
    const question = 'Hoeveel nachttreinen komen er volgens het kabinet?';
    expect(completed(question, previous)).toBe(question);
    expect(completed('en in 2020?', undefined)).toBe('en in 2020?');
    expect(completed('en in 2020?', '  ')).toBe('en in 2020?');
  });
});

describe('several letters', () => {
  it.each([
    'Hoe veranderde het standpunt over drinkwater?',
    'Wat zeggen beide brieven over water?',
    'How did it change?',
  ])('%j looks in several', (question) => {
    expect(asksSeveral(question)).toBe(true);
  });

  it('most questions do not', () => {
    expect(asksSeveral('Wat vond Nederland van de normen voor lood?')).toBe(false);
  });
});

describe('a conversation', () => {
  const asking = (...questions: string[]) => {
    const last = questions.at(-1) ?? '';
    let previous: string | undefined;
    for (const question of questions.slice(0, -1)) previous = conversation(question, previous);
    return completed(last, previous);
  };

  it('keeps its subject and the last time that was named, whatever is asked of them', () => {
    const asked = [
      'Afghanistan okt 2021?',
      'en in 2017?',
      'wat vond Nederland daarvan?',
      'waarom?',
      'and who signed it?',
    ];
    expect(asking(...asked.slice(0, 2))).toBe('Afghanistan ? en in 2017?');
    expect(asking(...asked.slice(0, 3))).toBe('Afghanistan ? en in 2017? wat vond Nederland daarvan?');
    expect(asking(...asked.slice(0, 4))).toBe('Afghanistan ? en in 2017? wat vond Nederland daarvan? waarom?');
    expect(asking(...asked)).toBe('Afghanistan ? en in 2017? and who signed it?');
    expect(asking(...asked, 'En in 2020?')).toBe('Afghanistan ? En in 2020?');
  });

  it('begins anew with a question that leans on nothing', () => {
    expect(asking('Afghanistan okt 2021?', 'en in 2017?', 'Hoeveel F-35 toestellen levert Nederland?')).toBe(
      'Hoeveel F-35 toestellen levert Nederland?',
    );
    expect(asking('Wat is besloten over Afghanistan?', 'Irak?')).toBe('Irak?');
  });

  it('asks the same of another', () => {
    expect(asking('Wat zei Duitsland over drinkwater?', 'En België?')).toBe('Wat zei België over drinkwater?');
  });

  it.each([
    [['Wat vindt Nederland van China?', 'En Rusland?', 'En Iran?'], 'Wat vindt Nederland van Iran?'],
    [['Wat is het standpunt over visserij?', 'En Irak?'], 'Wat is het standpunt over Irak?'],
    [['Wat zei Nederland over drinkwater in 2019?', 'En Irak?'], 'Wat zei Nederland over Irak in 2019?'],
    [['What is the Dutch position on Georgia?', 'And Ukraine?'], 'What is the Dutch position on Ukraine?'],
    [
      ['De minister van Economie, wat vond Nederland van Irak?', 'En Iran?'],
      'De minister van Economie, wat vond Nederland van Iran?',
    ],
    [
      ['Wat staat er in Kamerstuk 28676 nr. 348 over Afghanistan?', 'En Irak?', 'En Iran?'],
      'Wat staat er in Kamerstuk 28676 nr. 348 over Iran?',
    ],
    [['Wie sprak in de Top van 4 November 2021?', 'En Februari 2022?'], 'Wie sprak in de Top van ? En Februari 2022?'],
  ])('a name takes the place of what was asked about: %j', (questions, whole) => {
    expect(asking(...questions)).toBe(whole);
  });

  it.each([
    [['Hoeveel geeft de EU aan Jemen?', 'En Oekraïne?'], 'Hoeveel geeft de EU aan Oekraïne?'],
    [['Hoeveel geeft de EU aan Jemen?', 'En de VN?'], 'Hoeveel geeft de VN aan Jemen?'],
    [['Hoeveel geld geeft Nederland per jaar?', 'En de EU?'], 'Hoeveel geld geeft de EU per jaar?'],
    [['Hoeveel geeft de EU aan Jemen in 2023?', 'En aan Mali in 2024?'], 'Hoeveel geeft de EU aan Mali in 2024?'],
    [['What does the minister say about Bunq?', 'And Yemen?'], 'What does the minister say about Yemen?'],
    [['What does the minister say about Bunq?', 'What about Yemen?'], 'What does the minister say about Yemen?'],
    [['Wie stelde de vragen over vliegtaks?', 'En over vuurwerk?'], 'Wie stelde de vragen over vuurwerk?'],
    [['Wie heeft de vragen over vliegtaks gesteld?', 'En vuurwerk?'], 'Wie heeft de vragen over vuurwerk gesteld?'],
    [['Wat zei minister Kamp over Kosovo?', 'En Bijleveld?'], 'Wat zei minister Bijleveld over Kosovo?'],
    [['Wat zei minister Kamp over Kosovo?', 'En Servië?', 'En Irak?'], 'Wat zei minister Kamp over Irak?'],
    [['Afghanistan okt 2021?', 'En Irak?'], 'Irak okt 2021?'],
    [['Waarom steunt Nederland Oekraïne?', 'En Irak?'], 'Waarom steunt Nederland Irak?'],
    [['Hoeveel gemeenten doen mee?', 'En Amsterdam?'], 'Hoeveel gemeenten doen mee? En Amsterdam?'],
  ])('what is named takes the place of the one of its kind: %j', (questions, whole) => {
    expect(asking(...questions)).toBe(whole);
  });

  it('what it names must be said in the answer', () => {
    const previous = 'Hoeveel geeft de EU aan Jemen?';
    expect(newlyNamed('En Oekraïne in 2022?', previous)).toBe('Oekraïne');
    expect(newlyNamed('En in Brussel?', previous)).toBe('Brussel');
    expect(newlyNamed('and in English?', `${previous} / En Oekraïne?`)).toBe('Oekraïne');
    expect(newlyNamed('En Oekraïne?', undefined)).toBeNull();
    for (const other of ['En in 2022?', 'En de kosten?', 'Waarom?', 'En wie tekende die?', previous])
      expect(newlyNamed(other, previous)).toBeNull();
  });

  it('a place that narrows takes the place of no other', () => {
    expect(asking('Wat zei Kamp over Kosovo?', 'En in Brussel?')).toBe('Wat zei Kamp over Kosovo? En in Brussel?');
    expect(asking('Wat doet Nederland in Mali?', 'En in Niger?')).toBe('Wat doet Nederland in Niger?');
  });

  it('begins anew with a question that names its own subject first', () => {
    const asked = ['Wat zegt de brief over de dijk?', 'En bijtincidenten, wie ging daarover?', 'Hoeveel gemeenten?'];
    expect(asking(...asked.slice(0, 2))).toBe('En bijtincidenten, wie ging daarover?');
    expect(asking(...asked)).toBe('En bijtincidenten, wie ging daarover? Hoeveel gemeenten?');
    expect(asking(asked[0] ?? '', 'En de kosten, wie betaalt die?')).toContain('dijk');
    expect(asking(asked[0] ?? '', 'En in 2020, wat gebeurde daar toen?')).toContain('dijk');
  });

  it('whose words are asked for, and an aspect, take no place', () => {
    expect(asking('Wat is er gezegd over de F-35?', 'En de kosten?')).toContain('F-35');
  });

  it('goes on after thanks, and in another language when that is wished for', () => {
    expect(asking('Wat zei Nederland over drinkwater?', 'dank je wel!', 'en in 2020?')).toContain('drinkwater');
    expect(asking('Wat zei Nederland over drinkwater?', 'and in English?')).toBe('Wat zei Nederland over drinkwater?');
    expect(asking('Wat zei Nederland over drinkwater?', 'and in English?', 'waarom?')).toContain('drinkwater');
    expect(languageWished('And in Dutch, please?')).toBe('nl');
    expect(languageWished('in het Engels graag')).toBe('en');
    expect(languageWished('Wat doet Nederland in het Engels onderwijs?')).toBeNull();
  });

  it('keeps its beginning and its end where it grows long', () => {
    const long = Array.from({ length: 40 }, (_, i) => `en wat zei land ${i} daarvan?`);
    let previous: string | undefined = 'Wat zei Nederland over drinkwater?';
    for (const question of long) previous = conversation(question, previous);
    expect(previous.length).toBeLessThanOrEqual(500);
    expect(previous).toContain('drinkwater');
    expect(previous.endsWith('en wat zei land 39 daarvan?')).toBe(true);
  });
});

describe('what asks nothing', () => {
  it.each([
    'dank je wel, heel nuttig!',
    'Thanks, very helpful',
    'goedemorgen allemaal',
    'top, duidelijk',
    'fijn weekend',
  ])('%j', (text) => {
    expect(hasContent(text)).toBe(false);
    expect(isSmallTalk(text)).toBe(true);
  });

  it.each(['hoi, wie tekende de brief?', 'dank je, en in 2020?', 'Allied Solace'])('%j asks something', (text) => {
    expect(hasContent(text)).toBe(true);
  });
});

describe('the time that is asked about', () => {
  it.each([
    ['over drinkwater in oktober 2021', '2021-10-01'],
    ['What was said about trains in 2022?', '2022-01-01'],
    ['drinkwater okt 2021?', '2021-10-01'],
    ['drinkwater in 2021-10?', '2021-01-01'],
    ['de verslagen van 2021 - en drinkwater?', '2021-01-01'],
  ])('%j', (question, from) => {
    expect(periodAsked(question)?.from).toBe(from);
  });

  it.each([
    'Wat moet er voor 2030 gebeuren?',
    'Tot 2024?',
    'van 2017 tot 2022',
    'Wat over drinkwater?',
    'drinkwater in vergaderjaar 2023-2024',
    'What was said of water in 2023/2024?',
    'drinkwater in 2023/24?',
  ])('%j names none', (question) => {
    expect(periodAsked(question)).toBeNull();
  });
});

describe('words between quotation marks', () => {
  it.each([
    ['Waar staat "coalition of the willing"?', 'coalition of the willing'],
    ['Wie zegt “geen concessies”?', 'geen concessies'],
    ['Wat is ‘NAVO’s rol’ hier?', 'NAVO’s rol'],
    ['Wat is «militair Schengen»?', 'militair Schengen'],
    ["Wat is 'burden sharing'?", 'burden sharing'],
  ])('%j', (question, words) => {
    expect(quotedWords(question)).toEqual([words]);
  });

  it('end where the sentence around them does not', () => {
    expect(quotedWords('Waar staat " … de brug, en hoe?! ..."?')).toEqual(['de brug, en hoe']);
  });

  it('are no apostrophes', () => {
    expect(quotedWords("Waarom 's avonds en 's nachts?")).toEqual([]);
    expect(quotedWords('NAVO’s rol en Europa’s rol')).toEqual([]);
  });

  it('are found whatever their case and accents, as whole words', () => {
    const says = saying('één Schip');
    expect(says('Er kwam een  schip aan.')).toBe(true);
    expect(says('Er kwam een schipper aan.')).toBe(false);
  });

  it('can be all that is asked', () => {
    expect(asksOnlyWords('Waar staat "militair Schengen"?')).toBe(true);
    expect(asksOnlyWords('Waarom steunt Nederland "militair Schengen"?')).toBe(false);
  });
});
