import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from './folders.ts';

/** Clears the screen, hides a link, goes back up, in C1 too, and turns the direction of text; as a letter may hold it. */
const IN_LETTER =
  '\u001b[2J\u001b]8;;https://kwaad.example\u001b\\klik\u001b]8;;\u001b\\\u001b[1A\u009b2K\u202eedraw\u202c\u2066x\u2069';

/** The same and more: names the window, rings, goes back. A letter that holds this is no text and not read. */
export const ESCAPES = `${IN_LETTER}\u001b]0;weg\u0007\b`;

/** What no text may contain that a person sees: what steers a terminal and what turns the direction of text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
export const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** A folder with a letter whose title, heading, sentences, footnote and name all try to steer a terminal. */
export async function hostileLetters(): Promise<string> {
  const folder = await temporaryFolder();
  const name = 'zeppelin\u001b[2J\u202e\nbrief';
  await writeFile(path.join(folder, `${name}.txt`), letter());
  const sidecar = { title: `Zeppelins ${ESCAPES}`, subject: `Zeppelins ${ESCAPES}`, letterDate: '2024-05-03' };
  await writeFile(path.join(folder, `${name}.meta.json`), JSON.stringify(sidecar));
  return folder;
}

function letter(): string {
  return `Den Haag, 3 mei 2024

Zeppelins ${IN_LETTER} boven zee

De minister ${IN_LETTER} zegde toe dat er twaalf zeppelins worden aangeschaft voor de kust.¹ De zeppelins vliegen vanaf 2025.

De minister van Defensie
K.H. ${IN_LETTER} Ollongren

¹ Kamerstuk 28 676, nr. 348 ${IN_LETTER}
`;
}
