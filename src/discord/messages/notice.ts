import { cutAtWord } from './parts/excerpt.ts';
import { ACCENT, type OutgoingMessage, panel, small, text } from './parts/parts.ts';

const REASON_LENGTH = 500;

/** One sentence: a problem, a receipt. Markdown. */
export function notice(sentence: string, accent: number = ACCENT.problem): OutgoingMessage {
  return panel([text(sentence)], accent);
}

/** What went wrong, and why in small print where that is known (plain text). */
export function failure(sentence: string, reason: string | null): OutgoingMessage {
  return panel([text(sentence), ...(reason === null ? [] : [small(cutAtWord(reason, REASON_LENGTH))])], ACCENT.problem);
}

/** A sentence with what there is to choose from (plain text). */
export function choice(sentence: string, names: readonly string[]): OutgoingMessage {
  return notice([sentence, ...names.map((name) => `- ${cutAtWord(name, NAME_LENGTH)}`)].join('\n'));
}

/** So that fifteen fit in a message. */
const NAME_LENGTH = 200;
