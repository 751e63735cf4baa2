import { INITIALS, NAME_WORD, PARTICLE } from './names.ts';
import { isOffice, MAX_LENGTH, tidyOffice } from './offices.ts';

const INLINE = new RegExp(
  `(?<=[.!?]\\s)(?<office>(?:De|DE) (?:Minister|minister|Staatssecretaris|staatssecretaris|MINISTER)[^.]{0,80}?),?\\s(?<name>${INITIALS}(?:${PARTICLE}\\s){0,3}${NAME_WORD})$`,
  'u',
);
/** A signature at the end of a text that lost its line ends: "… De Minister van Defensie, A.Th.B. Bijleveld-Schouten". */
export function inlineSignatory(text: string): { name: string; office: string; start: number } | null {
  const tail = text.slice(-MAX_LENGTH);
  const match = INLINE.exec(tail);
  if (!match?.groups?.office || !match.groups.name || !isOffice(match.groups.office)) return null;
  const start = text.length - tail.length + match.index;
  return { name: match.groups.name, office: tidyOffice(match.groups.office), start };
}
