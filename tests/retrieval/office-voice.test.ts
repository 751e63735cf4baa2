import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answers/ask.ts';
import { corpusPassages } from '../../src/indexing/stored.ts';
import { officeVoice } from '../../src/retrieval/question/office-voice.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { lettersFrom } from '../support/letters-library.ts';
import { prepared, wordEncoder } from './fixtures.ts';

const letters = lettersFrom({
  'dammen.txt': `Den Haag, 3 maart 2024

De dammen in de rivier blijven liggen. De Minister van Defensie heeft aangegeven dat dammen hem niet hinderen.

Sluizen zijn een verantwoordelijkheid van het ministerie van Defensie. Over sluizen is met de Minister van Defensie gesproken.

De Minister van Infrastructuur en Waterstaat,
K. Eerste
`,
  'kazernes.txt': `Den Haag, 5 april 2024

De kazernes in Delden worden verbouwd. Kazernes zijn nodig.

De Minister van Defensie,
L. Tweede
`,
  'zorg.txt': `Den Haag, 6 mei 2024

Hierbij stuur ik u, mede namens de Minister van Onderwijs, Cultuur en Wetenschap, een brief over internaten.

Internaten vragen zorg. De zorg in internaten wordt beter.

De Staatssecretaris van Volksgezondheid, Welzijn en Sport,
M. Derde
`,
  'vragen.txt': `Vragen van het lid Otter (XYZ) aan de Minister van Buitenlandse Zaken over kanalen (ingezonden 6 maart 2025).

Antwoord van Minister Vierde (BZ) (ontvangen 25 maart 2025).

Vraag 1
Kent u de kanalen?

Antwoord 1
De kanalen naar zee zijn open, en kanalen blijven open.
`,
  'zonder.txt': `Nr. 12 BRIEF VAN DE MINISTER VAN FINANCIËN

Den Haag, 7 juni 2024

De munten worden opnieuw geslagen. Munten zijn van zilver.
`,
});
const corpus = { letters, passages: corpusPassages(letters) };
const encoder = wordEncoder();
const data = await prepared(encoder, corpus);
const retriever = createRetriever({ corpus, data, encoder, threshold: 0.15 });
const answerTo = (question: string) => ask({ corpus, retriever }, question);

describe('The office whose words a question asks for', () => {
  test.each([
    ['Wat zegt de minister van Onderwijs over jeugdzorg?', 'de minister van Onderwijs'],
    ['Wat heeft het ministerie van Defensie gezegd over honden?', 'het ministerie van Defensie'],
    ['wat vindt de minister van defensie van honden', 'de minister van defensie'],
    ['Wat schrijft de staatssecretaris van VWS over zorg?', 'de staatssecretaris van VWS'],
    ['Wat vindt Defensie van honden?', 'Defensie'],
    [
      'Wat is het standpunt van de Minister voor Natuur en Stikstof over honden?',
      'de Minister voor Natuur en Stikstof',
    ],
    ['What does the Minister of Foreign Affairs say about dogs?', 'the Minister of Foreign Affairs'],
    ['What did the Education Minister say about dogs?', 'the Education Minister'],
    ['Hoeveel kost het volgens de minister van Financiën?', 'de minister van Financiën'],
  ])('%s', (question, who) => {
    expect(officeVoice(question, corpus, data.lexicon)?.who).toBe(who);
  });

  test.each([
    'Wat zegt de minister over honden?',
    'Wat zegt minister Tweede over honden?',
    'Wat schrijft minister van Defensie Tweede over honden?',
    'Wat heeft de minister van Defensie Tweede gezegd over honden?',
    'Wat zegt minister van Otterlo over honden?',
    'Wat zeiden de ministers van Defensie over honden?',
    'Wat zei de Duitse minister van Defensie over honden?',
    'Wat zei de minister van Defensie van Duitsland over honden?',
    'Wat vindt Duitsland van de minister van Defensie?',
    'Wie is de minister van Defensie?',
    'Wanneer spraken de ministers van Defensie?',
  ])('%s: none', (question) => {
    expect(officeVoice(question, corpus, data.lexicon)).toBeNull();
  });
});

describe('What an office says stands in its letters', () => {
  test.each([
    ['Wat zegt de minister van Defensie over kazernes?', 'kazernes.txt'],
    ['Wat heeft het ministerie van Defensie over kazernes gezegd?', 'kazernes.txt'],
    ['What does the Minister of Defence say about kazernes?', 'kazernes.txt'],
    ['Wat zegt de staatssecretaris van VWS over internaten?', 'zorg.txt'],
    ['Wat zegt de minister van Onderwijs over internaten?', 'zorg.txt'],
    ['Wat zegt de minister van Buitenlandse Zaken over kanalen?', 'vragen.txt'],
    ['Wat zegt de minister van Financiën over munten?', 'zonder.txt'],
  ])('%s', async (question, file) => {
    const { quotes, related } = await answerTo(question);
    expect(new Set([...quotes, ...related].map((quote) => quote.file))).toEqual(new Set([file]));
    expect(quotes).not.toEqual([]);
  });

  test('or in a sentence that names it as who speaks', async () => {
    const { quotes } = await answerTo('Wat zegt de minister van Defensie over dammen?');
    const marked = quotes[0]?.marks.map(({ start, end }) => quotes[0]?.text.slice(start, end));
    expect(marked?.join(' ')).toContain('De Minister van Defensie heeft aangegeven');
  });

  test.each([
    'Wat zegt de minister van Defensie over sluizen?',
    'Wat heeft het ministerie van Defensie gezegd over internaten?',
    'Wat zegt de minister van VWS over internaten?',
    'Wat zegt de minister van Landbouw over kazernes?',
    'What does the Minister of Finance say about dammen?',
  ])('%s: else it is refused', async (question) => {
    expect(await answerTo(question)).toMatchObject({ answered: false, quotes: [] });
  });
});
