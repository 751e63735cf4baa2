import { ComponentType } from 'discord.js';
import type { Timeline, TimelineEntry } from '../../answers/timeline/schema.ts';
import { chartInWords } from '../../pictures/bars.ts';
import { timelineChart } from '../../pictures/chart.ts';
import { toPng } from '../../pictures/png.ts';
import { beforehand } from '../../texts/beforehand.ts';
import { formatDate, periodBounds } from '../../texts/dates.ts';
import { exportTexts } from '../../texts/export.ts';
import { overviews } from '../../texts/overviews.ts';
import type { View } from '../context.ts';
import { type TimelineState, timelineId } from '../custom-ids/pages.ts';
import { takeTimelineId } from '../custom-ids/take-along.ts';
import { asTyped } from './parts/names.ts';
import { pageOf } from './parts/pages.ts';
import { ACCENT, button, type OutgoingMessage, type Part, panel, small, text } from './parts/parts.ts';
import { questionParts } from './parts/question.ts';
import { pointChoice, quotePoint, sameLetter } from './parts/quote-point.ts';

const CHART_FILE = 'timeline.png';
/** Lines that say what is not shown; the newest letters' where there are more. */
const MOST_LINES = 12;

/** A timeline from entry number `o` on, as many as fit; the chart stands above the first. */
export function timelineMessage(timeline: Timeline, state: TimelineState, view: View): OutgoingMessage {
  const { texts, language } = view;
  const { timeline: labels, ...pageLabels } = overviews(language);
  const { subject, entries } = timeline;
  const period = state.f || state.t ? [small(texts.answer.period(...periodBounds(state.f, state.t, language)))] : [];
  const title = [...questionParts({ question: subject }), ...period];
  if (entries.length === 0) return panel([...title, text(labels.none(asTyped(subject)))], ACCENT.refusal);
  const hidden = timeline.volume.reduce((sum, { more }) => sum + more, 0);
  const chart = state.o ? null : chartOf(timeline, language);
  const page = pageOf({
    head: [...title, ...(chart ? [chart.part] : [])],
    entries,
    offset: state.o ?? 0,
    partsOf: (entry, { at, first }) => entryParts(entry, at + 1, sameLetter(entries, at, first), view),
    choice: ({ quote }, at) => pointChoice(quote, at + 1, view),
    choose: texts.button.choose,
    last: moreParts(timeline, language),
    buttons: () => [
      ...(hidden > 0 ? [button(labels.all, timelineId.write({ ...without(state), w: true }))] : []),
      button(exportTexts(language).button, takeTimelineId.write(state)),
    ],
    labels: pageLabels,
    idAfter: (o) => timelineId.write({ ...state, o }),
  });
  return { ...panel(page, ACCENT.answer), ...(chart && { files: [chart.file] }) };
}

function entryParts(
  { date, inferred, quote, repeats }: TimelineEntry,
  number: number,
  letterNamed: boolean,
  view: View,
): readonly Part[] {
  const { timeline: labels } = overviews(view.language);
  const day = date === null ? labels.undated : formatDate(date, view.language);
  const again = repeats.length > 0 ? ` · ${labels.repeats(repeats.length)}` : '';
  const before = beforehand(quote, view.language);
  const written = before === null ? [] : [`-# ${before}`];
  const above = [`**${inferred ? labels.inferred(day) : day}**${again}`, ...written];
  return quotePoint(quote, view, { above, number, letterNamed });
}

/** What is not shown of each letter, so that nothing is left out unseen. */
function moreParts({ volume }: Timeline, language: View['language']): readonly Part[] {
  const { timeline: labels } = overviews(language);
  const lines = volume
    .filter(({ more }) => more > 0)
    .map(({ more, date }) => `-# ${labels.more(more, date === null ? labels.undated : formatDate(date, language))}`);
  return lines.length > 0 ? [text(lines.slice(-MOST_LINES).join('\n'))] : [];
}

/** From the beginning again. */
function without({ o: _, ...state }: TimelineState): TimelineState {
  return state;
}

function chartOf(timeline: Timeline, language: View['language']) {
  const description = chartInWords(timeline.subject, timeline.volume, language);
  const part: Part = {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${CHART_FILE}` }, description }],
  };
  return { part, file: { name: CHART_FILE, data: toPng(timelineChart(timeline, language)), description } };
}
