import { dayAbout } from '../../letters/dates/days.ts';
import type { Letter } from '../../letters/types.ts';

const MEETING_OR_LETTER = String.raw`(?:\p{L}+[ -]){0,2}?(?:\p{L}*(?:agenda|verslag|brief|bijeenkomst|vergadering|ministeriële)|report|letter|meeting|ministerial|minutes)(?!\p{L})`;
const NEWEST = new RegExp(
  String.raw`(?<!\p{L})(?:laatste|(?:meest )?recente|recentste|nieuwste|volgende|komende|last|latest|(?:most )?recent|newest|next|upcoming) ${MEETING_OR_LETTER}`,
  'iu',
);
const OLDEST = new RegExp(
  String.raw`(?<!\p{L})(?:eerste|oudste|vroegste|first|oldest|earliest) ${MEETING_OR_LETTER}`,
  'iu',
);

/**
 * The letter that a question means by its place in time ("het laatste verslag", "the next meeting"): the newest or
 * oldest of those it may mean, by meeting or else by its own date. Null where the question says nothing of the kind.
 */
export function relativeLetter(question: string, letters: readonly Letter[]): Letter | null {
  const newest = NEWEST.test(question);
  if (!newest && !OLDEST.test(question)) return null;
  const dated = letters.flatMap((letter) => {
    const day = dayAbout(letter.metadata);
    return day === null ? [] : [{ letter, day }];
  });
  const inTime = dated.sort((a, b) => a.day.localeCompare(b.day)).map(({ letter }) => letter);
  return (newest ? inTime.at(-1) : inTime[0]) ?? null;
}
