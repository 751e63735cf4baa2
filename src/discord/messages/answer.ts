import type { APIButtonComponent } from 'discord.js';
import type { Answer, Quote } from '../../answers/schema.ts';
import type { Library } from '../../answers/types.ts';
import { given } from '../../given.ts';
import type { QuestionFilters } from '../../retrieval/types.ts';
import type { TextLanguage } from '../../texts/dates.ts';
import { exportTexts } from '../../texts/export.ts';
import type { Texts } from '../../texts/nl.ts';
import { nextId, rightId, unfilteredId, wrongId } from '../custom-ids/answers.ts';
import { openId, sectionId, writeMarks } from '../custom-ids/passages.ts';
import { takeAnswerId } from '../custom-ids/take-along.ts';
import { LIMITS, OWN_LIMITS } from '../limits.ts';
import { lettersAnswered } from './letters.ts';
import { escapeMarkdown } from './parts/escape.ts';
import { cutAtWord } from './parts/excerpt.ts';
import { filterText } from './parts/filter.ts';
import { displayedLength } from './parts/measure.ts';
import { headingLabel } from './parts/names.ts';
import { ACCENT, button, menu, type OutgoingMessage, type Part, panel, rows, small, text } from './parts/parts.ts';
import { type AskedQuestion, questionParts } from './parts/question.ts';
import { type QuoteButton, quoteButtons, quoteList } from './parts/quote.ts';

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
  /** No more quotes that answer than these at once. */
  readonly quotes: number;
  /** Others see it too: it needs no button to share it. */
  readonly isPublic: boolean;
  /** Say that the quotes are in Dutch: to who is told so for the first time. */
  readonly inDutch?: boolean;
  /** Above the quotes or letters, whom they are for; left out where there are none. Markdown. */
  readonly note?: string;
  readonly pings?: readonly string[];
}

/** An answer as a message: the question, up to three quotes, and what can be done with them; or why there is none. */
export function answerMessage(answer: Answer, view: AnswerView): OutgoingMessage {
  const question = [...questionParts(view.asked), ...filterParts(answer, view)];
  const noted = [...(view.note ? [small(view.note)] : []), ...question];
  if (answer.letters.length > 0) {
    const idAfter = (s: number) => nextId.write({ ...scopeOf(view), s });
    const list = lettersAnswered(answer, noted, { offset: view.skip, idAfter }, view);
    return { ...list, pings: view.pings ?? [] };
  }
  if (!answer.answered || answer.quotes.length + answer.related.length === 0) return refusal(answer, view, question);
  const { texts, skip } = view;
  const doubt = answer.tentative ? [small(texts.answer.tentative)] : [];
  const head = [...noted, ...doubt];
  const foot = view.inDutch ? [small(texts.answer.inDutch)] : [];
  const room = LIMITS.displayedText - displayedLength([...head, ...foot, small(texts.answer.related)]);
  // What only bears on the question comes when it is asked for.
  const answering = answer.quotes.slice(0, view.quotes);
  const isLast = answering.length === answer.quotes.length;
  const beside = isLast && (skip > 0 || answering.length === 0) ? answer.related : [];
  const listed = quoteList(answering, texts, room, numbered(answering, beside, skip) ? skip + 1 : null);
  const left = room - displayedLength(listed.flat());
  const related = listed.length === answering.length ? quoteList(beside, texts, left, skip + listed.length + 1) : [];
  const quotes = [...answering.slice(0, listed.length), ...beside.slice(0, related.length)];
  const parts = [
    ...head,
    ...listed.flat(),
    ...(related.length > 0 ? [small(texts.answer.related), ...related.flat()] : []),
    ...foot,
    ...actions(answer, view, quotes),
  ];
  return panel(parts, ACCENT.answer, view.pings);
}

/** One quote by itself needs no number. */
function numbered(answering: readonly Quote[], beside: readonly Quote[], skip: number): boolean {
  return skip > 0 || answering.length + beside.length > 1;
}

