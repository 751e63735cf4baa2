import type { Line } from './lines.ts';

const OFFICES =
  'minister-president|vice-minister-president|minister|staatssecretaris|vice-president|secretaris-generaal|informateur|formateur|directeur-generaal|commandant der strijdkrachten';
/** Words that may stand uncapitalised within the name of an office. */
const SMALL =
  'van|voor|en|der|de|het|tevens|minister|staatssecretaris|a\\.i\\.|viceminister-president|vice-minister-president';
/** "De Minister van Buitenlandse Zaken,", also without article or comma. */
const OFFICE = new RegExp(
  `^(?:de |het )?(?:(?:plv\\.|plaatsvervangend|demissionair|waarnemend) )?(?:${OFFICES})(?:[ ,]{1,2}(?:${SMALL}|[\\p{Lu}&][\\p{L}&’'-]*)){0,14},?$`,
  'u',
);
const OFFICE_START = new RegExp(`^(?:de |het )?(?:${OFFICES})\\b`, 'iu');
const CLOSING =
  /^(?:Hoogachtend|Met (?:vriendelijke|de meeste|gevoelens van|hoogachting).{0,40}|Namens deze|Namens de (?:minister|staatssecretaris).{0,60}|w\.g\.|\(w\.g\.\)),?$/;
const TITLE = '(?:[Dd]rs\\.|[Mm]r\\.|[Dd]r\\.|[Ii]r\\.|[Ii]ng\\.|[Pp]rof\\.|[Jj]hr\\.|MSc\\.?|MA|BA)';
const INITIALS = '(?:\\p{Lu}\\p{Ll}{0,2}\\.\\s?){1,7}';
const PARTICLE =
  "(?:van|de|der|den|ter|ten|te|tot|in|op|'t|’t|von|du|el|al|Van|De|Der|Den|Ter|Ten|El|VAN|DE|DER|DEN|TER)";
const NAME_WORD = "\\p{Lu}[\\p{L}’'-]*";
/** "H.G.J. Kamp", "A.Th.B. Bijleveld-Schouten", "Stef Blok", "mr. drs. J.A. van den Berg". */
const NAME = new RegExp(
  `^(?:\\(?w\\.g\\.\\)?\\s)?(?:${TITLE}\\s){0,3}(?:${INITIALS})?(?:${PARTICLE}\\s){0,3}(?:${NAME_WORD})(?:\\s(?:${PARTICLE}|${NAME_WORD})){0,4}(?:,? MSc\\.?| MA| MBA)?$`,
  'u',
);
const INLINE = new RegExp(
  `(?<=[.!?]\\s)(?<office>(?:De|DE) (?:Minister|minister|Staatssecretaris|staatssecretaris|MINISTER)[^.]{0,80}?),?\\s(?<name>${INITIALS}(?:${PARTICLE}\\s){0,3}${NAME_WORD})$`,
  'u',
);
const COLUMNS = /\s{3,}|\t+/;
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
  for (const officeLines of [1, 2]) {
    const office = officeText(Array.from({ length: officeLines }, (_, i) => line(i)));
    const names = line(officeLines);
    if (!office) continue;
    if (!names)
      return { length: officeLines, signatories: office.map((one) => ({ name: null, office: tidyOffice(one) })) };
    const people = names.text.split(COLUMNS);
    if (names.blanksBefore > MAX_ROOM || !people.every(isName) || people.length > office.length) continue;
    return {
      length: officeLines + 1,
      signatories: office.map((one, i) => ({ name: people[i] ?? null, office: tidyOffice(one) })),
    };
  }
  const second = line(1);
  const office = second ? officeText([second]) : null;
  if (second && office?.length === 1 && isName(first.text) && second.blanksBefore === 0 && first.blanksBefore > 0) {
    return { length: 2, signatories: [{ name: first.text, office: tidyOffice(office[0]!) }] };
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

/** The offices that one or two lines name, or null where they are something else. */
function officeText(lines: readonly (Line | undefined)[]): string[] | null {
  if (lines.some((line) => !line || line.text.length > MAX_LENGTH)) return null;
  if (lines.length > 1) {
    if (lines[1]!.blanksBefore > 0 || !OFFICE_START.test(lines[0]!.text) || lines[0]!.text.endsWith(',')) return null;
    const joined = lines.map((line) => line!.text).join(' ');
    return isOffice(joined) ? [joined] : null;
  }
  const columns = lines[0]!.text.split(COLUMNS);
  return columns.every(isOffice) ? columns : null;
}

function isOffice(text: string): boolean {
  if (!OFFICE_START.test(text) || /Kamer|Staten-Generaal/i.test(text)) return false;
  // In capitals every word looks like a name's; the names of offices are short.
  const form = text === text.toUpperCase() ? text.toLowerCase().replace(/\b\p{Ll}/gu, (c) => c.toUpperCase()) : text;
  return OFFICE.test(form.replace(OFFICE_START, (office) => office.toLowerCase()));
}

function isName(text: string): boolean {
  return text.length <= 70 && !isOffice(text) && NAME.test(text) && /[\s.]/.test(text);
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
