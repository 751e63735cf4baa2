import { formatDate } from '../../texts/dates.ts';
import type { View } from '../context.ts';
import type { Feedback } from '../stores/feedback.ts';
import { cutAtWord } from './parts/excerpt.ts';
import { ACCENT, type OutgoingMessage, panel, text } from './parts/parts.ts';

/** Of each kind the newest are shown: as many as fit a message, however long. */
const SHOWN = 7;
const QUESTION_LENGTH = 160;

/** What readers said of answers: how often they were wrong, the newest of those, and what went unanswered. */
export function feedbackMessage(feedback: readonly Feedback[], view: View): OutgoingMessage {
  const { feedback: say } = view.texts;
  const title = text(`### ${say.title}`);
  if (feedback.length === 0) return panel([title, text(say.none)], ACCENT.refusal);
  const wrong = feedback.filter(({ verdict }) => verdict === 'wrong');
  const lists = [
    { heading: say.wrongAnswers, said: wrong.filter(({ quotes }) => quotes.length > 0) },
    { heading: say.unanswered, said: wrong.filter(({ quotes }) => quotes.length === 0) },
  ];
  const parts = lists.flatMap(({ heading, said }) =>
    said.length === 0 ? [] : [text([`**${heading}**`, ...newest(said).map((one) => lineOf(one, view))].join('\n'))],
  );
  return panel([title, text(say.counts(feedback.length, wrong.length)), ...parts], ACCENT.answer);
}

function newest(said: readonly Feedback[]): Feedback[] {
  return said.slice(-SHOWN).reverse();
}

function lineOf({ at, question, reason, quotes }: Feedback, { library, texts, language }: View): string {
  const { feedback: say } = texts;
  const asked = question === undefined ? say.noQuestion : `“${cutAtWord(question, QUESTION_LENGTH)}”`;
  const cited = quotes.flatMap(({ id }) => library.quote(id)?.section ?? []).slice(0, 1);
  const said = [formatDate(at.slice(0, 10), language), asked, ...(reason ? [say.reasons[reason]] : [])];
  return `- ${[...said, ...cited.map((section) => `§ ${cutAtWord(section, 60)}`)].join(' · ')}`;
}
