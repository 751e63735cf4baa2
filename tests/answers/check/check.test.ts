import { describe, expect, test } from 'vitest';
import { checkDraft } from '../../../src/answers/check/check.ts';
import { createLetterWords } from '../../../src/answers/check/letter-words.ts';
import { checkSchema } from '../../../src/answers/check/schema.ts';
import { parseLetter } from '../../../src/letters/parse.ts';
import { expectVerbatim, lettersFrom } from '../../support/letters-library.ts';

const letters = lettersFrom({
  'kogels.txt': `Den Haag, 3 maart 2023

Hierbij ontvangt u het verslag van de bijeenkomst van de NAVO-ministers van Defensie van 14 en 15 februari 2023.

Munitie in Europa
De ministers spraken over de “gezamenlijke aanschaf” van munitie voor de komende tien jaar. Nederland draagt 40 miljoen euro bij, als eerste bond-
genoot. Dat is in foto’s vastgelegd.

Ook spraken zij over het tempo daarvan. Het kabinet onderzoekt welke andere bijdragen Nederland in de komende jaren nog kan leveren.

De minister van Defensie
K.H. Ollongren
`,
  'boten.txt': `Den Haag, 9 mei 2022

Fregatten
Het kabinet heeft besloten dat de bouw van vier fregatten in het najaar van 2024 begint bij een werf in Vlissingen.
`,
});

async function verdicts(draft: string): Promise<string[]> {
  const check = checkSchema.parse(await checkDraft(letters, draft));
  for (const { quote } of check.claims) if (quote) expectVerbatim(quote, letters);
  return check.claims.map(({ kind, verdict }) => `${kind} ${verdict}`);
}

describe('A quotation is verbatim', () => {
  test.each([
    ['between any marks', '„Nederland draagt 40 miljoen euro bij”'],
    ['between German ones', '„Nederland draagt 40 miljoen euro bij“'],
    ['between typographic ones', '“Nederland draagt 40 miljoen euro bij”'],
    ['between typewriter ones', '"Nederland draagt 40 miljoen euro bij"'],
    ['between single ones', '‘Nederland draagt 40 miljoen euro bij’'],
    ['between single typewriter ones', "'Nederland draagt 40 miljoen euro bij'"],
    ['between guillemets', '«Nederland draagt 40 miljoen euro bij»'],
    ['with an apostrophe of another kind', "‘Dat is in foto's vastgelegd.’"],
    ['with quotation marks of another kind in it', "„over de 'gezamenlijke aanschaf' van munitie”"],
    ['over a line end', '"Nederland draagt\n40 miljoen   euro bij"'],
    ['over a hyphen at a line end', '"als eerste bondge-\nnoot"'],
    ['over a hyphen at a line end that belongs to the word', '"de NAVO-\nministers van Defensie"'],
    ['over two sentences', '"voor de komende tien jaar. Nederland draagt 40 miljoen euro bij"'],
    ['from one paragraph into the next', '"Dat is in foto’s vastgelegd. Ook spraken zij over het tempo daarvan."'],
    ['of a heading', '"Munitie in Europa"'],
    ['of two words', '"gezamenlijke aanschaf"'],
    ['with something left out and said so', '"De ministers spraken over […] munitie voor de komende tien jaar"'],
    ['with something left out by dots', '"De ministers spraken over ... munitie voor de komende tien jaar"'],
    ['in a block', '> Nederland draagt 40 miljoen\n> euro bij, als eerste bondgenoot.'],
  ])('%s', async (_, draft) => {
    expect(await verdicts(`De minister schrijft:\n\n${draft}\n\nEinde.`)).toEqual(['quotation verbatim']);
  });
});

