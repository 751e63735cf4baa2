import type { Line } from '../lines.ts';
import { type Match, nameThenOffice, officeAndName, officesThenNames, officeThenName } from './blocks.ts';
import { isName } from './names.ts';
import { isOffice, MAX_LENGTH } from './offices.ts';

const CLOSING =
  /^(?:Hoogachtend|Met (?:vriendelijke|de meeste|gevoelens van|hoogachting).{0,40}|[Nn]amens deze|w\.g\.|\(w\.g\.\)),?$/;
/** "Mede namens de Minister van Defensie,": what is behind it is an office, which signs nothing. */
const ON_BEHALF = /^(?:mede[- ])?namens (?=(?:de|het) )/i;
/** One signature: the lines it covers and who signed; several where they stand in columns. */
export interface Signature {
  readonly from: number;
  readonly to: number;
  readonly signatories: Match['signatories'];
}

/**
 * Finds signature blocks, anywhere in a letter: an office with a name under it, a name with an office under it, an
 * office as the letter's last line, also in columns and under a closing formula. Takes time linear in the lines.
 */
export function findSignatures(lines: readonly Line[], taken: readonly boolean[]): Signature[] {
  const free = lines.filter((_, i) => !taken[i]);
  const numbers = lines.flatMap((_, i) => (taken[i] ? [] : [i]));
  const matches = matchesIn(free);
  const found: Signature[] = [];
  let at = 0;
  while (at < free.length) {
    const match = matches[at];
    if (!match) {
      at += 1;
      continue;
    }
    found.push({ from: numbers[at]!, to: numbers[at + match.length - 1]!, signatories: match.signatories });
    at += match.length;
  }
  return found;
}

/** The signature that begins at each line. From the last to the first: a line before a signature belongs to what is under it. */
function matchesIn(lines: readonly Line[]): readonly (Match | null)[] {
  const matches: (Match | null)[] = lines.map(() => null);
  for (let at = lines.length - 1; at >= 0; at--)
    matches[at] = signatureAt(lines, at, (below) => matches[below] ?? null);
  return matches;
}

/** @param under the signature that begins at a line further down */
function signatureAt(lines: readonly Line[], at: number, under: (below: number) => Match | null): Match | null {
  const line = (offset: number): Line | undefined => lines[at + offset];
  const first = line(0)!;
  if (first.text.length > MAX_LENGTH) return null;
  if (CLOSING.test(first.text)) return closing(line(1), under(at + 1));
  const behalf = onBehalf(line, (length) => under(at + length));
  if (behalf) return behalf;
  const oneLine = officeAndName(first, line(1), line(-1));
  if (oneLine) return { length: 1, signatories: [oneLine] };
  return officesThenNames(line) ?? officeThenName(line) ?? nameThenOffice(line);
}

/** "Mede namens de Minister van Defensie," on one line or two, before a signature: it belongs to that. */
function onBehalf(line: (offset: number) => Line | undefined, under: (length: number) => Match | null): Match | null {
  for (const length of [1, 2]) {
    const own = Array.from({ length }, (_, i) => line(i)).filter((one) => one !== undefined);
    const text = own.map((one) => one.text).join(' ');
    const lead = ON_BEHALF.exec(text);
    if (own.length < length || !lead || !isOffice(text.slice(lead[0].length))) continue;
    if (own[1] && own[1].blanksBefore > 0) continue;
    const next = under(length);
    if (next && next.signatories.length > 0) return { length: next.length + length, signatories: next.signatories };
  }
  return null;
}

/** "Hoogachtend," belongs to the block under it; alone it is a signature without a name. */
function closing(below: Line | undefined, next: Match | null): Match {
  if (next) return { length: next.length + 1, signatories: next.signatories };
  return below && isName(below.text)
    ? { length: 2, signatories: [{ name: below.text, office: null }] }
    : { length: 1, signatories: [] };
}
