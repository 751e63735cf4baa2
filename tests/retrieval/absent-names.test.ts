import { describe, expect, it } from 'vitest';
import { parseLetter } from '../../src/letters/parse.ts';
import { absentNames } from '../../src/retrieval/lexical/absent-names.ts';
import { conceptsOf } from '../../src/retrieval/lexical/concepts.ts';
import { LEXICAL_WEIGHTS } from '../../src/retrieval/lexical/weights.ts';
import { WrittenNumbers } from '../../src/retrieval/lexical/written-numbers.ts';
import { absentAmounts } from '../../src/retrieval/question/amounts.ts';
import { buildLexicon } from '../../src/retrieval/retrieval-data.ts';
import { corpusOf } from './fixtures.ts';

const source = `Den Haag, 3 maart 2019

Nederland en Noord-Macedonië steunen het voorstel van commissaris Vella. De Russische delegatie was afwezig. Voor de
KC-30 en het IPCC en het OM komt 5 miljoen euro; 2% gaat naar de Raad. Zweden stemde tegen. De werkgroep bestaat uit experts.
Er kwamen 900 Eritreeërs. De G20 besloot tot een heffing op CO2. Door covid-19 sloot de A12.
`;
const corpus = corpusOf([parseLetter({ file: 'raad.txt', source })]);
const lexicon = buildLexicon(corpus);

function absent(question: string, language: 'nl' | 'en' = 'nl'): string[] {
  return absentNames(question, conceptsOf(question, language, lexicon, LEXICAL_WEIGHTS), lexicon);
}

describe('names that no letter gives', () => {
  it.each([
    ['Wat vindt Trump van het voorstel?', ['Trump']],
    ['Wat wil de PVV met de KC-30?', ['PVV']],
    ['Hoeveel F-16’s komen er?', ['F-16']],
    ['Wie kent de (VVX)?!', ['VVX']],
    ['Wie leidt "Trump\'s" …?', ['Trump']],
    ['Steunt Noord-Korea het voorstel?', ['Noord-Korea']],
    ['Hoe groot is de KFOR-missie?', ['KFOR-missie']],
    ['Steunen Zweden en Israël het voorstel?', ['Israël']],
    ['Wat vindt de WHO van het voorstel?', ['WHO']],
    ['Wat doet de WHO?', ['WHO']],
    ['Wie zijn de IS-experts?', ['IS-experts']],
    ['Wat willen de G77-landen?', ['G77-landen']],
    ['Wat kost een ch4-heffing?', ['ch4-heffing']],
    ['Wat wil de G20-Trump?', ['G20-Trump']],
  ])('%j', (question, names) => {
    expect(absent(question)).toEqual(names);
  });

  it.each([
    'Wat vindt Vella van het voorstel?',
    'Steunt Noord-Macedonie het?',
    'Wat deed Rusland?',
    'Wat wilde Moskou?',
    'Wat deed de IPCC-topvrouw?',
    'Wat kost het KC-30-programma?',
    'Wat vindt NL ervan?',
    'Wat besloten de G20-landen?',
    'Wat kost de CO2-heffing?',
    'Wat kost de co2-heffing?',
    'Wanneer zijn de A12-werkzaamheden?',
    'Wat bij een COVID19-besmetting of een covid-19-uitbraak?',
    'Wat is Vellas voorstel?',
    'wat vindt trump ervan',
    'Hoeveel Experts In 2019?',
    'Wat doet het OM?',
    'Wat kost het NU?',
    'WAT VINDT DE OR ERVAN?',
  ])('%j names what the letters speak of, in these or other words', (question) => {
    expect(absent(question)).toEqual([]);
  });

  it('knows inhabitants by the name of their country, in both languages', () => {
    expect(absent('How many Eritreans came?', 'en')).toEqual([]);
    expect(absent('Hoeveel mensen uit Eritrea kwamen er?')).toEqual([]);
    expect(absent('How many Kenyans came?', 'en')).toEqual(['Kenyans']);
  });

  it('goes by other words in English too, and by none in a title', () => {
    expect(absent('What did Sweden say?', 'en')).toEqual([]);
    expect(absent('What did NL say?', 'en')).toEqual([]);
    expect(absent('What Should Macron And Trump Say Now', 'en')).toEqual([]);
    expect(absent('What did Macron say?', 'en')).toEqual(['Macron']);
  });
});

describe('amounts that no letter gives', () => {
  it.each([
    ['Waar gaat 5 miljoen euro naartoe?', []],
    ['Waar gaat 6 miljoen euro naartoe?', ['6 miljoen']],
    ['Kost het meer dan 6 miljoen euro?', []],
    ['Wie krijgt 2 procent?', []],
    ['Wie krijgt 3%?', ['3%']],
    ['Krijgt iemand minder dan 3%?', []],
    ['Zijn het 12 experts?', []],
  ])('%j', (question, amounts) => {
    expect(absentAmounts(question, new WrittenNumbers(corpus, lexicon))).toEqual(amounts);
  });
});
