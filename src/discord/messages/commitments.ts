import type { Commitment } from '../../answers/commitments/schema.ts';
import { meetingTitle } from '../../answers/meeting-title.ts';
import type { MeetingLetters } from '../../answers/meetings.ts';
import { formatDate } from '../../texts/dates.ts';
import { overviews } from '../../texts/overviews.ts';
import type { Context } from '../context.ts';
import { type CommitmentsState, commitmentsId } from '../custom-ids/pages.ts';
import { escapeMarkdown } from './parts/escape.ts';
import { cutAtWord } from './parts/excerpt.ts';
import { pageOf } from './parts/pages.ts';
import { ACCENT, button, type OutgoingMessage, type Part, panel, rows, safeUrl, small, text } from './parts/parts.ts';
import { quotePoint } from './parts/quote-point.ts';

type PageContext = Pick<Context, 'library' | 'texts' | 'language'>;

const WHO_LENGTH = 200;

/** Commitments from number `o` on, as many as fit; a button goes on. */
export async function commitmentsPage(
  meeting: MeetingLetters | undefined,
  state: CommitmentsState,
  context: PageContext,
): Promise<OutgoingMessage> {
  const { library, language } = context;
  const { commitments: labels, more, shown } = overviews(language);
  const all = await library.overviews.commitments({ meeting, open: state.n });
  const title = meeting ? `${labels.title}: ${meetingTitle(meeting, language)}` : labels.title;
  const head = [text(`### ${cutAtWord(title, WHO_LENGTH)}`)];
  if (all.length === 0) return panel([...head, text(labels.none)], ACCENT.refusal);
  const offset = Math.min(state.o ?? 0, all.length);
  const { parts, end } = pageOf(head, all.length, offset, (at) => entryParts(all[at]!, context));
  const whole = offset === 0 && end === all.length;
  return panel(
    [
      ...head,
      ...parts,
      ...(whole ? [] : [small(shown(offset + 1, end, all.length))]),
      ...rows(end < all.length ? [button(more, commitmentsId.write({ ...state, o: end }))] : []),
    ],
    ACCENT.answer,
  );
}

function entryParts({ quote, who, due, date, fulfilledBy }: Commitment, context: PageContext): readonly Part[] {
  const { commitments: labels } = overviews(context.language);
  const facts = [
    ...(date ? [formatDate(date, context.language)] : []),
    ...(who ? [labels.who(cutAtWord(who, WHO_LENGTH))] : []),
    ...(due ? [labels.due(cutAtWord(due, WHO_LENGTH))] : []),
  ];
  const below = [
    `-# ${facts.join(' · ')}`,
    `-# ${fulfilledBy ? keptBy(fulfilledBy, labels.fulfilled) : labels.unfulfilled}`,
  ];
  return quotePoint(quote, context, { below });
}

function keptBy({ letter, likelihood }: NonNullable<Commitment['fulfilledBy']>, label: string): string {
  const url = safeUrl(letter.url);
  const title = cutAtWord(letter.title, WHO_LENGTH);
  const linked = url === null ? title : `[${title}](${url})`;
  return `${escapeMarkdown(label)}: ${linked} (${Math.round(likelihood * 100)}%)`;
}
