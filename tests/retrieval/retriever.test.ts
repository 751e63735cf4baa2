import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLetter } from '../../src/letters/parse.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { CORPUS, LETTERS, prepared, wordEncoder } from './fixtures.ts';

const encoder = wordEncoder();
const data = await prepared(encoder);
const retriever = createRetriever({ corpus: CORPUS, data, encoder });

async function firstText(question: string): Promise<string> {
  const { passages } = await retriever.retrieve({ question });
  return passages[0] ? CORPUS.passages[passages[0].passage]!.passage.text : '';
}

describe('golden rankings', () => {
  it.each([
    ['Welke normen wil Nederland voor lood?', 'strengere normen voor lood'],
    ['lood in kraanwtaer', 'strengere normen voor lood'],
    ['Is the wolf still a protected species?', 'beschermde diersoort'],
    ['Hoeveel lidstaten overschrijden de grenswaarden voor fijnstof?', 'zestien lidstaten'],
    ['Hoeveel geld komt er voor meetstations?', '30 miljoen euro'],
    ['Waarom blijft de wolf beschermd?', 'omdat de soort'],
    ['How many night trains are coming?', 'twaalf nieuwe nachttreinen'],
    ['treinkaartjes kopen', 'treinkaartjes eenvoudiger'],
    ['drinkwater in de agenda van december 2020', 'gratis water'],
    ['drinkwater volgens het verslag van maart 2019', 'drinkwaterrichtlijn'],
    ['Was de Transportraad via een videoverbinding?', 'videoverbinding'],
  ])('%j', async (question, expected) => {
    expect(await firstText(question)).toContain(expected);
  });
});

it('searches for a day that a question names; a month or year only says which letters are meant', async () => {
  const searched: string[] = [];
  const encode: typeof encoder.encode = (texts, kind, signal) => {
    if (kind === 'query') searched.push(texts.flat().join(' '));
    return encoder.encode(texts, kind, signal);
  };
  const own = createRetriever({ corpus: CORPUS, data, encoder: { ...encoder, encode } });
  await own.retrieve({ question: 'Was er op 8 december 2020 een videoverbinding?' });
  expect(searched.splice(0)[0]).toContain('8 december 2020');
  await own.retrieve({ question: 'Was er in december 2020 een videoverbinding?' });
  expect(searched[0]).not.toContain('2020');
});

