import { literal } from '../analysis/literal.ts';
import { tokens } from '../analysis/tokens.ts';
import type { Corpus } from '../types.ts';

/** Somebody whose words a question asks for: "Wat zei minister Kamp over Kosovo?" */
export interface SaidBy {
  /** Without an office: "Kamp". */
  readonly name: string;
  /** Where the name stands in the question, with the office before it. */
  readonly start: number;
  readonly end: number;
}

const SAYS =
  'zei|zegt|stelt|stelde|vindt|vond|denkt|dacht|meldt|meldde|schrijft|schreef|verklaart|verklaarde|benadrukt|benadrukte|belooft|beloofde|wil|wilde|antwoordt|antwoordde|betoogt|betoogde|verwacht|verwachtte|vertelt|vertelde';
const ENGLISH_SAYS =
  'say|write|think|promise|state|answer|reply|tell|announce|emphasi[sz]e|stress|want|expect|report|propose';
/** What somebody is, before a name. */
const OFFICE_WORDS =
  'de|het|the|toenmalige|huidige|former|current|minister|staatssecretaris|secretaris-generaal|secretary|state|general|president|premier|mevrouw|meneer|heer|lid|kamerlid|commissaris|eurocommissaris|generaal|voorzitter|hoge|vertegenwoordiger|high|representative|plaatsvervangend|deputy|mr|mrs|ms|SG|HV|EU|NAVO|NATO';
const OFFICE_WORD = `(?:${eitherCase(OFFICE_WORDS)})\\.?\\s+`;
const PARTICLES = '(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Tt]en|[Tt]e|[Vv]on|[Dd]u|[Ee]l|[Aa]l)';
/** "Van" alone may lead on to what is thought of: "Wat vindt Kamp van Rusland?" */
const BETWEEN = `(?:(?:[Vv]an\\s+(?:de|der|den|het|'t)|de|der|den|ter|ten|te|von|du|el|al)\\s+)?`;
const NAME = `(?<name>(?:(?:Van|De|Den|Der|Ter|Ten|Te|Von|Du|El|Al)\\s+(?:${PARTICLES}\\s+){0,2})?\\p{Lu}[\\p{L}'’-]*\\p{Ll}(?:\\s+${BETWEEN}\\p{Lu}[\\p{L}'’-]*\\p{Ll}){0,3})`;
/** "Minister van Financiën" with a name behind it; "de minister van Buitenlandse Zaken" has none. */
const WITH_FIELD = `(?![Dd]e\\s|[Hh]et\\s|[Tt]he\\s)(?:${OFFICE_WORD}){1,4}(?:van|voor|of|for)\\s+(?:(?!${PARTICLES}\\s)\\p{Lu}[\\p{L}-]*,?\\s+(?:(?:en|and)\\s+)?){1,6}`;
const OFFICE = `(?:${WITH_FIELD}|(?:${OFFICE_WORD}){0,4})`;
/** What stands before a name in English, with a capital too: "Foreign Minister Hoekstra". */
const TITLE =
  /^(?:.*\s)?(?:Minister|Secretary|Secretary-General|President|Premier|Chancellor|Commissioner|Ambassador|Representative|General)(?:\s+|$)/u;
const BEGINS = '^\\W*(?:(?:[Ee]n|[Aa]nd|[Mm]aar|[Bb]ut)\\s+)?';
const FORMS = [
  `${BEGINS}(?:[Ww]at|[Hh]oe|[Ww]aarom)\\s+(?:${SAYS})\\s+(?<office>${OFFICE})${NAME}`,
  `${BEGINS}(?:${eitherCase(SAYS)})\\s+(?<office>${OFFICE})${NAME}`,
  `${BEGINS}(?:[Ww]hat|[Hh]ow|[Ww]hy)\\s+(?:did|does|do|has|had)\\s+(?<office>${OFFICE})${NAME}\\s+(?:${ENGLISH_SAYS})(?!\\p{L})`,
  `(?:[Vv]olgens|[Aa]ccording to)\\s+(?<office>${OFFICE})${NAME}`,
].map((form) => new RegExp(form, 'u'));

/** Words, each also with a capital: names are told by theirs. */
function eitherCase(words: string): string {
  return words
    .split('|')
    .map((word) => `[${word.charAt(0).toLowerCase()}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
    .join('|');
}

/** Reads from a question whose words it asks for; null where it asks for nobody's. */
export function saidBy(question: string): SaidBy | null {
  for (const form of FORMS) {
    const { name: called = '', office = '' } = form.exec(question)?.groups ?? {};
    const name = called.replace(TITLE, '');
    if (name === '') continue;
    const start = question.indexOf(office + called);
    return { name, start, end: start + office.length + called.length };
  }
  return null;
}

const OFFICES =
  'minister|premier|minister-president|staatssecretaris|secretaris-generaal|SG(?: NAVO)?|HV|(?:hoge )?vertegenwoordiger|president|kanselier|(?:euro)?commissaris|generaal|admiraal|directeur(?:-generaal)?|voorzitter|burgemeester|gouverneur|ambassadeur|commandant|koning(?:in)?|heer|mevrouw|(?:kamer)?lid|professor|prof\\.|dr\\.|mr\\.|drs\\.|gezant|co[oö]rdinator';

/** Whether letters name somebody so called: a name behind an office, a title or initials, not a country or a city. */
export function isPerson(name: string, { passages }: Pick<Corpus, 'passages'>): boolean {
  const behind = new RegExp(
    `(?<!\\p{L})(?:(?:${OFFICES})(?:\\s\\([^()]{1,20}\\))?|\\p{Lu}\\.)\\s*${literal(name)}(?!\\p{L})`,
    'iu',
  );
  return passages.some(({ passage: { text } }) => text.includes(name) && behind.test(text));
}

/** The words of a name as questions are read. */
export function nameForms(name: string): ReadonlySet<string> {
  return new Set(tokens(name).flatMap(({ form, parts }) => [form, ...parts]));
}
