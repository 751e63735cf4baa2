import { type APIMessageComponent, ComponentType } from 'discord.js';
import { escapeMarkdown, unescapeMarkdown } from './escape.ts';
import { allComponents } from './measure.ts';
import { type Part, text } from './parts.ts';

/** Component ids by which the question is found again in a message that comes back with a press or a reply. */
const QUESTION = 1001;
const PREVIOUS = 1002;
const HEADING = '### ';
const SMALL = '-# ';
/** Small print in no language: the reader of a message need not share its writer's. */
const FOLLOWS = '-# ↳ ';

/** A question as it stands in a message. */
export interface AskedQuestion {
  readonly question: string;
  /** The question it follows. */
  readonly previous?: string;
}

/** The question above its answer, under it the one it follows; `small` where something else is the heading. */
export function questionParts({ question, previous }: AskedQuestion, size: 'heading' | 'small' = 'heading'): Part[] {
  const parts = [text((size === 'heading' ? HEADING : SMALL) + escapeMarkdown(question), QUESTION)];
  if (previous !== undefined) parts.push(text(FOLLOWS + escapeMarkdown(previous), PREVIOUS));
  return parts;
}

/** The question that {@link questionParts} put into a message, word for word; null for a message without one. */
export function readQuestion(components: readonly APIMessageComponent[]): AskedQuestion | null {
  const question = contentOf(components, QUESTION);
  const mark = [HEADING, SMALL].find((each) => question?.startsWith(each));
  if (question === undefined || mark === undefined) return null;
  const previous = contentOf(components, PREVIOUS)?.slice(FOLLOWS.length);
  return {
    question: unescapeMarkdown(question.slice(mark.length)),
    ...(previous !== undefined && { previous: unescapeMarkdown(previous) }),
  };
}

function contentOf(components: readonly APIMessageComponent[], id: number): string | undefined {
  for (const component of allComponents(components))
    if (component.type === ComponentType.TextDisplay && component.id === id) return component.content;
  return undefined;
}

/** Control characters and those that turn the writing direction: never part of what was asked. */
const INVISIBLE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Mentions, channels, timestamps and custom emoji as Discord writes them in a message. */
const DISCORD_MARKUP = /<(?:@[!&]?|#|a?:\w+:|t:|\/[^<>:]+:)[^<>\s]*>/g;

/** A question on one line, without what Discord or a copy-paste added to it. */
export function normalizeQuestion(typed: string): string {
  return typed.replace(DISCORD_MARKUP, ' ').replace(/\s/g, ' ').replace(INVISIBLE, '').replace(/ +/g, ' ').trim();
}
