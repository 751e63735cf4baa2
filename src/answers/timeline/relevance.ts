import type { Letter } from '../../letters/types.ts';
import { type Sentence, sentencesOf } from '../selection/sentences.ts';
import { turn } from '../turn.ts';
import { BUNDLED_NAMES, NO_OTHER_NAMES, type OtherNames } from './other-names.ts';
import { mayHold, type SubjectTerm, subjectTerms, termMatcher, WITHIN_WORD } from './subject.ts';

/** A sentence about a subject, and how much of the subject it names (0 to 1). */
export interface Relevant {
  readonly sentence: Sentence;
  readonly share: number;
}

/** The letter's sentences in order, and those of them that are about the subject. */
export interface RelevantLetter {
  readonly all: readonly Sentence[];
  readonly relevant: readonly Relevant[];
}

/** A sentence that names so much of a subject of one word, or of more words, is about it. */
const ENOUGH_OF_WORD = 0.65;
const ENOUGH_OF_WORDS = 0.75;
/** A word in the heading, or in the sentence before, counts less than in the sentence itself. */
const FROM_HEADING = 0.8;
const FROM_BEFORE = 0.3;
/**
 * Finds the sentences of letters that are about a subject: those that name it, with the help of their heading and the
 * sentence before; where none does, those that name it otherwise, by the thesaurus ("wapenbeheersing" for arms control).
 */
export async function aboutSubject(
  subject: string,
  letters: readonly Letter[],
  {
    names = BUNDLED_NAMES,
    signal,
  }: { readonly names?: OtherNames | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<readonly RelevantLetter[]> {
  const terms = subjectTerms(subject, names);
  if (terms.length === 0) return [];
  const named = await namedIn(letters, terms, signal);
  if (named.some(({ relevant }) => relevant.length > 0)) return named;
  const others = names
    .of(subject)
    // What goes by the other name of another name is one step too far: "ouderen" for pensioenen, by "pensionering".
    .map((name) => subjectTerms(name, NO_OTHER_NAMES))
    .filter(({ length }) => length > 0);
  const byOthers: (readonly RelevantLetter[])[] = [];
  for (const other of others) byOthers.push(whole(await namedIn(letters, other, signal), other));
  return letters.map((letter, i) =>
    together(
      byOthers.flatMap((found) => found[i] ?? []),
      letter,
    ),
  );
}

/** Only what says all words of a name itself: "energie" in a heading and "nucleaire" below it is no "nucleaire energie". */
function whole(found: readonly RelevantLetter[], terms: readonly SubjectTerm[]): readonly RelevantLetter[] {
  const match = termMatcher(terms);
  return found.map(({ all, relevant }) => ({
    all,
    relevant: relevant.filter(({ sentence: { text } }) => match(text).every((held) => held >= WITHIN_WORD)),
  }));
}

/** What one letter says under any of several names, each sentence once. */
function together(found: readonly RelevantLetter[], letter: Letter): RelevantLetter {
  const relevant = new Map<number, Relevant>();
  for (const entry of found.flatMap((one) => one.relevant)) {
    const other = relevant.get(entry.sentence.order);
    if (!other || other.share < entry.share) relevant.set(entry.sentence.order, entry);
  }
  const all = found.find((one) => one.all.length > 0)?.all ?? sentencesOf(letter);
  return { all, relevant: [...relevant.values()].sort((a, b) => a.sentence.order - b.sentence.order) };
}

async function namedIn(
  letters: readonly Letter[],
  terms: readonly SubjectTerm[],
  signal?: AbortSignal,
): Promise<RelevantLetter[]> {
  const match = termMatcher(terms);
  const enough = terms.length === 1 ? ENOUGH_OF_WORD : ENOUGH_OF_WORDS;
  const candidates: { letter: Letter; all: readonly Sentence[]; matches: (readonly number[])[] }[] = [];
  for (const letter of letters) {
    const titles = letter.sections.flatMap(({ title }) => title ?? []);
    const holds = [...titles, ...letter.passages.map(({ text }) => text)].some((text) => mayHold(terms, text));
    const all = holds ? sentencesOf(letter) : [];
    candidates.push({ letter, all, matches: all.map(({ text }) => match(text)) });
    if (holds) await turn(signal);
  }
  const weights = weightsOf(
    terms.length,
    candidates.map(({ matches }) => matches),
  );
  return candidates.map(({ letter, all, matches }) => {
    const headings = letter.sections.map(({ title }) => (title === null ? [] : match(title)));
    const relevant = all.flatMap((sentence, i) => {
      const own = matches[i] ?? [];
      const before = all[i - 1]?.section === sentence.section ? (matches[i - 1] ?? []) : [];
      const heading = headings[sentence.section] ?? [];
      const share = weights.reduce((sum, weight, term) => {
        const around = Math.max(FROM_HEADING * (heading[term] ?? 0), FROM_BEFORE * (before[term] ?? 0));
        return sum + weight * Math.max(own[term] ?? 0, around);
      }, 0);
      return share >= enough ? [{ sentence, share }] : [];
    });
    return { all, relevant };
  });
}

/** How much each term tells, together 1: the fewer sentences hold it, the more (Spärck Jones 1972). */
function weightsOf(terms: number, letters: readonly (readonly (readonly number[])[])[]): number[] {
  const all = letters.flat();
  const idf = Array.from({ length: terms }, (_, term) => {
    const holding = all.filter((match) => (match[term] ?? 0) > 0).length;
    return Math.log(1 + (all.length + 1) / (holding + 1));
  });
  const sum = idf.reduce((a, b) => a + b, 0);
  return idf.map((weight) => weight / sum);
}
