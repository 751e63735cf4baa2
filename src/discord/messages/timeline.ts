import { ComponentType } from 'discord.js';
import type { Timeline, TimelineEntry } from '../../answers/timeline/schema.ts';
import { chartInWords } from '../../pictures/bars.ts';
import { timelineChart } from '../../pictures/chart.ts';
import { toPng } from '../../pictures/png.ts';
import { formatDate, periodBounds } from '../../texts/dates.ts';
import { overviews } from '../../texts/overviews.ts';
import type { Context } from '../context.ts';
import { type TimelineState, timelineId } from '../custom-ids/pages.ts';
import { asTyped } from './parts/names.ts';
import { pageOf } from './parts/pages.ts';
import { ACCENT, button, type OutgoingMessage, type Part, panel, rows, small, text } from './parts/parts.ts';
import { questionParts } from './parts/question.ts';
import { quotePoint } from './parts/quote-point.ts';

const CHART_FILE = 'timeline.png';

/** A timeline from entry number `o` on, as many as fit; the chart stands above the first. */
export async function timelinePage(
  subject: string,
  state: TimelineState,
  context: Pick<Context, 'library' | 'texts' | 'language'>,
): Promise<OutgoingMessage> {
  const { library, texts, language } = context;
  const { timeline: labels, shown, more } = overviews(language);
  const timeline = await library.overviews.timeline(subject, { from: state.f, to: state.t });
  const { entries } = timeline;
  const period = state.f || state.t ? [small(texts.answer.period(...periodBounds(state.f, state.t, language)))] : [];
  const title = [...questionParts({ question: subject }), ...period];
  if (entries.length === 0) return panel([...title, text(labels.none(asTyped(subject)))], ACCENT.refusal);
  const offset = Math.min(state.o ?? 0, entries.length);
  const chart = offset === 0 ? chartOf(timeline, language) : null;
  const head = [...title, ...(chart ? [chart.part] : [])];
  const { parts, end } = pageOf(head, entries.length, offset, (at) => entryParts(entries[at]!, context));
  const whole = offset === 0 && end === entries.length;
  return {
    ...panel(
      [
        ...head,
        ...parts,
        ...(whole ? [] : [small(shown(offset + 1, end, entries.length))]),
        ...rows(end < entries.length ? [button(more, timelineId.write({ ...state, o: end }))] : []),
      ],
      ACCENT.answer,
    ),
    ...(chart && { files: [chart.file] }),
  };
}

function entryParts(
  { date, inferred, quote, repeats }: TimelineEntry,
  context: Pick<Context, 'library' | 'texts' | 'language'>,
): readonly Part[] {
  const { timeline: labels } = overviews(context.language);
  const day = date === null ? labels.undated : formatDate(date, context.language);
  const again = repeats.length > 0 ? ` · ${labels.repeats(repeats.length)}` : '';
  return quotePoint(quote, context, { above: [`**${inferred ? labels.inferred(day) : day}**${again}`] });
}

function chartOf(timeline: Timeline, language: Context['language']) {
  const description = chartInWords(timeline.subject, timeline.volume, language);
  const part: Part = {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${CHART_FILE}` }, description }],
  };
  return { part, file: { name: CHART_FILE, data: toPng(timelineChart(timeline, language)), description } };
}
