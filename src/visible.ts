/**
 * What a terminal obeys and what turns the direction of text: control characters (C0 but tab and line feed, DEL, C1), the
 * separators that end a line unseen, and the bidirectional marks, embeddings, overrides and isolates of UAX #9.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is shown
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text whose every character can be seen: what would be obeyed stands as `\u001b`, which is what JSON writes for it too. */
export function visible(text: string): string {
  return text.replace(OBEYED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** {@link visible} text on one line: a name from outside can't begin a line of its own. */
export function visibleLine(text: string): string {
  return visible(text.replace(/\s+/g, ' '));
}
