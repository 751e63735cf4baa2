import { isOpen } from '../../answers/commitments/commitments.ts';
import type { Commitment } from '../../answers/commitments/schema.ts';
import { type MeetingLetters, nameOf } from '../../answers/meetings.ts';
import { commitmentFacts } from '../../texts/commitment-facts.ts';
import { exportTexts } from '../../texts/export.ts';
import { overviews } from '../../texts/overviews.ts';
import type { View } from '../context.ts';
import { type CommitmentsState, commitmentsId } from '../custom-ids/pages.ts';
import { takeCommitmentsId } from '../custom-ids/take-along.ts';
import { escapeMarkdown } from './parts/escape.ts';
import { cutAtWord } from './parts/excerpt.ts';
import { pageOf } from './parts/pages.ts';
import { ACCENT, button, type OutgoingMessage, type Part, panel, safeUrl, small, text } from './parts/parts.ts';
import { pointChoice, quotePoint, sameLetter } from './parts/quote-point.ts';

const WHO_LENGTH = 200;

/** Commitments from number `o` on, as many as fit; a button goes on. `meeting`: whose letters made them, null for all. */
export function commitmentsMessage(
  commitments: readonly Commitment[],
  meeting: MeetingLetters | null,
  state: CommitmentsState,
  view: View,
): OutgoingMessage {
  const { commitments: labels, ...pageLabels } = overviews(view.language);
  const title = meeting ? `${labels.title}: ${nameOf(meeting, view.language)}` : labels.title;
  const open = commitments.filter(isOpen).length;
  const head = [
    text(`### ${cutAtWord(title, WHO_LENGTH)}`),
    ...(open > 0 ? [small(labels.open(open, view.library.letters.length))] : []),
  ];
  if (commitments.length === 0) return panel([...head, text(labels.none)], ACCENT.refusal);
  const page = pageOf({
    head,
    entries: commitments,
    offset: state.o ?? 0,
    partsOf: (commitment, { at, first }) => entryParts(commitment, at + 1, sameLetter(commitments, at, first), view),
    choice: ({ quote }, at) => pointChoice(quote, at + 1, view),
    choose: view.texts.button.choose,
    labels: pageLabels,
    idAfter: (o) => commitmentsId.write({ ...state, o }),
    buttons: () => [button(exportTexts(view.language).button, takeCommitmentsId.write(state))],
  });
  return panel(page, ACCENT.answer);
}

function entryParts(commitment: Commitment, number: number, letterNamed: boolean, view: View): readonly Part[] {
  const { commitments: labels } = overviews(view.language);
  const { quote, fulfilledBy } = commitment;
  const below = [
    `-# ${commitmentFacts(commitment, view.language)
      .map((fact) => cutAtWord(fact, WHO_LENGTH))
      .join(' · ')}`,
    ...(fulfilledBy ? [`-# ${keptBy(fulfilledBy, labels.fulfilled)}`] : []),
  ];
  return quotePoint(quote, view, { below, number, letterNamed });
}

function keptBy({ letter, likelihood }: NonNullable<Commitment['fulfilledBy']>, label: string): string {
  const url = safeUrl(letter.url);
  const title = cutAtWord(letter.title, WHO_LENGTH);
  const linked = url === null ? title : `[${title}](${url})`;
  return `${escapeMarkdown(label)}: ${linked} (${Math.round(likelihood * 100)}%)`;
}
