import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Library } from '../../src/answers/types.ts';
import { openLibrary } from '../../src/cli/app/open-library.ts';
import { readSettings } from '../../src/cli/options/settings.ts';
import { SEEDS } from '../support/folders.ts';
import { silentTerminal } from '../support/silent-terminal.ts';

let library: Library;
let close: () => Promise<void>;
beforeAll(async () => {
  const settings = readSettings({ letters: SEEDS, index: inject('indexDir') }, {});
  ({ library, close } = await openLibrary(settings, silentTerminal()));
});
afterAll(() => close());

/** Questions with words that must stand in one of the first three quotes. */
const GOLDEN = [
  ['Tot wanneer loopt operatie Allied Solace?', 'verlengd tot 28 februari 2022'],
  ['Waar komt het NATO Space Centre?', 'NATO Space Centre in Ramstein'],
  ['Wie ondertekende de brief van 1 februari 2022?', 'K.H. Ollongren'],
  ['Hoeveel F-35 toestellen stuurt Nederland naar Bulgarije?', 'twee F-35 jachtvliegtuigen'],
  ['Wat is besloten over een actieplan voor vrouwen, vrede en veiligheid?', 'actieplan ter implementatie'],
  ['Wie zijn de negen bondgenoten van de Letter of Intent?', 'België, Denemarken, Duitsland, Hongarije'],
  ['Wat vindt Nederland van toetreding van Georgië en Oekraïne?', 'kunnen toetreden tot de NAVO'],
  ['hoeveel miljard extra voor defensie in 2017', '5 miljard euro extra'],
  ['Uit welk jaar dateert het huidige Strategisch Concept?', 'dateert uit 2010'],
  ['When was operation Allied Solace extended until?', '28 februari 2022'],
  ['Who signed the annotated agenda of June 2021?', 'Stef Blok'],
  ['Which role does the Netherlands see for NATO on climate change?', 'klimaat gerelateerde risico’s'],
] as const;

describe('A question finds the words that answer it', () => {
  test.each(GOLDEN)('%s', async (question, words) => {
    const answer = await library.ask(question, { top: 3 });
    expect(answer.quotes.map(({ text }) => text).join('\n')).toContain(words);
  });
});

test.each([
  'Hoe lang moet een appeltaart in de oven?',
  'Who wrote Pride and Prejudice?',
  'Hoeveel kost een brood?',
  'Hoe vraag ik een parkeervergunning aan?',
  '🙂🙂🙂',
  'xqzt wvbn plrk',
])('%s is refused and nothing is quoted', async (question) => {
  expect(await library.ask(question)).toMatchObject({ answered: false, quotes: [] });
});

test('What the letters never speak of is told from a detail that they lack', async () => {
  expect((await library.ask('Hoe lang moet een appeltaart in de oven?')).reasonCode).toBe('off_topic');
  expect((await library.ask('Wat kost een F-35?')).reasonCode).toBe('not_in_letters');
  expect((await library.ask('Welke kleur heeft de vlag van Kosovo?')).reasonCode).toBe('not_in_letters');
});

test('Every quote of every answer is a span of its letter', async () => {
  for (const [question] of GOLDEN) {
    const { quotes } = await library.ask(question, { top: 10 });
    expect(quotes.length).toBeGreaterThan(0);
    for (const quote of quotes) expect(library.quote(quote.id)?.text).toBe(quote.text);
  }
});

describe('Around a quote', () => {
  test('stand the passages before and after it', async () => {
    const [quote] = (await library.ask('Tot wanneer loopt operatie Allied Solace?')).quotes;
    const [before, itself, after] = library.context(quote!.id);
    expect(itself?.text).toBe(quote?.text);
    expect(before!.end).toBeLessThanOrEqual(itself!.start);
    expect(after!.start).toBeGreaterThanOrEqual(itself!.end);
  });

  test('stands its section, in order', async () => {
    const [quote] = (await library.ask('Tot wanneer loopt operatie Allied Solace?')).quotes;
    const section = library.section(quote!.id);
    expect(section.length).toBeGreaterThan(2);
    expect(new Set(section.map((part) => part.section))).toEqual(new Set(['Afghanistan']));
    expect(section.map(({ start }) => start)).toEqual(section.map(({ start }) => start).sort((a, b) => a - b));
  });
});

describe('While typing', () => {
  test.each([
    ['okt 21', '2021-10-21'],
    ['Brussel', 'Brussel'],
    ['feb 2022', '2022-02-16'],
    ['november 2017', '2017-11-08'],
  ])('%s suggests a meeting', (typed, expected) => {
    expect(JSON.stringify(library.suggestMeetings(typed, 3)[0])).toContain(expected);
  });

  test('a misspelt word still suggests the passage', () => {
    const letter = library.suggestLetters('oktober 2021', 1)[0]!;
    expect(
      library
        .suggestPassages(letter.id, 'hervesteging', 5)
        .map(({ text }) => text)
        .join(),
    ).toContain('hervestiging');
  });

  test('nothing typed suggests everything in order', () => {
    expect(library.suggestLetters('', 25)).toHaveLength(5);
    expect(library.suggestPassages(library.letters[0]!.id, '', 3)).toHaveLength(3);
  });
});

test('Unknown ids give nothing', () => {
  expect(library.quote('nowhere')).toBeNull();
  expect(library.context('nowhere')).toEqual([]);
  expect(library.section('nowhere')).toEqual([]);
  expect(library.sectionStart('nowhere', 'Afghanistan')).toBeNull();
});
