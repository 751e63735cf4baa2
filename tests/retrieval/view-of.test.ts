import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answers/ask.ts';
import { corpusPassages } from '../../src/indexing/stored.ts';
import { viewOf } from '../../src/retrieval/question/view-of.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { lettersFrom } from '../support/letters-library.ts';
import { prepared, wordEncoder } from './fixtures.ts';

describe('The view of another party', () => {
  test.each([
    ['Wat vindt China van het verdrag?', 'China'],
    ['wat vinden de Taliban van de strategie', 'de Taliban'],
    ['Wat was de reactie van Belarus op het team?', 'Belarus'],
    ['Hoe reageerde Noorwegen op het voorstel?', 'Noorwegen'],
    ['What does Turkey think of it?', 'Turkey'],
    ['What was Norway’s reaction to the plan?', 'Norway'],
    ['What is the position of Saudi Arabia on that?', 'Saudi Arabia'],
    ['What does the German government think of it?', 'the German government'],
    ['What does the Government of Germany think of it?', 'the Government of Germany'],
    ['Wat vindt de Duitse regering van het verdrag?', 'de Duitse regering'],
    ['Wat vindt de Franse Minister van Defensie van het verdrag?', 'de Franse Minister'],
    ['What does the British Ministry of Defence think of it?', 'the British Ministry of Defence'],
    ['What does the UK Ministry of Defence think of it?', 'the UK Ministry of Defence'],
    ['Wat vinden Defensie en China van het verdrag?', 'Defensie en China'],
    ['What did the Secretary-General think of it?', 'the Secretary-General'],
    ['Wat vindt MKB-Nederland van het verdrag?', 'MKB-Nederland'],
    ['Wat vindt het Openbaar Ministerie van het verdrag?', 'het Openbaar Ministerie'],
    ['What do Dutch companies think of the treaty?', 'Dutch companies'],
    ['Wat vindt China in de Raad van het verdrag?', 'China'],
  ])('%s', (question, who) => {
    expect(viewOf(question)).toBe(who);
  });

  test.each([
    'Wat vindt Nederland van China?',
    'Wat is het standpunt van het kabinet over China?',
    'Wat vindt de minister van de reactie van China?',
    'Wat vindt de NAVO van Iran?',
    'Wat is de reactie op het voorstel van China?',
    'Wat is Allied Solace?',
    'What does the Dutch government think of nuclear energy?',
    "What is the Cabinet's position on nuclear energy?",
    'What does the Foreign Minister think of China?',
    'What does the Ministry of Defence think of China?',
    'Wat vinden de Europese ministers van China?',
    'What do the Dutch Ministers think of China?',
    'What is the view of the State Secretary on China?',
    'Wat vindt de Nederlandse overheid van kernenergie?',
    'Wat is de reactie van de Minister-President op het voorstel?',
    'Wat vindt de Staatssecretaris van kernenergie?',
    'Wat vindt het Ministerie van Defensie van China?',
    'What do the Ministries of Health and Finance think of China?',
    'What does the Department of Health think of China?',
    'Wat vinden de Departementen van China?',
    'Wat vindt Financiën van China?',
    'Wat is het standpunt van Justitie en Veiligheid over China?',
    'Wat vinden Defensie en Buitenlandse Zaken van China?',
    'Wat vindt Volksgezondheid van China?',
    'Wat vindt JenV van China?',
    'Wat is de positie van vrouwen in Afghanistan?',
    'What is the position of women in Afghanistan?',
  ])('%s: not asked for', (question) => {
    expect(viewOf(question)).toBeNull();
  });
});

const letters = lettersFrom({
  'verslag.txt': `Den Haag, 3 maart 2024

Hierbij ontvangt u het verslag van de bijeenkomst van 1 maart 2024.

Visserij

Het visserijakkoord met IJsland loopt tot 2030. Nederland vindt het visserijakkoord met IJsland een goed akkoord.

Havens

Noorwegen wees het havenakkoord niet af, maar had kritiek op de duur. Met Finland is over het havenakkoord geen contact geweest.

Bruggen

Estland drong er bij de raad op aan het brugakkoord te tekenen. Letland blokkeert het brugakkoord. Litouwen is bij het
brugakkoord geen partij.

De Minister van Landbouw,
K. Eerste
`,
});
const corpus = { letters, passages: corpusPassages(letters) };
const encoder = wordEncoder();
const retriever = createRetriever({ corpus, data: await prepared(encoder, corpus), encoder, threshold: 0.2 });
const answerTo = (question: string) => ask({ corpus, retriever }, question);

describe('is answered only by a sentence that names it and speaks of views', () => {
  test('which is the one that is marked', async () => {
    const { quotes } = await answerTo('Wat vindt Noorwegen van het havenakkoord?');
    const marked = quotes[0]?.marks.map(({ start, end }) => quotes[0]?.text.slice(start, end));
    expect(marked?.join(' ')).toContain('had kritiek');
  });

  test.each([
    ['Wat vindt Estland van het brugakkoord?', 'Estland drong'],
    ['What does Latvia think of the brugakkoord?', 'Letland blokkeert'],
  ])('however that is said: %s', async (question, words) => {
    const { quotes } = await answerTo(question);
    const marked = quotes[0]?.marks.map(({ start, end }) => quotes[0]?.text.slice(start, end));
    expect(marked?.join(' ')).toContain(words);
  });

  test.each([
    'Wat vindt Landbouw van het visserijakkoord?',
    'Wat vindt het ministerie van Landbouw van het visserijakkoord?',
  ])('which who writes need not name: %s', async (question) => {
    expect((await answerTo(question)).quotes[0]?.text).toContain('een goed akkoord');
  });

  test('else it is refused', async () => {
    expect(await answerTo('Wat vindt Finland van het havenakkoord?')).toMatchObject({ answered: false, quotes: [] });
    expect(await answerTo('Wat vindt Litouwen van het brugakkoord?')).toMatchObject({ answered: false, quotes: [] });
  });
});
