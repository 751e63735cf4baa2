import type { Line } from './lines.ts';

const OFFICES =
  'minister-president|vice-minister-president|minister|staatssecretaris|vice-president|secretaris-generaal|informateur|formateur|directeur-generaal|commandant der strijdkrachten';
/** Words that may stand uncapitalised within the name of an office. */
const SMALL =
  'van|voor|en|der|de|het|tevens|minister|staatssecretaris|a\\.i\\.|viceminister-president|vice-minister-president';
/** "De Minister van Buitenlandse Zaken,", also without article or comma. */
const OFFICE = new RegExp(
  `^(?:de |het )?(?:(?:plv\\.|plaatsvervangend|demissionair|waarnemend) )?(?:${OFFICES})(?:(?:,| [–-])? (?:${SMALL}|[\\p{Lu}&][\\p{L}&’'-]*)){0,14} ?,?$`,
  'u',
);
const OFFICE_START = new RegExp(`^(?:de |het )?(?:${OFFICES})\\b`, 'iu');
const CLOSING =
  /^(?:Hoogachtend|Met (?:vriendelijke|de meeste|gevoelens van|hoogachting).{0,40}|[Nn]amens deze|w\.g\.|\(w\.g\.\)),?$/;
/** "Mede namens de Minister van Defensie,": what is behind it is an office, which signs nothing. */
const ON_BEHALF = /^(?:mede[- ])?namens (?=(?:de|het) )/i;
const FOR_OFFICE = /^(?:namens deze|voor deze|b\.a\.|o\.b\.v\.),?:?$/i;
const TITLE = '(?:[Dd]rs\\.|[Mm]r\\.|[Dd]r\\.|[Ii]r\\.|[Ii]ng\\.|[Pp]rof\\.|[Jj]hr\\.|MSc\\.?|MA|BA)';
const INITIALS = '(?:\\p{Lu}\\p{Ll}{0,2}\\.\\s?){1,7}';
const PARTICLE =
  "(?:van|de|der|den|ter|ten|te|tot|in|op|'t|’t|von|du|el|al|Van|De|Der|Den|Ter|Ten|El|VAN|DE|DER|DEN|TER)";
const NAME_WORD = "\\p{Lu}[\\p{L}’'-]*";
/** "H.G.J. Kamp", "A.Th.B. Bijleveld-Schouten", "Stef Blok", "mr. drs. J.A. van den Berg". */
const NAME = new RegExp(
  `^(?:\\(?w\\.g\\.\\)?\\s)?(?:${TITLE}\\s){0,3}(?:${NAME_WORD}\\s(?=${INITIALS}))?(?:${INITIALS})?(?:\\(${NAME_WORD}\\)\\s)?(?:${PARTICLE}\\s){0,3}(?:${NAME_WORD})(?:\\s(?:${PARTICLE}|${NAME_WORD})){0,4}(?:,? MSc\\.?| MA| MBA)?$`,
  'u',
);
const INLINE = new RegExp(
  `(?<=[.!?]\\s)(?<office>(?:De|DE) (?:Minister|minister|Staatssecretaris|staatssecretaris|MINISTER)[^.]{0,80}?),?\\s(?<name>${INITIALS}(?:${PARTICLE}\\s){0,3}${NAME_WORD})$`,
  'u',
);
const COLUMNS = /\s{3,}|\t+/;
/** Where a second office begins on one line: "De Minister van Buitenlandse Zaken, De Minister van Defensie,". */
const NEXT_OFFICE = new RegExp(`,?\\s+(?=(?:De|DE) (?:${OFFICES})\\b)`, 'iu');
/** Where a second name begins on one line: behind a whole word, at a title or at initials. */
const NEXT_NAME = new RegExp(`(?<=\\p{L}[\\p{Ll}’'-]+|\\p{Lu}{3,}),?\\s+(?=${TITLE}\\s|\\p{Lu}\\p{Ll}{0,2}\\.)`, 'u');
/** Where a name begins behind its office on one line. */
const NAME_BEHIND = new RegExp(`,\\s+|\\s+(?=${TITLE}\\s|\\p{Lu}\\p{Ll}{0,2}\\.)`, 'gu');
const MAX_SIGNATORIES = 6;
const PLACE = /^(?:Den Haag|DEN HAAG|Tweede Kamer|Eerste Kamer)$/;
const MAX_LENGTH = 160;
/** Room left for a signature: more empty lines than this between office and name belong to something else. */
const MAX_ROOM = 12;

