import { periodBounds, type TextLanguage } from './dates.ts';

/** The first and last day on which something is due, ISO; null where it is open. */
export interface DueDays {
  readonly from: string | null;
  readonly to: string | null;
  readonly approximate: boolean;
}

const WORDS = {
  nl: { about: 'ongeveer ', by: 'uiterlijk ', since: 'vanaf ', through: ' tot en met ' },
  en: { about: 'about ', by: 'by ', since: 'from ', through: ' to ' },
} as const;

/** The days on which something is due, for people: "uiterlijk 30 juni 2023", "februari 2018". */
export function dueInWords({ from, to, approximate }: DueDays, language: TextLanguage): string {
  const words = WORDS[language];
  const [first, last] = periodBounds(from ?? undefined, to ?? undefined, language);
  const about = approximate ? words.about : '';
  if (first === null) return `${words.by}${about}${last ?? ''}`;
  if (last === null) return `${words.since}${about}${first}`;
  return `${about}${first === last ? first : `${first}${words.through}${last}`}`;
}
