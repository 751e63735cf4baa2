import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IncomingLetter } from '../../src/discord/intake/port.ts';
import { announcementMessage } from '../../src/discord/messages/announcement.ts';
import { answerMessage } from '../../src/discord/messages/answer.ts';
import { incomingMessage, unreadMessage } from '../../src/discord/messages/incoming.ts';
import { lettersMessage } from '../../src/discord/messages/letters.ts';
import { takeOutQuestion } from '../../src/discord/messages/outgoing-letter.ts';
import { allComponents } from '../../src/discord/messages/parts/measure.ts';
import { texts } from '../../src/texts/texts.ts';
import { brokenLimits } from '../support/broken-limits.ts';
import { awkwardQuote, awkwardText, libraryOf, plainAnswer, plainQuote } from '../support/quotes.ts';
import { scriptedLibrary } from '../support/scripted-library.ts';

const nl = texts('nl');
const other = await scriptedLibrary();
const RUNS = { numRuns: 60 };

describe('whatever the letters hold, messages about them stay within every limit', () => {
  test('announcements of letters, however much they promise', () => {
    const awkwardQuotes = fc.array(awkwardQuote, { minLength: 1, maxLength: 12, size: 'max' });
    fc.assert(
      fc.property(
        awkwardQuotes,
        fc.array(awkwardText(300), { maxLength: 12 }),
        awkwardText(300),
        (quotes, titles, said) => {
          const letter = { ...plainQuote().letter, title: said, signatories: [{ name: said, office: null }] };
          const sections = titles.map((title) => ({ title, words: 1, passages: 1, first: null }));
          const outline = { letter, words: 1, sections, footnotes: [], references: [] };
          const plain = { who: said, byOther: true, due: said, dueDays: null, recurring: true, date: '2023-05-03' };
          const commitments = quotes.flatMap((quote) => [
            { ...plain, quote: { ...quote, letter }, fulfilledBy: null },
            { ...plain, quote, fulfilledBy: { letter, quote, likelihood: 0.75 } },
          ]);
          const view = { library: libraryOf(quotes, other), texts: nl, language: 'nl' } as const;
          const message = announcementMessage(outline, commitments, view);
          expect(brokenLimits(message)).toEqual([]);
          expect(JSON.stringify(message.components)).toContain(nl.announcement.fulfils);
        },
      ),
      RUNS,
    );
  });

  test('lists of letters', () => {
    fc.assert(
      fc.property(
        fc.array(awkwardQuote, { maxLength: 12 }),
        fc.array(awkwardText(300), { maxLength: 12 }),
        (quotes, sections) => {
          const letters = quotes.map(({ letter }) => ({ ...letter, sections, footnotes: [], passages: 1, words: 1 }));
          const library = { ...libraryOf(quotes, other), letters };
          expect(brokenLimits(lettersMessage({}, { library, texts: nl, language: 'nl' }))).toEqual([]);
          const answer = plainAnswer({ answered: false, quotes: [], letters: letters.map(({ id }) => id) });
          const asked = { question: 'Welke brieven heb je?' };
          const view = { asked, library, texts: nl, language: 'nl', filters: {}, unfiltered: false } as const;
          const listed = answerMessage(answer, { ...view, skip: 0, quotes: 3, isPublic: false });
          expect(brokenLimits(listed)).toEqual([]);
          const ways = allComponents(listed.components).filter(({ type }) => type === ComponentType.Button);
          // No verdict is asked for, and what does not fit comes on the next page.
          expect(ways).toHaveLength(letters.length > 8 ? 1 : 0);
        },
      ),
      RUNS,
    );
  });

  test('letters to take in, and one to take out', () => {
    const [known] = other.letters;
    if (!known) throw new Error('the library is empty');
    const entry = fc
      .record({
        title: awkwardText(900),
        sections: fc.array(awkwardText(400), { maxLength: 80 }),
        signatories: fc.array(fc.record({ name: awkwardText(200), office: fc.constant(null) }), { maxLength: 9 }),
        letterDate: fc.constantFrom(null, '2024-05-03'),
        dossiers: fc.array(awkwardText(60), { maxLength: 20 }),
        number: fc.constantFrom(null, '12'),
        inferred: fc.constant((['kind', 'meeting', 'letterDate'] as const).map((field) => ({ field, from: 'x' }))),
        conflicts: fc.constant((['number', 'dossiers'] as const).map((field) => ({ field, values: ['1', '2'] }))),
      })
      .map((fields) => ({ ...known, ...fields }));
    const incoming = fc.record({
      name: awkwardText(400),
      entry,
      pages: fc.constantFrom(null, 900),
      emptyPages: fc.array(fc.nat(900), { maxLength: 300 }),
      twin: fc.option(
        fc.record({ file: awkwardText(90), title: awkwardText(900), by: fc.constantFrom('number', 'text') }),
      ),
      text: fc.constant('x'),
      format: fc.constant('pdf'),
      facts: fc.constant({}),
      sha256: fc.constant(''),
    }) satisfies fc.Arbitrary<IncomingLetter>;
    const unread = fc.array(fc.record({ name: awkwardText(400), reason: fc.constantFrom('scan', 'other_kind') }), {
      maxLength: 9,
    });
    const view = { library: other, texts: nl, language: 'nl' } as const;
    fc.assert(
      fc.property(fc.array(incoming, { minLength: 1, maxLength: 9 }), unread, (letters, problems) => {
        expect(brokenLimits(incomingMessage({ letters, unread: problems }, 'abcdefghijkl', view))).toEqual([]);
        if (problems.length > 0) expect(brokenLimits(unreadMessage(problems, view))).toEqual([]);
        for (const letter of letters) expect(brokenLimits(takeOutQuestion(letter.entry, view))).toEqual([]);
      }),
      RUNS,
    );
  });
});
