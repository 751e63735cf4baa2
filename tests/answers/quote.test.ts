import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { citationIn, letterCitation } from '../../src/answers/citation.ts';
import { QuoteError, quoteOf } from '../../src/answers/quote.ts';
import { quoteSchema } from '../../src/answers/schema.ts';
import { parseLetter } from '../../src/letters/parse.ts';
import { readLetters } from '../../src/letters/read.ts';
import type { Letter, Passage, Span } from '../../src/letters/types.ts';
import { SEEDS } from '../support/folders.ts';

let places: { letter: Letter; passage: Passage }[];
beforeAll(async () => {
  const { letters } = await readLetters(SEEDS);
  places = letters.flatMap((letter) => letter.passages.map((passage) => ({ letter, passage })));
});

const anyPlace = () => fc.integer({ min: 0, max: places.length - 1 }).map((i) => places[i]!);

/** What a text says apart from white space and hyphens: written without the code that makes quotes. */
const words = (text: string) => text.replace(/[\s-]/g, '');

describe('A quote', () => {
  test('is, word for word, what stands at its span', () => {
    fc.assert(
      fc.property(fc.constant(null).chain(anyPlace), ({ letter, passage }) => {
        const quote = quoteSchema.parse(quoteOf(letter, passage));
        let hull = '';
        let at = quote.start;
        for (const skip of [...quote.skipped, { start: quote.end, end: quote.end }]) {
          hull += letter.source.slice(at, skip.start);
          at = skip.end;
        }
        expect(words(quote.text)).toBe(words(hull));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['https://zoek.officielebekendmakingen.nl/kst-28676-348.pdf', '#page=2'],
    ['https://zoek.officielebekendmakingen.nl/kst-28676-348.html', ''],
    ['https://example.org/brief.pdf#bijlage', ''],
  ])('links to its page where its letter is published as a PDF: %s', (url, page) => {
    const source = 'Deze brief gaat over de haven.\n\fDe haven is lang genoeg voor alle schepen.\n';
    const letter = parseLetter({ file: 'brief.txt', source, sidecar: { url } });
    const quote = quoteOf(letter, letter.passages.at(-1)!);
    expect([quote.page, quote.url, quote.letter.url]).toEqual([2, url + page, url]);
  });

  test('comes with the footnotes whose marks stand in what answers, word for word; bare addresses do not come along', () => {
    const source = `Deze brief gaat over de haven.

Zeven landen bouwen de haven.1 De sluis kost 12 miljoen euro2 en wordt in 2026 geopend. Meer staat op de site.3

1 De zeven landen zijn: België, Denemarken,
Duitsland, Italië, Letland, Slovenië en Spanje.
2 Kamerstuk 28 676, nr. 1.
3 www.haven.nl/plan
`;
    const letter = parseLetter({ file: 'brief.txt', source });
    const passage = letter.passages.find(({ text }) => text.startsWith('Zeven'))!;
    const [first, second, third] = passage.sentences;
    const notes = (...highlights: readonly (Span | undefined)[]) =>
      quoteOf(letter, passage, { highlights: highlights.flatMap((span) => span ?? []) }).notes.map(({ text }) => text);
    const LANDS = '1 De zeven landen zijn: België, Denemarken, Duitsland, Italië, Letland, Slovenië en Spanje.';
    expect(notes(first)).toEqual([LANDS]);
    expect(notes(second)).toEqual(['2 Kamerstuk 28 676, nr. 1.']);
    expect(notes(third)).toEqual([]);
    expect(notes(first, second)).toEqual([LANDS, '2 Kamerstuk 28 676, nr. 1.']);
    expect(notes()).toEqual([LANDS, '2 Kamerstuk 28 676, nr. 1.']);
    const [note] = quoteOf(letter, passage).notes;
    expect(letter.source.slice(note?.start, note?.end)).toContain('Denemarken,\nDuitsland');
  });

  test('comes with the question that it answers; a note under the answer does not', () => {
    const source = `Vraag 1
Kent u het bericht over de haven?1

Vraag 2
Wat kost de haven?

Antwoord 1 en 2
De haven kost 12 miljoen euro.

1 Kamerstuk 28 676, nr. 1.
`;
    const letter = parseLetter({ file: 'antwoorden.txt', source });
    expect(
      letter.passages.map((passage) => quoteOf(letter, passage)).map(({ text, question }) => [text, question]),
    ).toEqual([
      ['De haven kost 12 miljoen euro.', 'Kent u het bericht over de haven? Wat kost de haven?'],
      ['1 Kamerstuk 28 676, nr. 1.', null],
    ]);
  });

  test('is not made with a question that no member asked in its letter', () => {
    const source = 'Vraag 1\nKent u het bericht over de haven?1\n\nAntwoord 1\nJa.\n\n1 De krant.\n';
    const letter = parseLetter({ file: 'antwoorden.txt', source });
    const [passage] = letter.passages;
    expect(quoteOf(letter, passage!).question).toBe('Kent u het bericht over de haven?');
    const sections = letter.sections.map((section) => ({
      ...section,
      question: section.question && 'Kent u de haven of niet?',
    }));
    expect(() => quoteOf({ ...letter, sections }, passage!)).toThrow(QuoteError);
  });

  test('marks in its text exactly what is highlighted in the source', () => {
    fc.assert(
      fc.property(fc.constant(null).chain(anyPlace), fc.nat(), ({ letter, passage }, pick) => {
        const sentence = passage.sentences[pick % Math.max(1, passage.sentences.length)];
        if (!sentence) return;
        const { marks, text } = quoteOf(letter, passage, { highlights: [sentence] });
        expect(marks).toHaveLength(1);
        const [mark] = marks;
        const marked = text.slice(mark!.start, mark!.end);
        expect(marked).toBe(marked.trim());
        expect(text.slice(0, mark!.start).length + marked.length).toBeLessThanOrEqual(text.length);
        expect(words(letter.source.slice(sentence.start, sentence.end))).toContain(words(marked).slice(0, 20));
      }),
    );
  });

  test('is not made when its passage was tampered with', () => {
    const { letter, passage } = places[3]!;
    const other = `${letter.source.slice(0, passage.start)}Iets anders. ${letter.source.slice(passage.start)}`;
    const cut = { ...passage, end: letter.source.length + 10 };
    expect(() => quoteOf(letter, cut)).toThrow();
    expect(quoteOf({ ...letter, source: other }, passage).text).not.toBe(passage.text);
  });

  test('is not made with a highlight outside it', () => {
    const { letter, passage } = places[3]!;
    const outside = { start: passage.end, end: passage.end + 5 };
    expect(() => quoteOf(letter, passage, { highlights: [outside] })).toThrow(QuoteError);
  });

  test('is not made when it is longer than a reader is given', () => {
    const { letter } = places[0]!;
    const all = { ...places[0]!.passage, start: 0, end: letter.source.length, skipped: [] };
    expect(() => quoteOf(letter, all)).toThrow('longer than 900');
  });
});

describe('A citation', () => {
  test('names letter, date and section', () => {
    const found = places.find(({ passage }) => passage.text.includes('Allied Solace'))!;
    expect(quoteOf(found.letter, found.passage).citation).toBe(
      'Verslag NAVO-ministers van Defensie, 21 en 22 oktober 2021, brief van 4 november 2021, § Afghanistan',
    );
  });

  test('leaves out a heading that only says again what letter this is', () => {
    const source = `Geachte voorzitter,

Hierbij ontvangt u de geannoteerde agenda van de EU Landbouwraad van 1 juni 2021.

GEANNOTEERDE AGENDA VAN DE EU-LANDBOUWRAAD VAN 1 JUNI 2021

De ministers spreken over de visquota voor haring in de Noordzee.

Visserij

De ministers stellen de visquota voor kabeljauw vast.
`;
    const letter = parseLetter({ file: 'raad.txt', source });
    const cited = (words: string) => quoteOf(letter, letter.passages.find(({ text }) => text.includes(words))!);
    expect(letter.sections.map(({ title }) => title)).toContain(
      'GEANNOTEERDE AGENDA VAN DE EU-LANDBOUWRAAD VAN 1 JUNI 2021',
    );
    expect(cited('haring')).toMatchObject({ section: null, citation: expect.not.stringContaining('§') });
    expect(cited('kabeljauw')).toMatchObject({ section: 'Visserij', citation: expect.stringMatching(/, § Visserij$/) });
  });

  test('says that it is an answer where that stands under its question’s heading, and not under one of its own', () => {
    const source = `Hierbij ontvangt u de antwoorden op de vragen over de haven.

Vraag 1

Wat kost de haven?

Antwoord op vraag 1

De haven kost 12 miljoen euro.

Vraag 2

Kent u het bericht over de sluis?

Het bericht over de sluis is mij bekend.
`;
    const letter = parseLetter({ file: 'brief.txt', source });
    const cited = (word: string) => {
      const quote = quoteOf(letter, letter.passages.find(({ text }) => text.includes(word))!);
      return [quote.citation, citationIn(quote, 'en')].map((citation) => citation.split('§ ')[1]);
    };
    expect(cited('12 miljoen')).toEqual(['Antwoord op vraag 1', 'Antwoord op vraag 1']);
    expect(cited('mij bekend')).toEqual(['Vraag 2 (antwoord)', 'Vraag 2 (answer)']);
    const quote = quoteOf(letter, letter.passages.find(({ text }) => text.includes('mij bekend'))!);
    expect([quote.section, letterCitation(quote, 'nl')]).toEqual(['Vraag 2', letter.title]);
  });

  test('names the Kamerstuk where it is known, and links to it', () => {
    const found = places.find(({ passage }) => passage.text.includes('Der Spiegel'))!;
    const quote = quoteOf(found.letter, found.passage);
    expect(quote.citation).toContain('Kamerstuk 28 676, nr. 280');
    expect(quote.url).toBe('https://zoek.officielebekendmakingen.nl/kst-28676-280.html');
  });
});
