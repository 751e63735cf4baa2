import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/discord/limits.ts';
import { commitmentsMessage } from '../../src/discord/messages/commitments.ts';
import { letterMessage } from '../../src/discord/messages/letter.ts';
import { allComponents, displayedLength } from '../../src/discord/messages/parts/measure.ts';
import type { OutgoingMessage } from '../../src/discord/messages/parts/parts.ts';
import { summaryMessage } from '../../src/discord/messages/summary.ts';
import { timelineMessage } from '../../src/discord/messages/timeline.ts';
import { overviews } from '../../src/texts/overviews.ts';
import { texts } from '../../src/texts/texts.ts';
import { one } from '../support/letters-library.ts';
import { scriptedLibrary } from '../support/scripted-library.ts';

const language = 'nl';
const { more } = overviews(language);

/** What of Discord's limits a message breaks. */
function broken({ components }: OutgoingMessage): string[] {
  const all = allComponents(components);
  const customIds = all.flatMap((part) => ('custom_id' in part ? [part.custom_id] : []));
  return [
    ...(all.length > LIMITS.components ? [`${all.length} components`] : []),
    ...(displayedLength(components) > LIMITS.displayedText ? [`${displayedLength(components)} of text`] : []),
    ...(new Set(customIds).size < customIds.length ? [`a custom id twice: ${customIds.join(' ')}`] : []),
    ...customIds.filter((id) => id.length > LIMITS.customId),
    ...all.flatMap((part) => (part.type === ComponentType.TextDisplay && part.content.trim() === '' ? ['empty'] : [])),
  ];
}

/** The state of the button that goes on, as numbers in its custom id; null for the last page. */
function goesOnAt({ components }: OutgoingMessage): number | null {
  const next = allComponents(components).find((part) => 'label' in part && part.label === more);
  if (!next || !('custom_id' in next)) return null;
  return Number(new URLSearchParams(next.custom_id).get('o'));
}

/** Turns all pages; each must fit, and go further than the one before. */
function expectAllFit(pageAt: (offset: number) => OutgoingMessage): void {
  for (let offset: number | null = 0; offset !== null; ) {
    const page: OutgoingMessage = pageAt(offset);
    expect(broken(page)).toEqual([]);
    const next = goesOnAt(page);
    if (next !== null) expect(next).toBeGreaterThan(offset);
    offset = next;
  }
}

const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'Nederland',
      'munitie',
      'uw Kamer',
      'zal',
      'informeren',
      'besloten',
      'het kabinet',
      'steunt',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '**dik**',
      '`code`',
      '<@1>',
      '||stil||',
      '[a](http://x.nl)',
      '😀',
      '(Kamerstuk 28 676, nr. 12)',
      'x'.repeat(80),
    ),
  },
);
const sentence = fc.array(word, { minLength: 3, maxLength: 40 }).map((words) => `De ${words.join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((sentences) => sentences.join(' '));
const heading = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `Over ${words.join(' ')}`);
const letter = fc
  .array(fc.tuple(heading, fc.array(paragraph, { minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 25 })
  .map(
    (sections) =>
      `Den Haag, 3 mei 2024\n\n${sections.map(([title, own]) => [title, ...own].join('\n\n')).join('\n\n')}\n`,
  );

describe('whatever the letters hold, every page of an overview stays within every limit', () => {
  test('summaries, timelines, commitments and outlines', async () => {
    await fc.assert(
      fc.asyncProperty(letter, async (source) => {
        const library = await scriptedLibrary({ 'odd.txt': source });
        const context = { library, language, texts: texts(language) } as const;
        const meeting = one(library.findMeeting('odd.txt'));
        const m = meeting.id;
        const summary = await library.summarize(meeting, { language });
        expectAllFit((o) => summaryMessage(summary, meeting, { m, o }, context));
        const [section] = library.sections(meeting);
        const short = await library.summarize(meeting, { language, section, limit: 5 });
        expectAllFit((o) => summaryMessage(short, meeting, { m, o, s: 0, k: true }, context));
        const timeline = await library.timeline('munitie **dik**');
        expectAllFit((o) => timelineMessage(timeline, { o }, context));
        const promises = await library.commitments();
        expectAllFit((o) => commitmentsMessage(promises, null, { o }, context));
        const outline = library.outline(one(library.findLetter('odd.txt')).id)!;
        expectAllFit((o) => letterMessage(outline, o, context));
      }),
      { numRuns: 12 },
    );
  });
});
