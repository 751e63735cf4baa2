import { citationIn } from '../../answers/citation.ts';
import type { Commitment } from '../../answers/commitments/schema.ts';
import type { Outline } from '../../answers/outline/schema.ts';
import type { Quote } from '../../answers/schema.ts';
import { commitmentFacts } from '../../texts/commitment-facts.ts';
import type { View } from '../context.ts';
import { letterId } from '../custom-ids/pages.ts';
import { factsOf } from './letter.ts';
import { cutAtWord, excerpt } from './parts/excerpt.ts';
import { ACCENT, button, link, type OutgoingMessage, type Part, panel, rows, small, text } from './parts/parts.ts';

/** So much of each that all fits in a message, whatever letters hold. */
const MOST = { sections: 8, promises: 3, fulfils: 2 } as const;
const LENGTH = { title: 200, section: 80, quote: 260, facts: 150, citation: 180 } as const;

/** The custom id of an announcement's button, by which it is known again: no other message has it. */
export function outlineButton(letter: string): string {
  return letterId.write({ l: letter, o: 0 });
}

/**
 * Tells of a new letter: what it is, its sections, what it promises, and which earlier promises it probably fulfils.
 *
 * @param commitments those of all letters
 */
export function announcementMessage(outline: Outline, commitments: readonly Commitment[], view: View): OutgoingMessage {
  const { announcement: labels, button: buttons } = view.texts;
  const { letter, sections } = outline;
  const titles = sections.flatMap(({ title }) => title ?? []);
  const made = commitments.filter(({ quote }) => quote.letter.id === letter.id);
  const kept = commitments.filter(({ fulfilledBy }) => fulfilledBy?.letter.id === letter.id);
  const list = <T>(heading: string, all: readonly T[], most: number, show: (one: T) => string): Part[] => {
    if (all.length === 0) return [];
    const more = all.length > most ? [labels.more(all.length - most)] : [];
    return [text([`**${heading}**`, ...all.slice(0, most).map(show), ...more].join('\n'))];
  };
  return panel(
    [
      text(`### ${cutAtWord(labels.title(letter.title), LENGTH.title)}`),
      small(factsOf(outline, view)),
      ...list(labels.sections, titles, MOST.sections, (title) => `- ${cutAtWord(title, LENGTH.section)}`),
      ...list(labels.promises, made, MOST.promises, (promise) => promiseMade(promise, view)),
      ...list(labels.fulfils, kept, MOST.fulfils, (promise) => promiseKept(promise, view)),
      ...rows([button(labels.outline, outlineButton(letter.id)), ...link(buttons.source, letter.url)]),
    ],
    ACCENT.answer,
  );
}

function promiseMade(commitment: Commitment, { language }: View): string {
  // The letter's own day stands above.
  const facts = commitmentFacts({ ...commitment, date: null }, language);
  return [
    `> ${words(commitment.quote)}`,
    ...(facts.length > 0 ? [`-# ${cutAtWord(facts.join(' · '), LENGTH.facts)}`] : []),
  ].join('\n');
}

function promiseKept({ quote, fulfilledBy }: Commitment, { language }: View): string {
  const likelihood = Math.round((fulfilledBy?.likelihood ?? 0) * 100);
  return `> ${words(quote)}\n-# ${cutAtWord(citationIn(quote, language), LENGTH.citation)} (${likelihood}%)`;
}

function words(quote: Quote): string {
  return excerpt(quote, LENGTH.quote) ?? excerpt({ ...quote, marks: [] }, LENGTH.quote) ?? '';
}
