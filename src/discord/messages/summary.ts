import { meetingTitle } from '../../answers/meeting-title.ts';
import type { MeetingLetters } from '../../answers/meetings.ts';
import type { Summary, SummaryPart } from '../../answers/summary/schema.ts';
import { SHORT_SUMMARY_LIMIT, SUMMARY_LIMIT } from '../../answers/summary/summarize.ts';
import { overviews } from '../../texts/overviews.ts';
import type { Context } from '../context.ts';
import { type SummaryState, summaryId } from '../custom-ids/pages.ts';
import { escapeMarkdown } from './parts/escape.ts';
import { cutAtWord } from './parts/excerpt.ts';
import { pageOf } from './parts/pages.ts';
import { ACCENT, button, line, type OutgoingMessage, type Part, panel, rows, small, text } from './parts/parts.ts';
import { quotePoint } from './parts/quote-point.ts';

/** Room for the titles of sections without a quote. */
const LEFT_OUT_LENGTH = 600;
const TITLE_LENGTH = 200;

type PageContext = Pick<Context, 'library' | 'texts' | 'language'>;

/** A summary from quote number `o` on, as many as fit; a button goes on. */
export async function summaryPage(
  meeting: MeetingLetters,
  state: SummaryState,
  context: PageContext,
): Promise<OutgoingMessage> {
  const { library, language } = context;
  const section = state.s === undefined ? undefined : library.overviews.sections(meeting)[state.s];
  const limit = state.k ? SHORT_SUMMARY_LIMIT : SUMMARY_LIMIT;
  const summary = await library.overviews.summarize(meeting, { limit, section, language });
  const { summary: labels, shown, more } = overviews(language);
  const points = pointsOf(summary);
  const offset = Math.min(state.o ?? 0, points.length);
  const head = headOf(summary, meetingTitle(meeting, language), offset, context);
  if (points.length === 0) return panel([...head, text(labels.nothing)], ACCENT.refusal);
  const paired = summary.missing.length === 0 && summary.letters.length > 1;
  const { parts, end } = pageOf(head, points.length, offset, (at, first) => {
    const point = points[at]!;
    const heading = first || points[at - 1]?.part !== point.part;
    const above = [
      ...(heading ? [`**${cutAtWord(point.part.heading, TITLE_LENGTH)}**`] : []),
      ...(paired ? [`-# ${sideOf(point, labels)}`] : []),
    ];
    return quotePoint(point.quote, context, { above });
  });
  const whole = offset === 0 && end === points.length;
  const left = end === points.length && summary.leftOut.length > 0;
  return panel(
    [
      ...head,
      ...parts,
      ...(left ? [small(cutAtWord(labels.leftOut(summary.leftOut), LEFT_OUT_LENGTH))] : []),
      ...(whole ? [] : [small(shown(offset + 1, end, points.length))]),
      ...rows(end < points.length ? [button(more, summaryId.write({ ...state, o: end }))] : []),
    ],
    ACCENT.answer,
  );
}

interface Point {
  readonly part: SummaryPart;
  readonly quote: SummaryPart['points'][number];
}

function pointsOf({ parts }: Summary): Point[] {
  return parts.flatMap((part) => part.points.map((quote) => ({ part, quote })));
}

function sideOf({ quote }: Point, labels: { readonly announced: string; readonly outcome: string }): string {
  return quote.letter.kind === 'annotated_agenda' ? labels.announced : labels.outcome;
}

function headOf(summary: Summary, title: string, offset: number, { language }: PageContext): Part[] {
  const { summary: labels } = overviews(language);
  const heading = text(`### ${cutAtWord(title, TITLE_LENGTH)}`);
  const section = summary.section === null ? [] : [small(escapeMarkdown(labels.ofSection(summary.section)))];
  if (offset > 0) return [heading, ...section];
  return [heading, ...section, ...summary.missing.map((side) => small(labels.missing[side])), line()];
}