describe('A quotation is not verbatim', () => {
  test.each([
    ['with another number', '"Nederland draagt 50 miljoen euro bij, als eerste bondgenoot"', 'nearly'],
    ['with a word more', '"Nederland draagt graag 40 miljoen euro bij, als eerste bondgenoot"', 'nearly'],
    ['with other punctuation', '"Nederland draagt 40 miljoen euro bij als eerste bondgenoot"', 'nearly'],
    ['with another capital', '"nederland draagt 40 miljoen euro bij"', 'nearly'],
    ['that breaks off in a word', '"Nederland draagt 40 miljoen eu"', 'nearly'],
    [
      'with a part of another letter',
      '"De ministers spraken over […] vier fregatten in het najaar"',
      'nearly|not_found',
    ],
    [
      'with its parts in another order',
      '"munitie voor de komende tien jaar […] De ministers spraken"',
      'nearly|not_found',
    ],
    ['that nobody wrote', '"Nederland stuurt morgen tanks naar de maan"', 'not_found'],
  ])('%s', async (_, draft, verdict) => {
    const [found] = await verdicts(`De minister schrijft: ${draft}.`);
    expect(found).toMatch(new RegExp(`^quotation (?:${verdict})$`));
  });
});

test('What is left out of a verbatim quotation is a paragraph or two, not most of a letter', async () => {
  const words = 'haven dijk brug school akker molen trein kade sluis veerpont'.split(' ');
  const filler = Array.from(
    { length: 60 },
    (_, i) => `Over de ${words[i % 10]} bij ${words[(i * 7 + 3) % 10]} ${i} is veel gezegd.`,
  );
  const long = lettersFrom({
    'lang.txt': `Den Haag, 3 maart 2023\n\nHet kabinet wil de haven verdiepen. ${filler.join(' ')} Dat is niet nodig, zegt de raad.\n`,
  });
  const near = await checkDraft(
    long,
    '"Het kabinet wil de haven verdiepen. […] Over de brug bij kade 2 is veel gezegd."',
  );
  const far = await checkDraft(long, '"Het kabinet wil […] niet nodig, zegt de raad"');
  expect([near, far].map(({ claims }) => claims[0]?.verdict === 'verbatim')).toEqual([true, false]);
});

test('What differs is marked, word for word, and the passage is cited', async () => {
  const draft = 'Zij zegt: "Het kabinet onderzocht welke andere bijdragen Nederland in de komende jaren kan leveren".';
  const { claims } = await checkDraft(letters, draft);
  const [claim] = claims;
  expect(claim?.differences.filter(({ is }) => is !== 'same')).toEqual([
    { is: 'draft', text: 'onderzocht' },
    { is: 'letter', text: 'onderzoekt' },
    { is: 'letter', text: 'nog' },
  ]);
  expect(draft.slice(claim?.start, claim?.end)).toBe(claim?.text);
  expect(claim?.quote?.citation).toContain('Munitie in Europa');
  const { quote } = claim ?? {};
  const marked = quote?.marks.map(({ start, end }) => quote.text.slice(start, end));
  expect(marked).toEqual([
    'Het kabinet onderzoekt welke andere bijdragen Nederland in de komende jaren nog kan leveren',
  ]);
});

test('What the letter has instead is shown with its own quotation marks', async () => {
  const source =
    'Den Haag, 3 mei 2024\n\nHet kabinet noemt de bouw van de kade een „stille” ramp voor de haven en de schepen.\n';
  const letter = parseLetter({ file: 'kade.txt', source });
  const draft = '"Het kabinet noemt de bouw van de kade een grote ramp voor de haven en de schepen"';
  const { claims } = await checkDraft([letter], draft);
  expect(claims[0]?.differences.filter(({ is }) => is === 'letter').map(({ text }) => text)).toEqual(['„stille”']);
});

test('Sentences that a letter holds are found without quotation marks; the draft’s own are counted', async () => {
  const draft = `Het kabinet heeft besloten dat de bouw van vier fregatten in het najaar van 2024 begint bij een werf in Vlissingen. Dat vinden wij op onze afdeling een heel goed plan.

Het kabinet onderzoekt welke bijdragen Nederland in de komende jaren nog kan leveren.`;
  const check = await checkDraft(letters, draft);
  expect(check.claims.map(({ kind, verdict }) => [kind, verdict])).toEqual([
    ['sentence', 'verbatim'],
    ['sentence', 'nearly'],
  ]);
  expect(check.ownSentences).toBe(1);
  expect(check.quotations).toEqual({ verbatim: 0, nearly: 0, not_found: 0 });
});

