import { fold } from '../analysis/fold.ts';
import { literal } from '../analysis/literal.ts';
import { phrases } from '../analysis/phrases.ts';
import { hasContent } from './content.ts';

/** Words between quotation marks of any kind; an apostrophe opens or closes nothing. */
const QUOTED =
  /["“”„]([^"“”„]{2,300})["“”]|«([^«»]{2,300})»|(?<![\p{L}\p{N}])[‘']((?:(?![‘']|’(?![\p{L}\p{N}])).){2,300})[’'](?![\p{L}\p{N}])/gu;
const AT_ENDS = /^[\s.,;:!?…]+|(?<![\s.,;:!?…])[\s.,;:!?…]+$/g;

/** What a question wants to stand word for word in a letter, as it is written there. */
export function quotedWords(question: string): string[] {
  return Array.from(question.matchAll(QUOTED), ([, ...groups]) =>
    (groups.find((group) => group !== undefined) ?? '').replace(AT_ENDS, ''),
  ).filter((words) => /[\p{L}\p{N}]/u.test(words));
}

const ofWords = phrases(`
  staat/staan/stond/stonden
  zegt/zeggen/zei/zeiden
  noemt/noemde/genoemd/noemen
  schrijft/schreef/geschreven
  spreekt/sprak/gesproken
  gebruik*
  voorkomt/voorkomen
  woord/woorden/term/begrip/zin/citaat/passage/tekst
  brief/brieven
  say/says/said
  mention*
  write/writes/wrote/written
  use/uses/used
  occur*
  appear*
  find/found
  word/words/term/phrase/sentence/quote/passage/text
  letter/letters
  minister/ministers
`);

/** Whether a question asks for nothing but where its quoted words stand. */
export function asksOnlyWords(question: string): boolean {
  const beside = question.replace(QUOTED, ' ');
  return beside.split(/\s+/).every((word) => !hasContent(word) || ofWords(word));
}

/** Whether a text holds words as they are quoted, whatever their case, accents and white space. */
export function saying(words: string): (text: string) => boolean {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${literal(plain(words))}(?![\\p{L}\\p{N}])`, 'u');
  return (text) => pattern.test(plain(text));
}

function plain(text: string): string {
  return fold(text)
    .replace(/[“”„«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}
