import { dayAbout } from '../../letters/dates/days.ts';
import type { Letter } from '../../letters/types.ts';
import { anyTerm, termsIn } from '../../term-list.ts';

const MEETING_OR_LETTER = `
  *agenda
  *verslag
  *brief
  *bijeenkomst
  *vergadering
  *ministeriële
  report
  letter
  meeting
  ministerial
  minutes
`;
const NEWEST = `
  laatste
  (meest )recente
  recentste
  nieuwste
  volgende
  komende
  last
  latest
  (most )recent
  newest
  next
  upcoming
`;
const OLDEST = `
  eerste
  oudste
  vroegste
  first
  oldest
  earliest
`;

/** Up to two words may stand between: "de laatste informele bijeenkomst". */
function inTime(words: string): RegExp {
  return anyTerm(`[${termsIn(words).join('|')}] (_[ |-])(_[ |-])[${termsIn(MEETING_OR_LETTER).join('|')}]`);
}

const IS_NEWEST = inTime(NEWEST);
const IS_OLDEST = inTime(OLDEST);

/**
 * The letter that a question means by its place in time ("het laatste verslag", "the next meeting"): the newest or
 * oldest of those it may mean, by meeting or else by its own date. Null where the question says nothing of the kind.
 */
export function relativeLetter(question: string, letters: readonly Letter[]): Letter | null {
  const newest = IS_NEWEST.test(question);
  if (!newest && !IS_OLDEST.test(question)) return null;
  const dated = letters.flatMap((letter) => {
    const day = dayAbout(letter.metadata);
    return day === null ? [] : [{ letter, day }];
  });
  const ordered = dated.sort((a, b) => a.day.localeCompare(b.day)).map(({ letter }) => letter);
  return (newest ? ordered.at(-1) : ordered[0]) ?? null;
}
