import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { View } from '../../src/discord/context.ts';
import type { IncomingLetter } from '../../src/discord/intake/port.ts';
import { LIMITS } from '../../src/discord/limits.ts';
import { announcementMessage } from '../../src/discord/messages/announcement.ts';
import { answerMessage } from '../../src/discord/messages/answer.ts';
import { feedbackMessage } from '../../src/discord/messages/feedback.ts';
import { incomingMessage, unreadMessage } from '../../src/discord/messages/incoming.ts';
import { lettersMessage } from '../../src/discord/messages/letters.ts';
import { takeOutQuestion } from '../../src/discord/messages/outgoing-letter.ts';
import { allComponents, displayedLength } from '../../src/discord/messages/parts/measure.ts';
import type { OutgoingMessage } from '../../src/discord/messages/parts/parts.ts';
import { readQuestion } from '../../src/discord/messages/parts/question.ts';
import { questionOnce, quotePoint } from '../../src/discord/messages/parts/quote-point.ts';
import { contextMessage, copyMessage, sectionMessage, sharedQuote } from '../../src/discord/messages/passages.ts';
import type { Feedback } from '../../src/discord/stores/feedback.ts';
import { texts } from '../../src/texts/texts.ts';
import { awkwardQuote, awkwardText, libraryOf, plainAnswer, plainQuote } from '../support/quotes.ts';
import { scriptedLibrary } from '../support/scripted-library.ts';

const nl = texts('nl');
const other = await scriptedLibrary();

/** What of Discord's limits a message breaks. */
function broken({ components }: OutgoingMessage): string[] {
  const all = allComponents(components);
  const buttons = all.filter((component) => component.type === ComponentType.Button);
  const customIds = buttons.flatMap((button) => ('custom_id' in button ? [button.custom_id] : []));
  const rows = all.filter((component) => component.type === ComponentType.ActionRow);
  return [
    ...(all.length > LIMITS.components ? [`${all.length} components`] : []),
    ...(displayedLength(components) > LIMITS.displayedText ? [`${displayedLength(components)} of text`] : []),
    ...(new Set(customIds).size < customIds.length ? ['a custom id twice'] : []),
    ...customIds.filter((id) => id.length > LIMITS.customId),
    ...rows
      .filter((row) => row.components.length === 0 || row.components.length > LIMITS.buttonsInRow)
      .map(() => 'row'),
    ...buttons.flatMap((button) =>
      'label' in button && (button.label ?? '').length > LIMITS.buttonLabel ? ['label'] : [],
    ),
    ...buttons.flatMap((b) => (b.style === ButtonStyle.Link && b.url.length > LIMITS.url ? ['url'] : [])),
    ...all.flatMap((part) => (part.type === ComponentType.TextDisplay && part.content.trim() === '' ? ['empty'] : [])),
    ...(halfCharacter(components) ? ['half a character'] : []),
  ];
}

function halfCharacter(components: readonly APIMessageTopLevelComponent[]): boolean {
  try {
    encodeURIComponent(JSON.stringify(components.map((component) => JSON.stringify(component))));
    return /[\ud800-\udbff](?![\udc00-\udfff])/.test(JSON.stringify(components));
  } catch {
    return true;
  }
}

const distinct = fc.uniqueArray(awkwardQuote, { minLength: 1, maxLength: 3, selector: ({ id }) => id });
const RUNS = { numRuns: 60 };

