import { INITIALS, PARTICLE, TITLE } from '../../letters/signature/names.ts';
import type { Letter, Span } from '../../letters/types.ts';
import { fold } from '../analysis/fold.ts';
import { literal } from '../analysis/literal.ts';
import { isStopWord } from '../analysis/stop-words.ts';
import { isCalled, knownAs } from './called.ts';

/** A signatory whom a question names, and where the name stands in it, first names or initials included. */
export interface SignatoryNamed extends Span {
  /** By this they are called: the name as it is typed, or the last name of it. */
  readonly name: string;
  /** The last name as it is typed. */
  readonly surname: string;
  /** Where an office or a title before the name begins; `start` where there is none. */
  readonly from: number;
  /** An office, a title or a first name says that it is a name: "Kamp" alone may be a camp. */
  readonly isPerson: boolean;
}

const TITLES = new RegExp(`^(?:\\(?w\\.g\\.\\)?\\s+)?(?:${TITLE}\\s*){1,4}`, 'u');
const TO_INITIALS = new RegExp(`^[^.]{0,40}?${INITIALS}(?:\\(\\p{L}{1,40}\\)\\s)?`, 'u');
const DEGREE = /,?\s(?:MSc\.?|MA|MBA)$/u;
const IS_PARTICLE = new RegExp(`^${PARTICLE}$`, 'u');
const GIVEN = /^(?:\p{Lu}[\p{L}'’-]*\p{Ll}|(?:\p{Lu}\p{Ll}{0,2}\.){1,7})$/u;
const MOST_GIVEN = 3;
/** What somebody is called by before a name, as a source of patterns. */
export const OFFICE =
  '[Mm]inister(?:-[Pp]resident)?|[Pp]remier|[Ss]taatssecretaris|[Bb]ewindspersoon|[Ss]ecretary|[Hh]eer|[Mm]eneer|[Mm]evrouw|[Dd]hr\\.?|[Mm]evr\\.?|[Mm]w\\.?|[Mm]rs?\\.?|[Mm]s\\.?';
const IS_OFFICE = new RegExp(`^(?:${OFFICE}|[Ss]tate|[Pp]rime)$`, 'u');
const FIELD = '(?:van|voor|of|for)\\s+(?:\\p{Lu}[\\p{L}-]*,?\\s+(?:(?:en|and)\\s+)?){1,6}';
const ADDRESS = new RegExp(
  `(?<!\\p{L})(?:(?:[Dd]e|[Tt]he|toenmalige|huidige|demissionaire?|former|current|[Ss]tate|[Pp]rime)\\s+){0,3}(?:${OFFICE})\\s+(?:${FIELD})?$`,
  'u',
);
/** Offices, titles and first names are no longer than this together, in UTF-16 units. */
const LONGEST_BEFORE = 120;
/** Another name goes on: "Kamp Holland" is no Kamp. */
const GOES_ON = /^\s\p{Lu}[\p{L}'’-]*\p{Ll}/u;

/** The names under letters, each once. */
export function signatoriesOf({ letters }: { readonly letters: readonly Letter[] }): string[] {
  return [...new Set(letters.flatMap(({ metadata }) => metadata.signatories.map(({ name }) => name)))];
}

/** The signatories whom a question names by their last names at least, in the order in which they stand there. */
export function signatoriesNamed(question: string, names: readonly string[]): SignatoryNamed[] {
  const asked = fold(question);
  const surnames = new Set(names.map(surnameOf).filter((surname) => asked.includes(fold(coreOf(surname)))));
  const found = [...surnames].flatMap((surname) =>
    [...question.matchAll(patternOf(surname))].flatMap(
      ({ index, 0: typed }) => namedAt({ start: index, end: index + typed.length }, question, names) ?? [],
    ),
  );
  const sorted = found.sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((one, i) => sorted.slice(0, i).every(({ end }) => end <= one.start));
}

/** A question in which each name is one word as long as it, to be read by what tells words apart: "Naaaa" for "Van 't Wout". */
export function namesAsOneWord(question: string, named: readonly SignatoryNamed[]): string {
  return named.reduce(
    (text, { start, end }) => `${text.slice(0, start)}N${'a'.repeat(end - start - 1)}${text.slice(end)}`,
    question,
  );
}

function namedAt({ start, end }: Span, question: string, names: readonly string[]): SignatoryNamed | null {
  const surname = question.slice(start, end);
  if (GOES_ON.test(question.slice(end))) return null;
  const given = officeBefore(start, question) ? start : givenBefore(start, question, surname, names);
  const office = officeBefore(given, question);
  // Who types no capitals says with an office that it is a name.
  if (office === '' && !/^\p{Lu}/u.test(coreOf(surname))) return null;
  const name = knownAs(question.slice(given, end), names);
  const isPerson = office !== '' || given < start;
  return { name, surname, start: given, end, from: given - office.length, isPerson };
}

/** The office or title right before a place, with its field: "minister van Financiën "; empty where there is none. */
function officeBefore(place: number, question: string): string {
  return ADDRESS.exec(question.slice(Math.max(0, place - LONGEST_BEFORE), place))?.[0] ?? '';
}

/** Where the first names or initials before a last name begin by which somebody is called; its own place without any. */
function givenBefore(start: number, question: string, surname: string, names: readonly string[]): number {
  const head = question.slice(Math.max(0, start - LONGEST_BEFORE), start);
  const words = [...head.matchAll(/\S+/gu)].reverse().slice(0, MOST_GIVEN);
  const most = words.findIndex(({ 0: word }) => !GIVEN.test(word) || IS_OFFICE.test(word) || isStopWord(fold(word)));
  const given = words.slice(0, most < 0 ? words.length : most).reverse();
  for (const [i, { index, 0: first }] of given.entries()) {
    const at = start - head.length + index;
    // A question begins with a capital whatever its first word is.
    if (/^\W*$/u.test(question.slice(0, at)) && !names.some((name) => fold(name).includes(fold(first)))) continue;
    const typed = [...given.slice(i).map(({ 0: word }) => word), surname].join(' ');
    if (names.some((name) => isCalled(name, knownAs(typed, names)))) return at;
  }
  return start;
}

/** The last name of somebody, with its particles: "van der Wal-Zeggelink". */
function surnameOf(full: string): string {
  const bare = full.replace(TITLES, '').replace(DEGREE, '').trim();
  const behind = bare.replace(TO_INITIALS, '');
  if (behind !== bare && behind !== '') return behind;
  const words = bare.split(/\s+/);
  const particle = words.findIndex((word, i) => i > 0 && IS_PARTICLE.test(word));
  return words.slice(particle > 0 ? particle : -1).join(' ');
}

/** The first word of a last name that is a name by itself; of a double name the first. */
function coreOf(surname: string): string {
  const words = surname.split(/\s+/);
  return (words.find((word) => !IS_PARTICLE.test(word)) ?? '').split('-')[0] ?? '';
}

/** Finds a last name with its particles, whatever their case; of a double name the first is enough. */
function patternOf(surname: string): RegExp {
  const words = surname.split(/\s+/);
  const at = words.findIndex((word) => !IS_PARTICLE.test(word));
  const particles = words.slice(0, at).map((word) => `${literal(word).replace(/['’]/u, "['’‘]")}\\s+`);
  const [core = '', ...double] = words.slice(at).flatMap((word) => word.split('-'));
  const others = double.map((word) => `(?:[\\s-]${literal(word)}`).join('') + ')?'.repeat(double.length);
  return new RegExp(`(?<![\\p{L}-])${particles.join('')}${literal(core)}${others}(?![\\p{L}-])`, 'giu');
}
