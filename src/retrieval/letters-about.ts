import type { Letter } from '../letters/types.ts';
import type { Term } from './analysis/terms.ts';
import { type Concept, conceptsOf } from './lexical/concepts.ts';
import type { Lexicon } from './lexical/lexicon.ts';
import { asCalled, asItself, asTyped } from './lexical/own-names.ts';
import { stands, sure } from './lexical/stands.ts';
import { termIds } from './lexical/term-ids.ts';
import { LEXICAL_WEIGHTS } from './lexical/weights.ts';
import { runOf } from './runs.ts';
import type { Corpus, Language } from './types.ts';

/** How much of a subject, weighted by rarity, a letter that is meant must hold. */
const ENOUGH = 0.7;
/** Of more letters that hold it, none is meant by it: they are not told apart. */
const MOST_READ = 300;
/** So many paragraphs say what a letter is about. */
const OPENING = 2;

/** How letters are searched for a subject. */
interface Sought {
  readonly among: readonly Letter[];
  readonly corpus: Corpus;
  readonly lexicon: Lexicon;
}

/**
 * The letters that are called by a subject: those that hold most of its words, and say them in their name, else in their
 * headings or opening, as they are typed, else by other names for them; else those that say them themselves elsewhere.
 * More than one where it could be any of them, none where no letter holds enough of it. Names and numbers must all be
 * there. What only says about the same makes no letter the one that is meant.
 */
export function lettersAbout(
  subject: string,
  language: Language,
  among: readonly Letter[],
  { corpus, lexicon }: Pick<Sought, 'corpus' | 'lexicon'>,
): readonly Letter[] {
  const sought = { among, corpus, lexicon };
  const concepts = conceptsOf(subject, language, lexicon, LEXICAL_WEIGHTS);
  const typed = saying(concepts.map(asTyped), isWhole, sought);
  if (typed.there.length > 0) return typed.there;
  const called = concepts.map((concept) => asCalled(concept, language, lexicon));
  const { there } = saying(called, isAny, sought);
  if (there.length > 0) return there;
  return typed.anywhere.length > 0 ? typed.anywhere : saying(concepts.map(asItself), isWhole, sought).anywhere;
}

/** The letters whose name, or that of the meeting they are about, says all of a subject. */
export function lettersCalled(
  subject: string,
  language: Language,
  among: readonly Letter[],
  lexicon: Lexicon,
): Letter[] {
  const concepts = conceptsOf(subject, language, lexicon, LEXICAL_WEIGHTS);
  if (concepts.length === 0) return [];
  const called = concepts.map((concept) => asCalled(concept, language, lexicon));
  return among.filter((letter) => {
    const ids = termIds(nameOf(letter), lexicon);
    return called.every((concept) => stands(concept, ids));
  });
}

/** Whether a text says all of a subject; of its words only the names, where nothing else counts. */
export function says(
  text: string,
  subject: string,
  language: Language,
  lexicon: Lexicon,
  { only }: { readonly only?: 'names' } = {},
): boolean {
  const ids = termIds(text, lexicon);
  return conceptsOf(subject, language, lexicon, LEXICAL_WEIGHTS)
    .filter(({ name }) => name || only === undefined)
    .every((concept) => stands(asCalled(concept, language, lexicon), ids));
}

type Counts = (term: Term) => boolean;
const isAny: Counts = () => true;
/** A word or a side of a hyphen, no part of a compound. */
const isWhole: Counts = ({ weight }) => weight === 1;

/** The letters that hold enough of some concepts, and those of them that say what they hold in their name or opening. */
function saying(concepts: readonly Concept[], counts: Counts, { among, corpus, lexicon }: Sought) {
  const holding = concepts.map((concept) => ({ concept, letters: lettersHolding(concept, corpus, lexicon) }));
  const total = concepts.reduce((sum, { rarity }) => sum + rarity, 0);
  const share = (letter: Letter) => {
    if (holding.some(({ concept, letters }) => concept.name && !letters.has(letter))) return 0;
    return holding.reduce((sum, { concept, letters }) => sum + (letters.has(letter) ? concept.rarity : 0), 0) / total;
  };
  const shares = among.map((letter) => ({ letter, held: total > 0 ? share(letter) : 0 }));
  const most = Math.max(ENOUGH, ...shares.map(({ held }) => held));
  const anywhere = shares.filter(({ held }) => held >= most).map(({ letter }) => letter);
  if (anywhere.length > MOST_READ) return { there: anywhere, anywhere };
  const saysIn = (text: (letter: Letter) => string) =>
    anywhere.filter((letter) => {
      const ids = termIds(text(letter), lexicon, counts);
      return holding.every(({ concept, letters }) => !letters.has(letter) || stands(concept, ids));
    });
  const named = saysIn(nameOf);
  return { there: named.length > 0 ? named : saysIn(openingOf), anywhere };
}

/** The letters that hold a concept: something that says the same in one of their passages, or all its parts. */
function lettersHolding(concept: Concept, corpus: Corpus, lexicon: Lexicon): ReadonlySet<Letter> {
  const { offsets, passages } = lexicon.postings;
  const found = new Set<Letter>();
  for (const { terms: ids } of sure(concept)) {
    const [first, ...others] = ids;
    if (first === undefined) continue;
    const { start, end } = runOf(offsets, first);
    for (const passage of passages.subarray(start, end)) {
      if (!others.every((id) => lexicon.postings.impact(id, passage) > 0)) continue;
      const letter = corpus.passages[passage]?.letter;
      if (letter) found.add(letter);
    }
  }
  const [part, ...parts] = concept.parts.map((one) => lettersHolding(one, corpus, lexicon));
  for (const letter of part ?? []) if (parts.every((letters) => letters.has(letter))) found.add(letter);
  return found;
}

function nameOf({ title, metadata: { subject, meeting } }: Letter): string {
  return [title, subject, meeting?.name, meeting?.place].filter(Boolean).join(' ');
}

function openingOf(letter: Letter): string {
  const paragraphs = letter.passages.filter(({ kind }) => kind === 'paragraph').slice(0, OPENING);
  return [
    nameOf(letter),
    ...letter.sections.map(({ title }) => title ?? ''),
    ...paragraphs.map(({ text }) => text),
  ].join(' ');
}
