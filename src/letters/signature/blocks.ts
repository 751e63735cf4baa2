import type { Line } from '../lines.ts';
import { COLUMNS, isName, namesIn, TITLE } from './names.ts';
import { beginsWithOffice, isOffice, MAX_LENGTH, OFFICES, tidyOffice } from './offices.ts';

/** "namens deze," between an office and who signs for it. */
const FOR_OFFICE = /^(?:namens deze|voor deze|b\.a\.|o\.b\.v\.),?:?$/i;
/** Where a second office begins on one line: "De Minister van Buitenlandse Zaken, De Minister van Defensie,". */
const NEXT_OFFICE = new RegExp(`(?:,|(?<!\\s))\\s+(?=(?:De|DE) (?:${OFFICES})\\b)`, 'iu');
/** Where a name begins behind its office on one line. */
const NAME_BEHIND = new RegExp(`,\\s+|(?<!\\s)\\s+(?=${TITLE}\\s|\\p{Lu}\\p{Ll}{0,2}\\.)`, 'gu');
const ARTICLE = /^(?:de|het)\s/i;
const MAX_SIGNATORIES = 6;
/** Room left for a signature: more empty lines than this between office and name belong to something else. */
const MAX_ROOM = 12;

/** So many lines are a signature, and who signed it. */
export interface Match {
  readonly length: number;
  readonly signatories: readonly { readonly name: string | null; readonly office: string | null }[];
}

/** An office, or several in columns, with the names under it; an office alone where nothing follows. */
export function officeThenName(line: (offset: number) => Line | undefined): Match | null {
  for (const officeLines of [1, 2]) {
    const office = officeText(Array.from({ length: officeLines }, (_, i) => line(i)));
    if (!office) continue;
    const skipped = FOR_OFFICE.test(line(officeLines)?.text ?? '') ? 1 : 0;
    const names = line(officeLines + skipped);
    if (!names)
      return { length: officeLines, signatories: office.map((one) => ({ name: null, office: tidyOffice(one) })) };
    const people = namesIn(names.text, office.length);
    if (names.blanksBefore > MAX_ROOM || !people.every(isName) || people.length > office.length) continue;
    const length = officeLines + skipped + 1;
    const ownOffice = skipped > 0 ? officeUnder(line(length)) : null;
    if (ownOffice !== null)
      return { length: length + 1, signatories: [{ name: people[0] ?? null, office: tidyOffice(ownOffice) }] };
    return {
      length,
      signatories: office.map((one, i) => ({ name: people[i] ?? null, office: tidyOffice(one) })),
    };
  }
  return null;
}

/**
 * Two or more offices, each on its line, and under them as many names: the first name belongs to the first office. One
 * name may hold them all: "De Minister-President," and under it "Minister van Algemene Zaken,".
 */
export function officesThenNames(line: (offset: number) => Line | undefined): Match | null {
  const take = (from: number, is: (text: string) => boolean): string[] => {
    const found: string[] = [];
    for (
      let next = line(from);
      next && found.length < MAX_SIGNATORIES && is(next.text);
      next = line(from + found.length)
    )
      found.push(next.text);
    return found;
  };
  const offices = take(0, isOffice);
  if (offices.length < 2) return null;
  const names = take(offices.length, isName);
  const room = line(offices.length)?.blanksBefore ?? 0;
  if (names.length === 0 || room > MAX_ROOM) return null;
  const length = offices.length + names.length;
  const [name = null, second] = names;
  if (second === undefined && !offices.slice(1).some((office) => ARTICLE.test(office)))
    return { length, signatories: [{ name, office: offices.map(tidyOffice).join(', ') }] };
  // Unequal numbers do not say who holds which office.
  const pairs = names.length === offices.length;
  return {
    length,
    signatories: names.map((name, i) => ({ name, office: pairs ? tidyOffice(offices[i]!) : null })),
  };
}

/**
 * A name with its office under it; behind an empty line, as the paragraphs of a Word file come out, only where the office
 * stands apart and is not that of a name under it.
 */
export function nameThenOffice(line: (offset: number) => Line | undefined): Match | null {
  const [first, second, next] = [line(0), line(1), line(2)];
  const office = second ? officeText([second]) : null;
  if (!first || !second || office?.length !== 1 || !isName(first.text)) return null;
  if (second.blanksBefore > 1 || first.blanksBefore === 0) return null;
  if (second.blanksBefore === 1 && next && (isName(next.text) || next.blanksBefore === 0)) return null;
  return { length: 2, signatories: [{ name: first.text, office: tidyOffice(office[0]!) }] };
}

function officeUnder(line: Line | undefined): string | null {
  return line && line.blanksBefore === 0 && isOffice(line.text) ? line.text : null;
}

/** "De Minister van Defensie, A. B. Voorbeeld" on a line of its own, after and before which no sentence goes on. */
export function officeAndName(
  { text, blanksBefore }: Line,
  next: Line | undefined,
  previous: Line | undefined,
): { name: string; office: string } | null {
  if (!beginsWithOffice(text) || isOffice(text)) return null;
  if (next && next.blanksBefore === 0 && !/^\p{Lu}/u.test(next.text)) return null;
  if (blanksBefore === 0 && previous && !/[.,!?]$/.test(previous.text) && !isName(lastWords(previous.text)))
    return null;
  for (const match of text.matchAll(NAME_BEHIND)) {
    const office = text.slice(0, match.index);
    const name = text.slice(match.index + match[0].length);
    if (isOffice(office) && isName(name)) return { name, office: tidyOffice(office) };
  }
  return null;
}

/** What may be a name at the end of a signature on one line. */
function lastWords(text: string): string {
  return /,\s+([^\s,][^,]*)$/.exec(text)?.[1] ?? '';
}

/** The offices that one or two lines name, or null where they are something else. */
function officeText(lines: readonly (Line | undefined)[]): string[] | null {
  if (lines.some((line) => !line || line.text.length > MAX_LENGTH)) return null;
  if (lines.length > 1) {
    const [first, second] = [lines[0]!, lines[1]!];
    if (second.blanksBefore > 0 || !beginsWithOffice(first.text) || beginsWithOffice(second.text)) return null;
    if (first.text.endsWith(',') && isName(second.text)) return null;
    const joined = `${first.text} ${second.text}`;
    return isOffice(joined) ? [joined] : null;
  }
  const { text } = lines[0]!;
  if (!beginsWithOffice(text)) return null;
  const columns = text.split(COLUMNS).flatMap((column) => column.split(NEXT_OFFICE));
  return columns.every(isOffice) ? columns : null;
}
