import { dayAbout } from '../../letters/dates/days.ts';
import type { Letter } from '../../letters/types.ts';
import { anyPhrase, either, phrases } from '../analysis/phrases.ts';

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
  recente
  recentste
  nieuwste
  volgende
  komende
  last
  latest
  recent
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
const isNewest = phrases(`${either(NEWEST)} ..2 ${either(MEETING_OR_LETTER)}`);
const isOldest = phrases(`
  ${either(OLDEST)} ..2 ${either(MEETING_OR_LETTER)}
  - eerste kamer
`);

const RELATIVE = new RegExp(`(?<!\\p{L})(?:most )?${anyPhrase(`${NEWEST}${OLDEST}`)}(?!\\p{L})`, 'giu');

/** Words without those that only tell a letter's place in time. */
export function withoutRelative(words: string): string {
  return words.replace(RELATIVE, ' ').replace(/\s+/g, ' ').trim();
}

/**
 * The letter that a question means by its place in time ("het laatste verslag", "the next meeting"): the newest or
 * oldest of those it may mean, by meeting or else by its own date. Null where the question says nothing of the kind.
 */
export function relativeLetter(question: string, letters: readonly Letter[]): Letter | null {
  const newest = isNewest(question);
  if (!newest && !isOldest(question)) return null;
  const dated = letters.flatMap((letter) => {
    const day = dayAbout(letter.metadata);
    return day === null ? [] : [{ letter, day }];
  });
  const ordered = dated.sort((a, b) => a.day.localeCompare(b.day)).map(({ letter }) => letter);
  return (newest ? ordered.at(-1) : ordered[0]) ?? null;
}
