import { type MeetingLetters, nameOf } from '../../answers/meetings.ts';
import type { Summary, SummaryPart } from '../../answers/summary/schema.ts';
import { sideOf } from '../../answers/summary/side.ts';
import { exportTexts } from '../../texts/export.ts';
import { overviews } from '../../texts/overviews.ts';
import type { View } from '../context.ts';
import { type SummaryState, summaryId } from '../custom-ids/pages.ts';
import { takeSummaryId } from '../custom-ids/take-along.ts';
import { escapeMarkdown } from './parts/escape.ts';
import { cutAtWord } from './parts/excerpt.ts';
import { pageOf } from './parts/pages.ts';
import { ACCENT, button, line, type OutgoingMessage, type Part, panel, small, text } from './parts/parts.ts';
import { letterMarkdown } from './parts/quote.ts';
import { pointChoice, questionOnce, quotePoint, sameLetter } from './parts/quote-point.ts';

/** Room for the titles of sections without a quote. */
const LEFT_OUT_LENGTH = 600;
const TITLE_LENGTH = 200;

/** A summary from quote number `o` on, as many as fit; a button goes on. */
export function summaryMessage(
  summary: Summary,
  meeting: MeetingLetters,
  state: SummaryState,
  view: View,
): OutgoingMessage {
  const { summary: labels, ...pageLabels } = overviews(view.language);
  const points = pointsOf(summary);
  const head = headOf(summary, nameOf(meeting, view.language), state.o ?? 0, view);
  if (points.length === 0) return panel([...head, text(labels.nothing)], ACCENT.refusal);
  const paired = summary.missing.length === 0 && summary.letters.length > 1;
  const leftOut =
    summary.leftOut.length > 0 ? [small(cutAtWord(labels.leftOut(summary.leftOut), LEFT_OUT_LENGTH))] : [];
  const [firstPoint] = points;
  const letterNamed = summary.letters.length === 1;
  const letter = letterNamed && firstPoint ? [text(letterMarkdown(firstPoint.quote, view.texts))] : [];
  const page = pageOf({
    head: [...head, ...letter],
    entries: points,
    offset: state.o ?? 0,
    partsOf({ part, quote }, { at, first }) {
      const heading = first || points[at - 1]?.part !== part;
      const above = [
        ...(heading ? [`**${cutAtWord(part.heading, TITLE_LENGTH)}**`] : []),
        ...(paired ? [`-# ${labels.side[sideOf(quote)]}`] : []),
      ];
      return quotePoint(questionOnce(points, at, first) ?? quote, view, {
        above,
        letterNamed: letterNamed || sameLetter(points, at, first),
        number: at + 1,
      });
    },
    choice: ({ quote }, at) => pointChoice(quote, at + 1, view),
    choose: view.texts.button.choose,
    last: leftOut,
    labels: pageLabels,
    idAfter: (o) => summaryId.write({ ...state, o }),
    buttons: () => [button(exportTexts(view.language).button, takeSummaryId.write(state))],
  });
  return panel(page, ACCENT.answer);
}

interface Point {
  readonly part: SummaryPart;
  readonly quote: SummaryPart['points'][number];
}

function pointsOf({ parts }: Summary): Point[] {
  return parts.flatMap((part) => part.points.map((quote) => ({ part, quote })));
}

function headOf(summary: Summary, title: string, offset: number, { language }: View): Part[] {
  const { summary: labels } = overviews(language);
  const heading = text(`### ${cutAtWord(labels.title(title), TITLE_LENGTH)}`);
  const section = summary.section === null ? [] : [small(escapeMarkdown(labels.ofSection(summary.section)))];
  if (offset > 0) return [heading, ...section];
  return [heading, ...section, ...summary.missing.map((side) => small(labels.missing[side])), line()];
}
