import { literal } from '../analysis/literal.ts';
import { tokens } from '../analysis/tokens.ts';
import type { Corpus } from '../types.ts';
import { namesAsOneWord, signatoriesNamed } from './signatories-named.ts';

/** Somebody whose words a question asks for: "Wat zei minister Kamp over Kosovo?" */
export interface SaidBy {
  /** Without an office: "Kamp". */
  readonly name: string;
  /** Where the name stands in the question, with the office before it. */
  readonly start: number;
  readonly end: number;
}

/** Behind these "van" leads on to what is thought of: "Wat vindt minister Kamp van de Navo?" */
const THINKS = 'vindt|vond|denkt|dacht';
const SAYS =
  'zei|zegt|stelt|stelde|meldt|meldde|schrijft|schreef|verklaart|verklaarde|benadrukt|benadrukte|belooft|beloofde|wil|wilde|antwoordt|antwoordde|betoogt|betoogde|verwacht|verwachtte|vertelt|vertelde';
const ENGLISH_SAYS =
  'say|write|think|promise|state|answer|reply|tell|announce|emphasi[sz]e|stress|want|expect|report|propose';
/** What somebody is, before a name. */
const OFFICE_WORDS =
  'de|het|the|toenmalige|huidige|former|current|minister|staatssecretaris|secretaris-generaal|secretary|state|general|president|premier|mevrouw|meneer|heer|lid|kamerlid|commissaris|eurocommissaris|generaal|voorzitter|hoge|vertegenwoordiger|high|representative|plaatsvervangend|deputy|mr|mrs|ms|SG|HV|EU|NAVO|NATO';
const OFFICE_WORD = `(?:${eitherCase(OFFICE_WORDS)})\\.?\\s+`;
const PARTICLES = "(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Tt]en|[Tt]e|[Vv]on|[Dd]u|[Ee]l|[Aa]l|['’‘][ts])";
/** "Van der" begins a name in small letters too; "van" alone leads to a field or to what is thought of. */
const BEGINS_NAME = `(?:(?:(?:Van|De|Den|Der|Ter|Ten|Te|Von|Du|El|Al|In|Op|['’‘][ts])\\s+(?:${PARTICLES}\\s+){0,2})|van\\s+(?:der|den|['’‘]t)\\s+)?`;
const NAME_WORD = "(?:[dl]['’])?\\p{Lu}[\\p{L}'’-]*\\p{Ll}";

/** @param van what may follow "van" within a name */
function nameWith(van: string): string {
  const between = `(?:(?:[Vv]an\\s+(?:${van})|de|der|den|ter|ten|te|von|du|el|al)\\s+)?`;
  return `(?<name>${BEGINS_NAME}${NAME_WORD}(?:\\s+${between}${NAME_WORD}){0,3})`;
}

const NAME = nameWith("de|der|den|het|['’‘]t");
const THINKER = nameWith("der|den|['’‘]t");
/** "Minister van Financiën" with a name behind it; "de minister van Buitenlandse Zaken" has none. */
const WITH_FIELD = `(?![Dd]e\\s|[Hh]et\\s|[Tt]he\\s)(?:${OFFICE_WORD}){1,4}(?:van|voor|of|for)\\s+(?:(?!${PARTICLES}\\s)\\p{Lu}[\\p{L}-]*,?\\s+(?:(?:en|and)\\s+)?){1,6}`;
const OFFICE = `(?:${WITH_FIELD}|(?:${OFFICE_WORD}){0,4})`;
/** What stands before a name in English, with a capital too: "Foreign Minister Hoekstra". */
const TITLE =
  /^(?:.*\s)?(?:Minister|Secretary|Secretary-General|President|Premier|Chancellor|Commissioner|Ambassador|Representative|General)(?:\s+|$)/u;
const BEGINS = '^\\W*(?:(?:[Ee]n|[Aa]nd|[Mm]aar|[Bb]ut)\\s+)?';
const FORMS = [
  `${BEGINS}(?:[Ww]at|[Hh]oe|[Ww]aarom)\\s+(?:${THINKS})\\s+(?<office>${OFFICE})${THINKER}`,
  `${BEGINS}(?:${eitherCase(THINKS)})\\s+(?<office>${OFFICE})${THINKER}`,
  `${BEGINS}(?:[Ww]at|[Hh]oe|[Ww]aarom)\\s+(?:${SAYS})\\s+(?<office>${OFFICE})${NAME}`,
  `${BEGINS}(?:${eitherCase(SAYS)})\\s+(?<office>${OFFICE})${NAME}`,
  `${BEGINS}(?:[Ww]hat|[Hh]ow|[Ww]hy)\\s+(?:did|does|do|has|had)\\s+(?<office>${OFFICE})${NAME}\\s+(?:${ENGLISH_SAYS})(?!\\p{L})`,
  `(?:[Vv]olgens|[Aa]ccording to)\\s+(?<office>${OFFICE})${NAME}`,
].map((form) => new RegExp(form, 'du'));

/** Words, each also with a capital: names are told by theirs. */
function eitherCase(words: string): string {
  return words
    .split('|')
    .map((word) => `[${word.charAt(0).toLowerCase()}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
    .join('|');
}

/**
 * Reads from a question whose words it asks for; null where it asks for nobody's.
 * @param signatories the names under letters: where one of them is meant, it tells where the name ends
 */
export function saidBy(question: string, signatories: readonly string[] = []): SaidBy | null {
  const known = signatoriesNamed(question, signatories);
  const plain = namesAsOneWord(question, known);
  for (const form of FORMS) {
    const match = form.exec(plain);
    const [office, called] = [match?.indices?.groups?.office, match?.indices?.groups?.name];
    if (!office || !called) continue;
    const signatory = known.find(({ start }) => start === called[0]);
    if (signatory) return { name: signatory.name, start: office[0], end: signatory.end };
    const name = question.slice(...called).replace(TITLE, '');
    if (name !== '') return { name, start: office[0], end: called[1] };
  }
  return null;
}

/** What stands before a name that makes it somebody's. */
export const OFFICES =
  'minister|premier|minister-president|staatssecretaris|secretaris-generaal|hoge vertegenwoordiger|vertegenwoordiger|president|vicepresident|kanselier|bondskanselier|commissaris|eurocommissaris|commissievoorzitter|ambtgenoot|collega|generaal|admiraal|directeur|directeur-generaal|voorzitter|burgemeester|gouverneur|ambassadeur|commandant|koning|koningin|heer|mevrouw|lid|kamerlid|professor|prof\\.|dr\\.|mr\\.|drs\\.|gezant|coördinator|coordinator|SG|SG NAVO|HV';

/** Whether letters name somebody so called: a name behind an office, a title or initials, not a country or a city. */
export function isPerson(name: string, { passages }: Pick<Corpus, 'passages'>): boolean {
  const [first, rest] = [name.charAt(0), name.slice(1)];
  // "Minister van Gennip" is "Minister Van Gennip"; "van" alone is nobody.
  const begins = name.includes(' ') ? eitherCase(literal(first)) : literal(first);
  const behind = new RegExp(
    `(?<!\\p{L})(?:(?:${eitherCase(OFFICES)})(?:\\s\\([^()]{1,20}\\))?|\\p{Lu}\\.)\\s*${begins}${literal(rest)}(?!\\p{L})`,
    'u',
  );
  return passages.some(({ passage: { text } }) => text.includes(rest) && behind.test(text));
}

/** The words of a name as questions are read. */
export function nameForms(name: string): ReadonlySet<string> {
  return new Set(tokens(name).flatMap(({ form, parts }) => [form, ...parts]));
}
