import { isStopWord } from '../analysis/stop-words.ts';
import { tokens } from '../analysis/tokens.ts';

/** Whether a text holds more than stop words, single letters and signs. */
export function hasContent(text: string): boolean {
  return tokens(text).some((token) => token.form.length > 1 && !isStopWord(token.form));
}
