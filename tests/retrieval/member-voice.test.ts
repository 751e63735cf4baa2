import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answers/ask.ts';
import { corpusPassages } from '../../src/indexing/stored.ts';
import { memberVoice } from '../../src/retrieval/question/member-voice.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { lettersFrom } from '../support/letters-library.ts';
import { prepared, wordEncoder } from './fixtures.ts';

const letters = lettersFrom({
  'dammen.txt': `Vragen van de leden Otter, Bever (XYZ) en Van der Snoek (ABC-QRS) aan de Minister van Water over dammen (ingezonden 6 maart 2025).

Antwoord van Minister Tiende (Water) (ontvangen 25 maart 2025).

Vraag 1
Deelt u de zorgen over dammen in de Regge?

Antwoord 1
Dammen in de Regge zijn nodig, en dammen blijven. Ik vind dammen een goed middel.

Vraag 2
Wat vindt u van sluizen?

Antwoord 2
Sluizen zijn duur. Het lid Bever (XYZ) vindt dat sluizen dicht moeten. De motie van het lid Das (DEF) over sluizen is verworpen.

Vraag 3
Kent u het artikel over bruggen?

Antwoord 3
Bruggen zijn besproken in antwoorden op Kamervragen van Tweede Kamerlid Bever (XYZ) naar aanleiding van het bericht.
`,
});
const corpus = { letters, passages: corpusPassages(letters) };
const encoder = wordEncoder();
const retriever = createRetriever({ corpus, data: await prepared(encoder, corpus), encoder, threshold: 0.2 });
const answerTo = (question: string) => ask({ corpus, retriever }, question);

describe('The view of a party or a member', () => {
  test.each([
    ['Wat vindt de XYZ van dammen?', 'de XYZ'],
    ['Wat vindt de xyz van dammen?', 'de xyz'],
    ['Wat wil ABC-QRS met dammen?', 'ABC-QRS'],
    ['Wat wil de QRS met dammen?', 'de QRS'],
    ['Wat stemde de fractie van de XYZ over dammen?', 'de fractie van de XYZ'],
    ['Wat heeft de XYZ-fractie over dammen gezegd?', 'de XYZ-fractie'],
    ['Is de XYZ voor dammen?', 'de XYZ'],
    ['Wat moet er volgens de XYZ met dammen gebeuren?', 'de XYZ'],
    ['Hoe staat de XYZ tegenover dammen?', 'de XYZ'],
    ['What does XYZ want to do about dams?', 'XYZ'],
    ["What is XYZ's position on dams?", 'XYZ'],
    ['How did the XYZ vote on dams?', 'the XYZ'],
    ['Wat zegt Otter over dammen?', 'Otter'],
    ['Wat vindt mevrouw Van der Snoek van dammen?', 'mevrouw Van der Snoek'],
    ['Wat is het standpunt van het lid Bever over dammen?', 'het lid Bever'],
    ['What does MP Marter say about dams?', 'MP Marter'],
    ['Wat vindt de Partij voor de Otters van dammen?', 'de Partij voor de Otters'],
    ['Wat vindt de fractie van GHI van dammen?', 'de fractie van GHI'],
  ])('%s', (question, who) => {
    expect(memberVoice(question, corpus)?.who).toBe(who);
  });

  test.each([
    'Wat zegt minister Tiende over dammen?',
    'Wat vindt Tiende van dammen?',
    'Wat vindt het kabinet van dammen?',
    'Wat vindt Duitsland van dammen?',
    'Wat staat er over de XYZ in de brief?',
    'Heeft de XYZ vragen gesteld over dammen?',
    'Hoeveel dammen zijn er?',
    'What is the XYZ?',
  ])('%s: not asked for', (question) => {
    expect(memberVoice(question, corpus)).toBeNull();
  });
});

