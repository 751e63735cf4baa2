import { cutAtWord } from './parts/excerpt.ts';
import { ACCENT, button, type OutgoingMessage, panel, rows, small, text } from './parts/parts.ts';

const REASON_LENGTH = 500;

/** One sentence: a problem, a receipt. Markdown. */
export function notice(sentence: string, accent: number = ACCENT.problem): OutgoingMessage {
  const message = panel([text(sentence)], accent);
  return accent === ACCENT.problem ? refusing(message) : message;
}

/** What went wrong, and why in small print where that is known (plain text). */
export function failure(sentence: string, reason: string | null): OutgoingMessage {
  const why = reason === null ? [] : [small(cutAtWord(reason, REASON_LENGTH))];
  return refusing(panel([text(sentence), ...why], ACCENT.problem));
}

function refusing(message: OutgoingMessage): OutgoingMessage {
  return { ...message, refuses: true };
}

/** What there is to choose from: its name (plain text), and the custom id of the button that goes on with it. */
export interface Choosable {
  readonly name: string;
  readonly id?: string | undefined;
}

/** A sentence with what there is to choose from: a button each where all have one, else their names. */
export function choice(sentence: string, choices: readonly Choosable[]): OutgoingMessage {
  const buttons = choices.flatMap(({ name, id }) => (id === undefined ? [] : [button(name, id)]));
  if (buttons.length === choices.length) return refusing(panel([text(sentence), ...rows(buttons)], ACCENT.problem));
  return notice([sentence, ...choices.map(({ name }) => `- ${cutAtWord(name, NAME_LENGTH)}`)].join('\n'));
}

/** So that fifteen fit in a message. */
const NAME_LENGTH = 200;