test('Apostrophes and inches quote nothing', async () => {
  expect(await verdicts("'s Morgens zijn foto's van Anna's auto te zien, en 's avonds is hij 5\" lang.")).toEqual([]);
});

describe('Words of a question that is answered', () => {
  const asked = lettersFrom({
    'antwoorden.txt': `Den Haag, 3 maart 2023

Hierbij ontvangt u de antwoorden op Kamervragen over de veerpont.

Vraag 1

Vindt u het eerlijk dat de veerpont nu 3 euro kost?

Antwoord op vraag 1

De veerpont is er voor iedereen die de haven wil oversteken.

Vraag 2

Waarom nemen zo weinig reizigers de veerpont in de winter?

Vraag 3

Deelt u de mening dat de veerpont er voor iedereen is?

Antwoord op vragen 2 en 3

Dagelijks nemen 40 reizigers de veerpont in de winter, en zij is er voor iedereen die de haven wil oversteken.
`,
  });
  const check = async (draft: string) => {
    const { claims } = await checkDraft(asked, draft);
    for (const { quote } of claims) if (quote) expectVerbatim(quote, asked);
    return claims.map(({ verdict, asked: isAsked, quote }) => [verdict, isAsked, quote?.text.split(' ')[0]]);
  };

  test('are found, and are not the minister’s', async () => {
    expect(await check('"Vindt u het eerlijk dat de veerpont nu 3 euro kost?"')).toEqual([['verbatim', true, 'De']]);
    expect(await check('"Deelt u de mening dat de veerpont er voor iedereen is?"')).toEqual([
      ['verbatim', true, 'Dagelijks'],
    ]);
    expect(await check('"Vindt u het eerlijk dat de veerpont nu 4 euro kost?"')).toEqual([['nearly', true, 'De']]);
  });

  test('are the minister’s where the answer says them too', async () => {
    expect(await check('"reizigers de veerpont in de winter"')).toEqual([['verbatim', false, 'Dagelijks']]);
  });
});

test('What is quoted twice is judged twice, and nothing in a draft is nothing', async () => {
  expect(await verdicts('"gezamenlijke aanschaf" en "gezamenlijke aanschaf"')).toHaveLength(2);
  expect(await verdicts('')).toEqual([]);
  expect(await verdicts('\u0000\n\n\n"\n“„«‘')).toEqual([]);
});

test('The work stops when nobody waits for it', async () => {
  const waiting = new AbortController();
  waiting.abort();
  await expect(checkDraft(letters, 'x', { signal: waiting.signal })).rejects.toThrow();
});

test('The words of letters are kept as far as there is room, and are the same where they are not', () => {
  const [first, second] = letters;
  if (!first || !second) throw new Error('there are two letters');
  const once = createLetterWords()(first);
  const wordsOf = createLetterWords(once.text.length);
  expect(wordsOf(first)).toBe(wordsOf(first));
  expect(wordsOf(second)).not.toBe(wordsOf(second));
  expect(wordsOf(second).words).toEqual(wordsOf(second).words);
});

test.each([
  ['before its last words', '"Het kabinet heeft besloten dat de bouw van de veerboten begint in 2027."', '2027'],
  ['behind its first words', '"Morgen begint de bouw van de veerboten in 2027 bij een werf in Vlissingen."', 'Morgen'],
])('Words are found also where the letter says much more %s', async (_, draft, begins) => {
  const inserted = 'voor de verbinding tussen Vlissingen en Breskens, met een plaats voor fietsen,';
  const letter = lettersFrom({
    'veer.txt': `Den Haag, 9 mei 2022

Veerboten
Het kabinet heeft besloten dat de bouw van de veerboten ${inserted} begint in 2027. Morgen begint, ${inserted} de bouw van de veerboten in 2027 bij een werf in Vlissingen.
`,
  });
  const { claims } = await checkDraft(letter, draft);
  expect(claims.map(({ verdict }) => verdict)).toEqual(['nearly']);
  const { differences } = claims[0] ?? { differences: [] };
  expect(differences.filter(({ is }) => is === 'draft')).toEqual([]);
  expect(differences.some(({ is, text }) => is === 'same' && text.includes(begins))).toBe(true);
});