/** One line that says no, where the letters do speak of it, and what they say of another time; else no quote. */
function refusal(answer: Answer, view: AnswerView, head: readonly Part[]): OutgoingMessage {
  const { texts } = view;
  const reason = text(escapeMarkdown(answer.reason ?? texts.answer.noMore));
  if (answer.answered) return panel([...head, reason], ACCENT.refusal);
  const room = LIMITS.displayedText - displayedLength([...head, reason, small(texts.answer.nearest)]);
  const elsewhere = quoteList(answer.related.slice(0, 1), texts, room, null);
  const [quote] = elsewhere.length > 0 ? answer.related : [];
  const headings = quote ? [] : nearestButtons(answer, view);
  const parts = [
    ...head,
    reason,
    ...elsewhere.flat(),
    ...(headings.length > 0 ? [small(texts.answer.nearest), ...rows(headings)] : []),
    ...rows([
      ...(quote ? quoteButtons(quote, texts, quoteActions(view)) : []),
      ...unfilteredButton(answer, view),
      ...(MAY_BE_WRONG.has(answer.reasonCode) ? [button(texts.button.isThere, wrongId.write({ q: '' }))] : []),
    ]),
  ];
  return panel(parts, ACCENT.refusal);
}

/** A refusal of these may be a mistake; the others are about the question itself. */
const MAY_BE_WRONG: ReadonlySet<Answer['reasonCode']> = new Set(['off_topic', 'not_in_letters', 'not_then']);

function quoteActions({ isPublic }: AnswerView): readonly QuoteButton[] {
  return isPublic ? ['context'] : ['share', 'context'];
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

function filterParts(answer: Answer, { library, language, texts, filters }: AnswerView): Part[] {
  const filter = filterText({ ...answer.understood, ...filters }, library, texts, language);
  return filter === null ? [] : [small(texts.answer.filter(cutAtWord(filter, OWN_LIMITS.citation)))];
}

/** One row of buttons; where several quotes are shown, above it a menu to choose one from. */
function actions(answer: Answer, view: AnswerView, quotes: readonly Quote[]): Part[] {
  const { texts, skip, language } = view;
  const [only, ...others] = quotes;
  const isOne = only !== undefined && others.length === 0;
  const buttons = [
    ...(isOne ? quoteButtons(only, texts, quoteActions(view)) : []),
    ...moreButton(answer, view, quotes.length),
    ...unfilteredButton(answer, view),
    ...(skip === 0 ? verdictButtons(texts, quotes) : []),
  ];
  const take = {
    label: exportTexts(language).button,
    id: takeAnswerId.write({ ...scopeOf(view), ...(skip > 0 && { s: skip }) }),
  };
  // One row is enough; where it is full, the quote's context has the way on.
  if (isOne) return rows(buttons.length < LIMITS.buttonsInRow ? [...buttons, button(take.label, take.id)] : buttons);
  const choices = quotes.map((quote, i) => {
    const label = `[${skip + i + 1}] ${headingLabel(quote.section ?? texts.section.untitled, quote.letter.letterDate, language)}`;
    return { label, id: openId.write(given({ p: quote.id, m: writeMarks(quote.marks) })) };
  });
  return [menu(texts.button.choose, [...choices, take]), ...rows(buttons)];
}

/** The way to what is not shown: answers first, then what only bears on the question. */
function moreButton({ quotes, related }: Answer, view: AnswerView, shown: number): APIButtonComponent[] {
  const { texts, skip } = view;
  const next = nextId.write({ ...scopeOf(view), s: skip + shown });
  const total = quotes.length + related.length;
  if (skip === 0 && shown === quotes.length && related.length > 0 && !view.isPublic)
    return [button(texts.button.related, next)];
  // Fewer than were asked for are the last there are; those that did not fit come next.
  return total > shown || total >= OWN_LIMITS.quotesInAnswer ? [button(texts.button.next, next)] : [];
}

function unfilteredButton({ understood }: Answer, view: AnswerView): APIButtonComponent[] {
  if (view.unfiltered || Object.values(understood).every((value) => value === undefined)) return [];
  return [button(view.texts.button.unfiltered, unfilteredId.write({ ...scopeOf(view), u: true }))];
}

function verdictButtons({ button: labels }: Texts, quotes: readonly Quote[]): APIButtonComponent[] {
  const shown = { q: quotes.map(({ id }) => id).join('.') };
  return [button(labels.right, rightId.write(shown)), button(labels.wrong, wrongId.write(shown))];
}

function scopeOf({ filters, unfiltered }: AnswerView) {
  return given({ l: filters.letter, m: filters.meeting, f: filters.from, t: filters.to, u: unfiltered });
}