describe('whatever the letters and questions hold, messages stay within every limit', () => {
  test.each(['nl', 'en'] as const)('what readers said (%s)', (language) => {
    const quote = plainQuote({ section: 'Afschrikking en verdediging '.repeat(9) });
    const said = (quotes: Feedback['quotes']): Feedback => ({
      at: '2026-09-30T10:00:00.000Z',
      verdict: 'wrong',
      index: 'x',
      question: 'Waarom '.repeat(70),
      reason: 'other_time',
      quotes,
    });
    const feedback = Array.from({ length: 12 }, () => [said([quote]), said([])]).flat();
    const view = { library: libraryOf([quote], other), texts: texts(language), language };
    expect(broken(feedbackMessage(feedback, view as View))).toEqual([]);
  });

  test('answers', () => {
    fc.assert(
      fc.property(
        distinct,
        awkwardText(500),
        fc.option(awkwardText(500), { nil: undefined }),
        fc.boolean(),
        fc.constantFrom(0.6, 0.9),
        (quotes, question, previous, isPublic, confidence) => {
          const understood = { from: '2021-10-01', letter: 'letterletter' };
          const answer = plainAnswer({ question, quotes, confidence, understood });
          const asked = { question, ...(previous !== undefined && { previous }) };
          const shared = {
            library: libraryOf(quotes, other),
            texts: nl,
            language: 'nl',
            filters: {},
            unfiltered: false,
            skip: 0,
            quotes: isPublic ? 1 : 3,
          } as const;
          const message = answerMessage(answer, {
            asked,
            ...shared,
            isPublic,
            note: nl.answer.shared('<@123456789012345678>', '<@123456789012345679>'),
          });
          expect(broken(message)).toEqual([]);
          expect(JSON.stringify(message.components).includes(nl.answer.tentative)).toBe(confidence < 0.75);
          expect(readQuestion(message.components)).toEqual(asked);
          const shownButtons = allComponents(message.components).filter(({ type }) => type === ComponentType.Button);
          expect(shownButtons.length).toBeGreaterThanOrEqual(isPublic ? 2 : 3);
        },
      ),
      RUNS,
    );
  });

  test('refusals', () => {
    fc.assert(
      fc.property(distinct, awkwardText(500), (quotes, question) => {
        const nearest = quotes.map(({ section }, i) => ({ letterId: `l${i}`, section: section ?? 'x' }));
        const answer = plainAnswer({
          question,
          answered: false,
          quotes: [],
          reason: 'Nee.',
          reasonCode: 'not_in_letters',
          nearest,
        });
        const library = {
          ...libraryOf(quotes, other),
          sectionStart: (_: string, title: string) => quotes.find((q) => q.section === title) ?? null,
        };
        const view = {
          asked: { question },
          library,
          texts: nl,
          language: 'nl',
          filters: {},
          unfiltered: false,
          skip: 0,
          quotes: 3,
          isPublic: false,
        } as const;
        const message = answerMessage(answer, view);
        expect(broken(message)).toEqual([]);
        const shown = JSON.stringify(message.components);
        for (const { text } of quotes)
          if (text.length > 40) expect(shown).not.toContain(JSON.stringify(text).slice(1, -1));
      }),
      RUNS,
    );
  });

  test('one quote, its context, its section, its copy', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(awkwardQuote, { minLength: 1, maxLength: 45, size: 'max', selector: ({ id }) => id }),
        fc.nat(50),
        (quotes, offset) => {
          const [quote] = quotes;
          if (!quote) return;
          expect(broken(sharedQuote(quote, nl, { isPublic: false, note: 'Voor <@123456789012345678>' }))).toEqual([]);
          expect(
            broken(contextMessage(quotes[1] ?? quote, quotes.slice(0, 3), { question: 'x'.repeat(500) }, nl)),
          ).toEqual([]);
          expect(broken(copyMessage(quote, nl))).toEqual([]);
          const section = sectionMessage(quotes, offset, nl);
          expect(section === null).toBe(offset >= quotes.length);
          if (section) expect(broken(section)).toEqual([]);
        },
      ),
      RUNS,
    );
  });

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
          expect(broken(message)).toEqual([]);
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
          expect(broken(lettersMessage({}, { library, texts: nl, language: 'nl' }))).toEqual([]);
          const answer = plainAnswer({ answered: false, quotes: [], letters: letters.map(({ id }) => id) });
          const asked = { question: 'Welke brieven heb je?' };
          const view = { asked, library, texts: nl, language: 'nl', filters: {}, unfiltered: false } as const;
          const listed = answerMessage(answer, { ...view, skip: 0, quotes: 3, isPublic: false });
          expect(broken(listed)).toEqual([]);
          const ways = allComponents(listed.components).filter(({ type }) => type === ComponentType.Button);
          // No verdict is asked for, and what does not fit comes on the next page.
          expect(ways).toHaveLength(letters.length > 8 ? 1 : 0);
        },
      ),
      RUNS,
    );
  });
});

describe('a section', () => {
  test('is read to its end with the button, every passage once, in order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(awkwardQuote, { minLength: 1, maxLength: 40, size: 'max', selector: ({ id }) => id }),
        (quotes) => {
          const offsets: number[] = [];
          for (let offset = 0; offset < quotes.length; ) {
            offsets.push(offset);
            const shown = JSON.stringify(sectionMessage(quotes, offset, nl)?.components);
            offset = Number(/[?&]o=(\d+)/.exec(shown)?.[1] ?? quotes.length);
            expect(offset).toBeGreaterThan(offsets.at(-1) ?? 0);
          }
          expect(offsets.length).toBeLessThanOrEqual(quotes.length);
        },
      ),
      { numRuns: 25 },
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
        expect(broken(incomingMessage({ letters, unread: problems }, 'abcdefghijkl', view))).toEqual([]);
        if (problems.length > 0) expect(broken(unreadMessage(problems, view))).toEqual([]);
        for (const letter of letters) expect(broken(takeOutQuestion(letter.entry, view))).toEqual([]);
      }),
      RUNS,
    );
  });
});

test('The question that a quote answers stands above it in small print, with nothing that Discord would format', () => {
  const quote = plainQuote({ question: 'Kent u **het bericht** van @everyone?' });
  const { components } = sharedQuote(quote, nl, { isPublic: true });
  const shown = allComponents(components).flatMap((part) => ('content' in part ? [part.content] : []));
  expect(shown.some((text) => text.startsWith('-# Vraag: Kent u \\*\\*het bericht\\*\\* van @everyone?\n> '))).toBe(
    true,
  );
  const view = { library: libraryOf([quote], other), texts: nl, language: 'nl' } as const;
  const [point] = quotePoint(quote, view, { number: 1, letterNamed: true });
  expect(JSON.stringify(point)).toContain('-# Vraag: Kent u ');
  // Said once where quotes of one answer follow each other on a page.
  const two = [{ quote }, { quote }];
  expect([0, 1].map((at) => questionOnce(two, at, at === 0)?.question)).toEqual([quote.question, null]);
  expect(questionOnce(two, 1, true)?.question).toBe(quote.question);
});