describe('what is returned', () => {
  it('highlights lie in the passage', async () => {
    const { passages } = await retriever.retrieve({ question: 'Hoeveel geld komt er voor meetstations?' });
    const [first] = passages;
    const { passage, letter } = CORPUS.passages[first!.passage]!;
    const [highlight] = first!.highlights;
    expect(letter.source.slice(highlight!.start, highlight!.end)).toContain('30 miljoen euro');
    expect(highlight!.start).toBeGreaterThanOrEqual(passage.start);
    expect(highlight!.end).toBeLessThanOrEqual(passage.end);
  });

  it('says which dates it took for a filter, and leaves them when told to', async () => {
    const question = 'drinkwater in het verslag van maart 2019';
    const filtered = await retriever.retrieve({ question, top: 50 });
    expect(filtered.understood).toEqual({ from: '2019-03-01', to: '2019-03-31' });
    expect(new Set(filtered.passages.map(({ passage }) => CORPUS.passages[passage]!.letter.file))).toEqual(
      new Set(['milieuraad.txt']),
    );
    expect((await retriever.retrieve({ question, readFilters: false })).understood).toEqual({});
  });

  it('applies the filters of the asker', async () => {
    const [, rail] = LETTERS;
    for (const filters of [{ letter: rail!.id }, { from: '2020-01-01' }, { meeting: rail!.metadata.meeting!.id }]) {
      const { passages } = await retriever.retrieve({ question: 'drinkwater', filters, top: 50 });
      expect(passages.length).toBeGreaterThan(0);
      expect(passages.every(({ passage }) => CORPUS.passages[passage]!.letter === rail)).toBe(true);
    }
    const none = await retriever.retrieve({ question: 'drinkwater', filters: { letter: 'nope' } });
    expect(none).toMatchObject({ answered: false, passages: [] });
  });

  it('what is usual where it is asked counts where the question names no letters and no time', async () => {
    const usual = { letter: LETTERS[1]!.id };
    const understood = async (question: string, more = {}) =>
      (await retriever.retrieve({ question, usual, ...more })).understood;
    expect(await understood('Wat staat er over drinkwater?')).toEqual(usual);
    expect(await understood('Wat staat er over drinkwater?', { readFilters: false })).toEqual({});
    expect(await understood('Wat staat er over drinkwater in 1999?')).toEqual({});
  });

  it('a question about several letters gets a passage of each first', async () => {
    const { passages } = await retriever.retrieve({ question: 'Wat zeggen beide brieven over drinkwater?', top: 2 });
    expect(new Set(passages.map(({ passage }) => CORPUS.passages[passage]!.letter))).toEqual(new Set(LETTERS));
  });

  it('folds passages that say the same', async () => {
    const twin = parseLetter({ file: 'twin.txt', source: `${LETTERS[0]!.source}\nNaschrift.\n` });
    const letters = [...LETTERS, twin];
    const corpus = {
      letters,
      passages: letters.flatMap((letter) => letter.passages.map((passage) => ({ letter, passage }))),
    };
    const twins = createRetriever({ corpus, data: await prepared(encoder, corpus), encoder });
    const { passages } = await twins.retrieve({ question: 'wolven beschermde diersoort Slowakije', top: 5 });
    const texts = passages.map(({ passage }) => corpus.passages[passage]!.passage.text);
    expect(texts.filter((text) => text.includes('Slowakije'))).toHaveLength(1);
  });

  it('completes a follow-up', async () => {
    const { passages } = await retriever.retrieve({
      question: 'en in 2020?',
      previous: 'Wat zei men over drinkwater in 2019?',
    });
    expect(CORPUS.passages[passages[0]!.passage]!.passage.text).toContain('gratis water');
  });

  it('names what a follow-up names in place of another', async () => {
    const texts = async (question: string) => {
      const previous = 'Wat meldde de Europese Commissie over fijnstof?';
      const { passages } = await retriever.retrieve({ question, previous });
      return passages.map(({ passage }) => CORPUS.passages[passage]!.passage.text);
    };
    expect(await texts('En Slowakije?')).toEqual([expect.stringContaining('Slowakije')]);
    expect((await texts('En wolven?'))[0]).toContain('wolven');
    expect((await texts('En waarom?'))[0]).toContain('fijnstof');
  });

  it('works without late interaction', async () => {
    const plain = wordEncoder({ late: false });
    const without = createRetriever({ corpus: CORPUS, data: await prepared(plain), encoder: plain });
    const { passages } = await without.retrieve({ question: 'Waarom blijft de wolf beschermd?' });
    expect(CORPUS.passages[passages[0]!.passage]!.passage.text).toContain('omdat de soort');
  });
});

