import fc from 'fast-check';
import type { Answer, Quote } from '../../src/answers/schema.ts';
import { isTentative } from '../../src/answers/tentative.ts';
import type { Library } from '../../src/answers/types.ts';

/** A quote with nothing special about it. */
export function plainQuote(changes: Partial<Quote> = {}): Quote {
  const text = 'De minister zei dat het zo is. Daarna zei hij nog iets.';
  return {
    id: 'abcdefghij27',
    file: 'brief.txt',
    start: 0,
    end: 55,
    skipped: [],
    text,
    highlights: [{ start: 0, end: 30 }],
    marks: [{ start: 0, end: 30 }],
    section: 'Afghanistan',
    question: null,
    notes: [],
    page: 2,
    anchor: 'abcdefghij27.1',
    pageUrl: null,
    letter: {
      id: 'letterletter',
      file: 'brief.txt',
      title: 'Verslag NAVO-ministers van Defensie, 21 oktober 2021',
      kind: 'report',
      subject: null,
      letterDate: '2021-11-04',
      meeting: { id: 'meetingmeeti', name: 'NAVO-ministers van Defensie', dates: ['2021-10-21'], place: 'Brussel' },
      dossiers: ['28 676'],
      number: '348',
      signatories: [],
      url: null,
      inferred: [],
      conflicts: [],
    },
    citation: 'Verslag NAVO-ministers van Defensie, 21 oktober 2021, brief van 4 november 2021, § Afghanistan',
    url: 'https://zoek.officielebekendmakingen.nl/kst-28676-348.html',
    score: 1,
    ...changes,
  };
}

export function plainAnswer(changes: Partial<Answer> = {}): Answer {
  return {
    question: 'Wat zei de minister?',
    language: 'nl',
    answered: true,
    confidence: 0.9,
    quotes: [plainQuote()],
    related: [],
    letters: [],
    reason: null,
    reasonCode: null,
    understood: {},
    nearest: [],
    coverage: { letters: 5, oldest: '2017-11-09', newest: '2022-02-01' },
    elapsedMs: 1,
    tentative: isTentative({ answered: true, confidence: 0.9, ...changes }),
    ...changes,
  };
}

/** A library that holds nothing but these quotes; what else it can do comes from another. */
export function libraryOf(quotes: readonly Quote[], other: Library): Library {
  return {
    ...other,
    letters: quotes
      .slice(0, 1)
      .map(({ letter }) => ({ ...letter, sections: [], footnotes: [], passages: 1, words: 1 })),
    ask: async (question) => plainAnswer({ question, quotes: [...quotes] }),
    quote: (id) => quotes.find((quote) => quote.id === id) ?? null,
    context: () => quotes,
    section: () => quotes,
    sectionStart: () => quotes[0] ?? null,
  };
}

const awkward = fc.constantFrom(
  'woord',
  'De',
  '**',
  '_',
  '```',
  '😀',
  '[x](y)',
  '|||',
  '# ',
  'zin.',
  'Einde!',
  'nr. 3',
  '\\',
  '<@1>',
);

/** Text of words that Discord gives a meaning, up to a length in UTF-16 units. */
export function awkwardText(most: number): fc.Arbitrary<string> {
  return fc.array(awkward, { minLength: 1, maxLength: most, size: 'max' }).map((words) => {
    let text = '';
    for (const word of words) if (text.length + word.length < most) text += `${text === '' ? '' : ' '}${word.trim()}`;
    return text === '' ? 'woord' : text;
  });
}

/** Quotes as long and as awkward as they can be. */
export const awkwardQuote: fc.Arbitrary<Quote> = fc
  .record({
    id: fc.stringMatching(/^[a-z2-7]{12}$/),
    text: awkwardText(900),
    citation: awkwardText(2000),
    section: fc.option(awkwardText(400)),
    question: fc.option(awkwardText(1500)),
    notes: fc.array(
      awkwardText(300).map((note) => ({ id: 'abcdefghijkl', start: 0, end: 1, skipped: [], text: note })),
      { maxLength: 3 },
    ),
    title: awkwardText(600),
    url: fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true })),
    page: fc.option(fc.integer({ min: 1, max: 999 })),
    anchor: fc.constant('abcdefghijkl'),
    pageUrl: fc.option(fc.webUrl({ withFragments: true })),
    marked: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    inferred: fc.subarray(['kind', 'meeting', 'letterDate', 'number'] as const),
  })
  .map(({ text, marked, title, inferred, url, ...rest }) => {
    const breaks = [0, ...[...text.matchAll(/ /g)].map(({ index }) => index + 1)];
    const at = (share: number) => breaks[Math.floor(share * (breaks.length - 1))] ?? 0;
    const [start, end] = [Math.min(...marked), Math.max(...marked)].map(at);
    const marks = start !== undefined && end !== undefined && start < end - 1 ? [{ start, end: end - 1 }] : [];
    const quote = plainQuote({ ...rest, text, marks, url });
    return {
      ...quote,
      letter: { ...quote.letter, title, url, inferred: inferred.map((field) => ({ field, from: 'x' })) },
    };
  });
