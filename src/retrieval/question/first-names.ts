import { NAME_WORD, PARTICLE } from '../../letters/signature/names.ts';
import { fold } from '../analysis/fold.ts';
import { literal } from '../analysis/literal.ts';
import { wordList } from '../analysis/word-list.ts';
import type { Corpus } from '../types.ts';
import { isPerson, OFFICES } from './said-by.ts';

/** "PVV Wilders" begins with no first name. */
const GIVEN = /^\p{Lu}[\p{L}'’]*\p{Ll}(?:-\p{Lu}[\p{L}'’]*\p{Ll})?$/u;
/** The rest of a name, over initials: "von der Leyen", "W. Bush"; "Biden" of "Biden-regering". */
const GOES_ON = `\\s+(?:\\p{Lu}\\.\\s*){0,3}(?<next>(?:(?:${PARTICLE}|Von)\\s+){0,3}\\p{Lu}[\\p{L}'’]*\\p{Ll}(?:-\\p{Lu}[\\p{L}'’]*\\p{Ll})?)`;
const IS_OFFICE = new RegExp(`(?:${OFFICES})$`, 'iu');

/**
 * Names that letters lack without the first names among them: of "Joe Biden", where letters write of "president Biden",
 * "Joe" is none that has to stand there. Where they know somebody of that last name by another first name, it is.
 */
export function withoutFirstNames(absent: readonly string[], question: string, corpus: Corpus): string[] {
  return absent.filter((name) => !isFirstName(name, question, absent, corpus));
}

function isFirstName(name: string, question: string, absent: readonly string[], corpus: Corpus): boolean {
  if (!GIVEN.test(name)) return false;
  const next = new RegExp(`(?<![\\p{L}-])${literal(name)}${GOES_ON}`, 'u').exec(question)?.groups?.next;
  if (next === undefined) return false;
  const others = absent.filter((other) => other !== name);
  if (others.includes(next)) return isFirstName(next, question, others, corpus);
  const surname = next.replace(/['’]s?$/, '');
  return isPerson(surname, corpus) && !isPlace(surname, corpus) && !isAnother(name, surname, corpus);
}

/** "EU-voorzitter Finland" is nobody. */
function isPlace(name: string, corpus: Corpus): boolean {
  return found(`(?<!\\p{L})(?:[Ii]n|[Uu]it)\\s${literal(name)}(?![\\p{L}-])`, name, corpus).length > 0;
}

/** Whether letters give others of that last name another first name; any other word begins a sentence with a capital too. */
function isAnother(given: string, surname: string, corpus: Corpus): boolean {
  const before = (place: string) => found(`${place}${NAME_WORD}(?= ${literal(surname)}(?!\\p{L}))`, surname, corpus);
  const first = before('(?<!\\p{L}|[\\p{Ll}),] )').filter((word) => !wordList('nl').has(fold(word)));
  const known = [...first, ...before('(?<=[\\p{Ll}),] )')].filter((word) => GIVEN.test(word) && !IS_OFFICE.test(word));
  return known.length > 0 && known.every((word) => word.charAt(0) !== given.charAt(0));
}

/** What a pattern finds in the passages that hold a name. */
function found(pattern: string, name: string, { passages }: Corpus): string[] {
  const form = new RegExp(pattern, 'gu');
  return passages.flatMap(({ passage: { text } }) => (text.includes(name) ? (text.match(form) ?? []) : []));
}
