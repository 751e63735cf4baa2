import { cutAtWord } from './parts/excerpt.ts';
import { ACCENT, button, type OutgoingMessage, panel, rows, small, text } from './parts/parts.ts';

const REASON_LENGTH = 500;

/** One sentence: a problem, a receipt. Markdown. */
export function notice(sentence: string, accent: number = ACCENT.problem): OutgoingMessage {
  return panel([text(sentence)], accent);
}

/** What is wrong with something typed, and what was typed (plain text), so that it need not be typed again. */
export function refused(sentence: string, typed: string): OutgoingMessage {
  const shown = cutAtWord(typed.trim(), TYPED_LENGTH);
  return panel([text(sentence), ...(shown === '' ? [] : [text(`> ${shown}`)])], ACCENT.problem);
}

/** A question that is too long comes back nearly whole. */
const TYPED_LENGTH = 3000;

/** What went wrong, and why in small print where that is known (plain text). */
export function failure(sentence: string, reason: string | null): OutgoingMessage {
  return panel([text(sentence), ...(reason === null ? [] : [small(cutAtWord(reason, REASON_LENGTH))])], ACCENT.problem);
}

/** What there is to choose from: its name (plain text), and the custom id of the button that goes on with it. */
export interface Choosable {
  readonly name: string;
  readonly id?: string | undefined;
}

/** A sentence with what there is to choose from: a button each where all have one, else their names. */
export function choice(sentence: string, choices: readonly Choosable[]): OutgoingMessage {
  const buttons = choices.flatMap(({ name, id }) => (id === undefined ? [] : [button(name, id)]));
  if (buttons.length === choices.length) return panel([text(sentence), ...rows(buttons)], ACCENT.problem);
  return notice([sentence, ...choices.map(({ name }) => `- ${cutAtWord(name, NAME_LENGTH)}`)].join('\n'));
}

/** So that fifteen fit in a message. */
const NAME_LENGTH = 200;
