import { type APIButtonComponent, ButtonStyle } from 'discord.js';
import type { Answer, Quote } from '../../answers/schema.ts';
import type { Library } from '../../answers/types.ts';
import { given } from '../../given.ts';
import type { QuestionFilters } from '../../retrieval/types.ts';
import { formatMonth, type TextLanguage } from '../../texts/dates.ts';
import type { Texts } from '../../texts/nl.ts';
import { nextId, rightId, unfilteredId, wrongId } from '../custom-ids/answers.ts';
import { sectionId } from '../custom-ids/passages.ts';
import { LIMITS, OWN_LIMITS } from '../limits.ts';
import { escapeMarkdown } from './parts/escape.ts';
import { cutAtWord } from './parts/excerpt.ts';
import { filterText } from './parts/filter.ts';
import { displayedLength } from './parts/measure.ts';
import {
  ACCENT,
  button,
  labelWithEnding,
  line,
  type OutgoingMessage,
  type Part,
  panel,
  rows,
  small,
  text,
} from './parts/parts.ts';
import { type AskedQuestion, questionParts } from './parts/question.ts';
import { type QuoteButton, quoteParts } from './parts/quote.ts';

/** What an answer is shown with. */
export interface AnswerView {
  readonly asked: AskedQuestion;
  readonly library: Library;
  readonly texts: Texts;
  readonly language: TextLanguage;
  /** What the asker chose. */
  readonly filters: QuestionFilters;
  /** The asker took the filters off that were read from the question. */
  readonly unfiltered: boolean;
  /** Quotes shown before these. */
  readonly skip: number;
  /** Others see it too: it needs no button to share it. */
  readonly isPublic: boolean;
  /** Above the quotes, whom they are for; left out where there are none. Markdown. */
  readonly note?: string;
  readonly pings?: readonly string[];
}

/** An answer as a message: the question, up to three quotes, and what can be done with them; or why there is none. */
export function answerMessage(answer: Answer, view: AnswerView): OutgoingMessage {
  const question = [...questionParts(view.asked), ...filterParts(answer, view)];
  if (answer.quotes.length === 0) return refusal(answer, view, question);
  const head = [...(view.note ? [small(view.note)] : []), ...question];
  const room = LIMITS.displayedText - displayedLength(head);
  const shown = quoteParts(answer.quotes, view.texts, room, view.isPublic ? PUBLIC_BUTTONS : PRIVATE_BUTTONS);
  const quotes = answer.quotes.slice(0, shown.length);
  const parts = [
    ...head,
    ...shown.flatMap((quote) => [line(), ...quote]),
    line(),
    ...rows(actions(answer, view, quotes)),
  ];
  return panel(parts, ACCENT.answer, view.pings);
}

const PRIVATE_BUTTONS: readonly QuoteButton[] = ['share', 'context', 'section', 'copy', 'source'];
const PUBLIC_BUTTONS: readonly QuoteButton[] = ['context', 'section', 'copy', 'source'];

/** One line that says no, what the letters cover, and the nearest headings as buttons; no quote. */
function refusal(answer: Answer, view: AnswerView, head: readonly Part[]): OutgoingMessage {
  const { texts } = view;
  const reason = answer.reason ?? texts.answer.noMore;
  const headings = answer.answered ? [] : nearestButtons(answer, view);
  const parts = [
    ...head,
    text(escapeMarkdown(reason)),
    ...(headings.length > 0 ? [small(texts.answer.nearest), ...rows(headings)] : []),
    ...rows(answer.answered ? [] : [...unfilteredButton(answer, view), ...verdictButtons(texts, [])]),
  ];
  return panel(parts, ACCENT.refusal);
}

function nearestButtons({ nearest }: Answer, { library, language }: AnswerView): APIButtonComponent[] {
  const starts = nearest.flatMap(({ letterId, section }) => {
    const start = library.sectionStart(letterId, section);
    return start ? [[start.id, headingLabel(section, start.letter.letterDate, language)] as const] : [];
  });
  return [...new Map(starts)]
    .slice(0, LIMITS.buttonsInRow)
    .map(([id, label]) => button(label, sectionId.write({ p: id })));
}

/** A heading with its letter's month, by which equal headings are told apart. */
function headingLabel(section: string, letterDate: string | null, language: TextLanguage): string {
  const month = letterDate === null ? '' : ` · ${formatMonth(letterDate, language)}`;
  return labelWithEnding(section, month, LIMITS.buttonLabel);
}

function filterParts(answer: Answer, { library, language, texts, filters }: AnswerView): Part[] {
  const filter = filterText({ ...answer.understood, ...filters }, library, texts, language);
  return filter === null ? [] : [small(texts.answer.filter(cutAtWord(filter, OWN_LIMITS.citation)))];
}

function actions(answer: Answer, view: AnswerView, quotes: readonly Quote[]): APIButtonComponent[] {
  // Fewer than were asked for are the last there are; those that did not fit come next.
  const more =
    answer.quotes.length >= OWN_LIMITS.quotesInAnswer ||
    answer.related.length > 0 ||
    quotes.length < answer.quotes.length;
  const next = nextId.write({ ...scopeOf(view), s: view.skip + quotes.length });
  return [
    ...(more ? [button(view.texts.button.next, next)] : []),
    ...unfilteredButton(answer, view),
    ...verdictButtons(view.texts, quotes),
  ];
}

function unfilteredButton({ understood }: Answer, view: AnswerView): APIButtonComponent[] {
  if (view.unfiltered || Object.values(understood).every((value) => value === undefined)) return [];
  return [button(view.texts.button.unfiltered, unfilteredId.write({ ...scopeOf(view), u: true }))];
}

function verdictButtons({ button: labels }: Texts, quotes: readonly Quote[]): APIButtonComponent[] {
  const shown = { q: quotes.map(({ id }) => id).join('.') };
  return [
    button(labels.right, rightId.write(shown), ButtonStyle.Success),
    button(labels.wrong, wrongId.write(shown), ButtonStyle.Danger),
  ];
}

function scopeOf({ filters, unfiltered }: AnswerView) {
  return given({ l: filters.letter, m: filters.meeting, f: filters.from, t: filters.to, u: unfiltered });
}