describe('refusals', () => {
  it('names what no letter gives, however alike a passage is', async () => {
    const asked = await retriever.retrieve({ question: 'Welke strengere normen voor lood wil Nederland?' });
    expect(asked).toMatchObject({ answered: true, absentWords: [] });
    expect(await retriever.retrieve({ question: 'Welke strengere normen voor lood wil Trump?' })).toMatchObject({
      answered: false,
      reasonCode: 'names_absent',
      absentWords: ['Trump'],
    });
  });

  it('says which letters do speak of it where the one that is named does not', async () => {
    const found = await retriever.retrieve({ question: 'Wat staat in het verslag van maart 2019 over nachttreinen?' });
    expect(found).toMatchObject({ reasonCode: 'not_then', period: { from: '2019-03-01', to: '2019-03-31' } });
    expect(CORPUS.passages[found.elsewhere[0]!.passage]!.passage.text).toContain('nachttreinen');
  });

  it('of a letter that is named the detail is missing, not the subject', async () => {
    const question = 'In welke stad was de vergadering van maart 2019 over kernfusie?';
    expect(await retriever.retrieve({ question })).toMatchObject({ answered: false, reasonCode: 'not_in_letters' });
  });

  it.each([
    ['Hoeveel vissen zwemmen er in Slowakije?', 'not_in_letters'],
    ['How many fish swim in Slovakia?', 'not_in_letters'],
    ['Hoeveel vissen zwemmen er in een aquarium?', 'off_topic'],
  ])('%s: letters that name what is asked about are about it', async (question, reasonCode) => {
    expect(await retriever.retrieve({ question })).toMatchObject({ answered: false, reasonCode });
  });

  it('another year’s figures are no answer, and the year of figures is none of letters', async () => {
    const figures = await retriever.retrieve({ question: 'Hoeveel geld kwam er in 1999 voor meetstations?' });
    expect(figures).toMatchObject({ answered: false, reasonCode: 'not_in_letters', elsewhere: [] });
    const said = await retriever.retrieve({ question: 'Wat was er in 1999 met strengere normen voor lood?' });
    expect(said).toMatchObject({ reasonCode: 'not_then' });
    expect(said.elsewhere).toHaveLength(1);
  });

  it.each(['', '   ', '🎉🎉', '?', 'x', 'de het een', 'wat is dat', 'the of and', 'dank je wel!', 'hi bot'])(
    '%j is empty',
    async (question) => {
      expect(await retriever.retrieve({ question })).toMatchObject({
        answered: false,
        confidence: 0,
        reasonCode: 'empty',
      });
    },
  );

  it.each(['Wann haben sich die Minister getroffen und warum?', 'министр обороны'])(
    '%j is another language',
    async (question) => {
      expect(await retriever.retrieve({ question })).toMatchObject({ answered: false, reasonCode: 'other_language' });
    },
  );

  it('what the letters answer is answered', async () => {
    const found = await retriever.retrieve({
      question: 'Hoeveel lidstaten overschrijden de grenswaarden voor fijnstof?',
    });
    expect(found).toMatchObject({ answered: true, reasonCode: null, language: 'nl' });
    expect(found.confidence).toBeGreaterThan(0.5);
  });

  it('the threshold decides', async () => {
    const question = 'Hoeveel lidstaten overschrijden de grenswaarden voor fijnstof?';
    const strict = createRetriever({ corpus: CORPUS, data, encoder, threshold: 1 });
    expect((await strict.retrieve({ question })).answered).toBe(false);
  });

  it('an empty corpus answers nothing', async () => {
    const corpus = { letters: [], passages: [] };
    const empty = createRetriever({ corpus, data: await prepared(encoder, corpus), encoder });
    expect(await empty.retrieve({ question: 'Waarom blijft de wolf beschermd?' })).toMatchObject({
      answered: false,
      passages: [],
    });
  });
});

describe('any question', () => {
  const word = fc.constantFrom(
    'drinkwater',
    'Nederland',
    'wolf',
    'lood',
    'raad',
    '2019',
    'maart',
    '"',
    '(',
    '🐺',
    'e\u0301',
    '\u0000',
    'x'.repeat(300),
  );
  const question = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
  );

  it('gives finite scores in order, the same every time', async () => {
    await fc.assert(
      fc.asyncProperty(question, async (text) => {
        const found = await retriever.retrieve({ question: text, top: 20 });
        expect(found.confidence).toBeGreaterThanOrEqual(0);
        expect(found.confidence).toBeLessThanOrEqual(1);
        expect(found.answered).toBe(found.reasonCode === null);
        for (const { score, passage } of found.passages) {
          expect(Number.isFinite(score)).toBe(true);
          expect(CORPUS.passages[passage]).toBeDefined();
        }
        expect(await retriever.retrieve({ question: text, top: 20 })).toEqual(found);
      }),
      { numRuns: 60 },
    );
  });

  it('may be 10,000 characters long', async () => {
    const found = await retriever.retrieve({
      question: 'Wat vond Nederland van drinkwater en van de wolven? '.repeat(200),
    });
    expect(found.passages.length).toBeGreaterThan(0);
  });
});
