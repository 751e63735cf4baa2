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
 * office as the letter's last line, also in columns and under a closing formula.
 */
export function findSignatures(lines: readonly Line[], taken: readonly boolean[]): Signature[] {
  const free = lines.flatMap((_, i) => (taken[i] ? [] : [i]));
  const found: Signature[] = [];
  let at = 0;
  while (at < free.length) {
    const match = signatureAt(lines, free, at);
    if (!match) {
      at += 1;
      continue;
    }
    found.push({ from: free[at]!, to: free[at + match.length - 1]!, signatories: match.signatories });
    at += match.length;
  }
  return found;
}

function signatureAt(lines: readonly Line[], free: readonly number[], at: number): Match | null {
  const line = (offset: number): Line | undefined => lines[free[at + offset] ?? -1];
  const first = line(0)!;
  if (first.text.length > MAX_LENGTH) return null;
  if (CLOSING.test(first.text)) return closing(lines, free, at);
  const behalf = onBehalf(lines, free, at);
  if (behalf) return behalf;
  const oneLine = officeAndName(first, line(1), lines[free[at - 1] ?? -1]);
  if (oneLine) return { length: 1, signatories: [oneLine] };
  return officesThenNames(line) ?? officeThenName(line) ?? nameThenOffice(line);
}

/** "Mede namens de Minister van Defensie," before a signature: it belongs to that. */
function onBehalf(lines: readonly Line[], free: readonly number[], at: number): Match | null {
  for (const length of [1, 2]) {
    const own = free.slice(at, at + length).map((i) => lines[i]!);
    const text = own.map((line) => line.text).join(' ');
    const lead = ON_BEHALF.exec(text);
    if (own.length < length || !lead || !isOffice(text.slice(lead[0].length))) continue;
    if (own[1] && own[1].blanksBefore > 0) continue;
    const next = free[at + length] === undefined ? null : signatureAt(lines, free, at + length);
    if (next && next.signatories.length > 0) return { length: next.length + length, signatories: next.signatories };
  }
  return null;
}

/** "Hoogachtend," belongs to the block under it; alone it is a signature without a name. */
function closing(lines: readonly Line[], free: readonly number[], at: number): Match {
  const next = free[at + 1] === undefined ? null : signatureAt(lines, free, at + 1);
  if (next) return { length: next.length + 1, signatories: next.signatories };
  const name = lines[free[at + 1] ?? -1]?.text;
  return name !== undefined && isName(name)
    ? { length: 2, signatories: [{ name, office: null }] }
    : { length: 1, signatories: [] };
}