/** One signature: the lines it covers and who signed; several where they stand in columns. */
export interface Signature {
  readonly from: number;
  readonly to: number;
  readonly signatories: readonly { readonly name: string | null; readonly office: string | null }[];
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

interface Match {
  readonly length: number;
  readonly signatories: Signature['signatories'];
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

/** An office, or several in columns, with the names under it; an office alone where nothing follows. */
function officeThenName(line: (offset: number) => Line | undefined): Match | null {
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

/** Two or more offices, each on its line, and under them as many names: the first name belongs to the first office. */
function officesThenNames(line: (offset: number) => Line | undefined): Match | null {
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
  // Unequal numbers do not say who holds which office.
  const pairs = names.length === offices.length;
  return {
    length: offices.length + names.length,
    signatories: names.map((name, i) => ({ name, office: pairs ? tidyOffice(offices[i]!) : null })),
  };
}

function nameThenOffice(line: (offset: number) => Line | undefined): Match | null {
  const [first, second] = [line(0), line(1)];
  const office = second ? officeText([second]) : null;
  if (!first || !second || office?.length !== 1 || !isName(first.text)) return null;
  if (second.blanksBefore > 0 || first.blanksBefore === 0) return null;
  return { length: 2, signatories: [{ name: first.text, office: tidyOffice(office[0]!) }] };
}

function officeUnder(line: Line | undefined): string | null {
  return line && line.blanksBefore === 0 && isOffice(line.text) ? line.text : null;
}

/** "De Minister van Defensie, A. B. Voorbeeld" on a line of its own, after and before which no sentence goes on. */
function officeAndName(
  { text, blanksBefore }: Line,
  next: Line | undefined,
  previous: Line | undefined,
): { name: string; office: string } | null {
  if (!OFFICE_START.test(text) || isOffice(text)) return null;
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
  return /,\s+([^,]+)$/.exec(text)?.[1] ?? '';
}

/** The names on a line under so many offices: in columns, or one behind the other. */
function namesIn(text: string, count: number): string[] {
  const columns = text.split(COLUMNS);
  return columns.length === 1 && count > 1 ? text.split(NEXT_NAME) : columns;
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

/** The offices that one or two lines name, or null where they are something else. */
function officeText(lines: readonly (Line | undefined)[]): string[] | null {
  if (lines.some((line) => !line || line.text.length > MAX_LENGTH)) return null;
  if (lines.length > 1) {
    const [first, second] = [lines[0]!, lines[1]!];
    if (second.blanksBefore > 0 || !OFFICE_START.test(first.text) || OFFICE_START.test(second.text)) return null;
    if (first.text.endsWith(',') && isName(second.text)) return null;
    const joined = `${first.text} ${second.text}`;
    return isOffice(joined) ? [joined] : null;
  }
  const { text } = lines[0]!;
  if (!OFFICE_START.test(text)) return null;
  const columns = text.split(COLUMNS).flatMap((column) => column.split(NEXT_OFFICE));
  return columns.every(isOffice) ? columns : null;
}

function isOffice(text: string): boolean {
  if (!OFFICE_START.test(text) || /Kamer|Staten-Generaal/i.test(text)) return false;
  // In capitals every word looks like a name's; the names of offices are short.
  const form = text === text.toUpperCase() ? text.toLowerCase().replace(/\b\p{Ll}/gu, (c) => c.toUpperCase()) : text;
  return OFFICE.test(form.replace(OFFICE_START, (office) => office.toLowerCase()));
}

function isName(text: string): boolean {
  return text.length <= 70 && !OFFICE_START.test(text) && NAME.test(text) && /[\s.]/.test(text) && !PLACE.test(text);
}

/** A signature at the end of a text that lost its line ends: "… De Minister van Defensie, A.Th.B. Bijleveld-Schouten". */
export function inlineSignatory(text: string): { name: string; office: string; start: number } | null {
  const tail = text.slice(-MAX_LENGTH);
  const match = INLINE.exec(tail);
  if (!match?.groups?.office || !match.groups.name || !isOffice(match.groups.office)) return null;
  const start = text.length - tail.length + match.index;
  return { name: match.groups.name, office: tidyOffice(match.groups.office), start };
}

function tidyOffice(text: string): string {
  return text
    .replace(/^(?:de|het)\s+/i, '')
    .replace(/\s*,$/, '')
    .replace(/\s+/g, ' ');
}
