import { turnsOf } from '../../retrieval/question/follow-up.ts';
import { saysNothing } from './said.ts';

const WORD =
  '(?:(?:kamer)?brief|verslag|(?:geannoteerde |annotated )?agenda|kamerstuk|stuk|antwoorden|beantwoording|vragen|kamervragen|letter|report|paper|document|answers|questions)';
/** "En die van februari 2022?", "And the report of October 2020?": the same is asked of another letter. */
const OF_ANOTHER = new RegExp(
  `^\\W*(?:(?:en|and|maar|but)\\s+)?(?:(?:die|dat|deze|that|those|the ones?)|(?<what>(?:de|het|die|dat|the|that)\\s+${WORD}))\\s+(?<which>(?:van|uit|over|of|from|about|on|by|aan)\\s+\\S.{1,100}?)\\W*$`,
  'iu',
);
const LETTER = new RegExp(`(?<!\\p{L})(?:de|het|die|dat|the|that)\\s+${WORD}(?!\\p{L})`, 'iu');

/**
 * What a follow-up asks of another letter than the one that was asked about: "Wie ondertekende de brief van 4 november
 * 2021?" and "En die van februari 2022?" make "Wie ondertekende de brief van februari 2022?".
 * @param previous the conversation before it
 * @returns null where it names no other letter, or none was spoken of
 */
export function ofAnotherLetter(question: string, previous: string | undefined): string | null {
  const { what, which } = OF_ANOTHER.exec(question)?.groups ?? {};
  if (which === undefined) return null;
  const asked = turnsOf(previous).findLast((turn) => !OF_ANOTHER.test(turn)) ?? '';
  const letter = LETTER.exec(asked);
  if (!letter) return null;
  const behind = asked.slice(letter.index + letter[0].length).match(/[\p{L}\p{N}-]+/gu) ?? [];
  const asking = behind.filter((word) => !/\d/.test(word) && saysNothing(word));
  return [asked.slice(0, letter.index).trim(), what ?? letter[0], which, ...asking].join(' ');
}
