// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what goes
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g;
/** They show nothing, and stand inside words of web pages and e-mails. */
const INVISIBLE = /\u00AD(?![^\S\n]{0,8}\n)|[\u200b\u2060\ufeff]/g;

/** A text as it is written to the letters folder: composed letters, "\n" at line ends, nothing that a terminal would obey. */
export function tidyText(text: string): string {
  const lines = text
    .replace(/\r\n?|[\v\u2028\u2029]/g, '\n')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .split('\n');
  return `${lines.map(withoutTrailingSpace).join('\n').replace(/^\n+/, '').trimEnd()}\n`;
}

/** Form feeds stay: each ends a page. */
function withoutTrailingSpace(line: string): string {
  const text = line.trimEnd();
  return text + line.slice(text.length).replace(/[^\f]/g, '');
}