describe('Who thinks, says, asks or wants something', () => {
  const speaks = (sentence: string) => memberVoice('Wat vindt de XYZ van dammen?', corpus)?.speaksIn(sentence);
  test.each([
    'De XYZ vindt dammen nuttig.',
    'De XYZ noemt dammen nuttig.',
    'De XYZ heeft laten weten dat dammen nuttig zijn.',
    'Verder wil de XYZ meer dammen.',
    'De leden van de XYZ-fractie vragen of er dammen komen.',
    'De leden van de fracties van de ABC en de XYZ hebben gevraagd naar de dammen.',
    'Het lid Bever (XYZ) pleit voor dammen.',
    'Ik heb de motie van de leden Das (DEF) en Bever (XYZ) over dammen ontraden.',
    'Ik verwijs naar de moties van de leden Bever en Das (beiden XYZ) over dammen.',
    'Zie de moties van 4 mei van het lid Das (DEF) over de sluizen die te duur zijn (nr. 4) en van de leden Bever (XYZ) en Vis over dammen.',
    'Volgens de XYZ zijn dammen nuttig.',
    'Het door de XYZ voorgestelde verbod op dammen komt er niet.',
    'Ik ben het met de XYZ eens dat dammen nuttig zijn.',
    'Ik deel de zorgen van de XYZ over dammen niet.',
    'Ik ga in op de vraag van het lid Bever (XYZ) of er dammen komen.',
    'De XYZ stemde tegen het verbod op dammen.',
    'Bever (XYZ) vroeg om een overzicht van dammen.',
    'De fractie van de XYZ is van mening dat dammen nuttig zijn.',
  ])('%s', (sentence) => {
    expect(speaks(sentence)).toBe(true);
  });

  test.each([
    'Ik vind dammen nuttig.',
    'Zie de antwoorden op Kamervragen van Tweede Kamerlid Bever (XYZ) naar aanleiding van het bericht over dammen.',
    'Hierbij zend ik u de antwoorden op de vragen van het lid Bever (XYZ) over dammen.',
    'Het lid Bever (XYZ) heeft vragen gesteld over dammen.',
    'Ik heb met de XYZ over dammen gesproken.',
    'Ik wil het lid Bever (XYZ) danken voor de vraag over dammen.',
    'Voor de XYZ heb ik toegezegd dat de minister dammen wil.',
    'Dammen zijn volgens het AXYZ nuttig.',
  ])('%s: not they', (sentence) => {
    expect(speaks(sentence)).toBe(false);
  });
});

test('A motion names who put it, also where its "van" may be theirs', () => {
  const speaksIn = memberVoice('Wat wil Van der Snoek met dammen?', corpus)?.speaksIn;
  expect(speaksIn?.('Er is gesproken over de motie van der Snoek over dammen.')).toBe(true);
  expect(speaksIn?.('Er is gesproken met mevrouw Van der Snoek over dammen.')).toBe(false);
});

describe('is quoted only where a sentence says so of them', () => {
  test.each([
    ['Wat vindt de XYZ van sluizen?', 'Het lid Bever (XYZ) vindt'],
    ['Wat zegt Bever over sluizen?', 'Het lid Bever (XYZ) vindt'],
    ['Wat wil het lid Das met sluizen?', 'De motie van het lid Das'],
  ])('%s', async (question, words) => {
    const { quotes } = await answerTo(question);
    const marked = quotes[0]?.marks.map(({ start, end }) => quotes[0]?.text.slice(start, end));
    expect(marked?.join(' ')).toContain(words);
  });

  test.each([
    'Wat vindt de ABC van dammen?',
    'Wat zegt Otter over dammen?',
    'What does MP Van der Snoek say about the Regge?',
    'Wat vindt de XYZ van bruggen in de Regge?',
  ])('%s: refused', async (question) => {
    const answer = await answerTo(question);
    expect(answer).toMatchObject({ answered: false, quotes: [] });
    expect(answer.confidence).toBeLessThanOrEqual(0.1);
  });

  test('what the minister writes of it is', async () => {
    expect((await answerTo('Wat zegt minister Tiende over dammen?')).quotes[0]?.text).toContain('Dammen');
  });
});
