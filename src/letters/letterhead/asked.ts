import type { Line } from '../lines.ts';
import { type LetterheadLine, MAX_LETTERHEAD } from './line.ts';

/** "Vragen van het lid Jansen (XYZ) aan de Minister van Defensie over … (ingezonden 6 mei 2024).", with its answer's. */
export const ASKED = /^Vragen van (?:het lid|de leden) \p{Lu}/u;
const ANSWERED = /^(?:Antwoord|Mededeling) van (?:de )?(?:[Mm]inister|[Ss]taatssecretaris)/;
const END_OF_ASKED = /\d{4}\)\.?(?: Zie ook\b.{0,100})?$/;
const MAX_ASKED = 8;
/** The lines of a paper of questions and answers that say who asked and who answered, with the paper's number. */
export function askedLines(lines: readonly Line[], taken: readonly boolean[]): Map<number, LetterheadLine> {
  const found = new Map<number, LetterheadLine>();
  const free = lines.flatMap((_, i) => (taken[i] ? [] : [i])).slice(0, MAX_LETTERHEAD);
  for (let k = 0; k < free.length; k += 1) {
    const first = lines[free[k]!]!;
    if (!ASKED.test(first.text) && !(found.size > 0 && ANSWERED.test(first.text))) continue;
    const end = free.findIndex((i, n) => n >= k && n < k + MAX_ASKED && END_OF_ASKED.test(lines[i]!.text));
    if (end < 0) continue;
    const number = free[k - 1];
    if (found.size === 0 && number !== undefined && /^\d{1,5}$/.test(lines[number]!.text)) {
      found.set(number, { kind: 'metadata', continues: false });
    }
    const refers = / Zie ook\b[^.]*$/.test(lines[free[end]!]!.text) && free[end + 1] !== undefined;
    const last = refers ? end + 1 : end;
    for (let n = k; n <= last; n += 1) found.set(free[n]!, { kind: 'metadata', continues: n > k });
    k = last;
  }
  return found;
}
