import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { View } from '../../src/discord/context.ts';
import { answerMessage } from '../../src/discord/messages/answer.ts';
import { feedbackMessage } from '../../src/discord/messages/feedback.ts';
import { allComponents } from '../../src/discord/messages/parts/measure.ts';
import { readQuestion } from '../../src/discord/messages/parts/question.ts';
import { contextMessage, copyMessage, sectionMessage, sharedQuote } from '../../src/discord/messages/passages.ts';
import type { Feedback } from '../../src/discord/stores/feedback.ts';
import { texts } from '../../src/texts/texts.ts';
import { brokenLimits } from '../support/broken-limits.ts';
import { awkwardQuote, awkwardText, libraryOf, plainAnswer, plainQuote } from '../support/quotes.ts';
import { scriptedLibrary } from '../support/scripted-library.ts';

const nl = texts('nl');
const other = await scriptedLibrary();
const distinct = fc.uniqueArray(awkwardQuote, { minLength: 1, maxLength: 3, selector: ({ id }) => id });
const RUNS = { numRuns: 60 };

describe('whatever the questions and quotes hold, messages stay within every limit', () => {
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
    expect(brokenLimits(feedbackMessage(feedback, view as View))).toEqual([]);
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
          expect(brokenLimits(message)).toEqual([]);
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
        expect(brokenLimits(message)).toEqual([]);
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
          expect(brokenLimits(sharedQuote(quote, nl, { isPublic: false, note: 'Voor <@123456789012345678>' }))).toEqual(
            [],
          );
          expect(
            brokenLimits(contextMessage(quotes[1] ?? quote, quotes.slice(0, 3), { question: 'x'.repeat(500) }, nl)),
          ).toEqual([]);
          expect(brokenLimits(copyMessage(quote, nl))).toEqual([]);
          const section = sectionMessage(quotes, offset, nl);
          expect(section === null).toBe(offset >= quotes.length);
          if (section) expect(brokenLimits(section)).toEqual([]);
        },
      ),
      RUNS,
    );
  });
});

test('A section is read to its end with the button, every passage once, in order', () => {
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
