// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what goes
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Text from outside on one line of a terminal, which obeys control characters and what turns its direction. */
export function printable(text: string): string {
  return text.replace(/\s+/g, ' ').replace(CONTROLS, '\ufffd');
}
