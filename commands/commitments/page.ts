import { z } from 'zod';
import type { Commitment } from '../../src/answers/commitments/schema.ts';
import { meetingTitle } from '../../src/answers/meeting-title.ts';
import type { MeetingLetters } from '../../src/answers/meetings.ts';
import { buttonId } from '../../src/discord/buttons/custom-id.ts';
import type { Context } from '../../src/discord/context.ts';
import { escapeMarkdown } from '../../src/discord/message/escape.ts';
import { cutAtWord } from '../../src/discord/message/excerpt.ts';
import {
  ACCENT,
  button,
  type OutgoingMessage,
  type Part,
  panel,
  rows,
  safeUrl,
  small,
  text,
} from '../../src/discord/message/parts.ts';
import { formatDate } from '../../src/texts/dates.ts';
import { overviews } from '../../src/texts/overviews.ts';
import { pageOf } from '../pages.ts';
import { quotePoint } from '../quote-point.ts';

/** Whose commitments, and how many were shown before. */
export interface CommitmentsState {
  readonly m?: string | undefined;
  /** Only open ones. */
  readonly n?: boolean | undefined;
  readonly o?: number | undefined;
}

export const commitmentsId = buttonId(
  'commitments',
  z.object({
    m: z.string().min(1).max(12).optional(),
    n: z.stringbool({ truthy: ['1'], falsy: ['0'] }).optional(),
    o: z.coerce.number().int().min(0).optional(),
  }),
);

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
