import { overlap } from '../../letters/spans.ts';
import type { Letter, Passage, Span } from '../../letters/types.ts';
import { completed, TURN, turnsOf } from '../../retrieval/question/follow-up.ts';
import { languageOf } from '../../retrieval/question/language.ts';
import { factAsked, type LetterFact } from '../../retrieval/question/letter-facts.ts';
import { passes } from '../../retrieval/question/letters-named.ts';
import type { Corpus, Language, QuestionFilters, Retriever } from '../../retrieval/types.ts';
import { quoteOf } from '../quote.ts';
import type { Quote } from '../schema.ts';
import { lettersMeant, namesLetter } from './letter-meant.ts';
import { saidOfLetter } from './said.ts';

/** What a question that asks something of a letter itself comes to. */
export type FactAnswer = {
  readonly language: Language;
  /** How likely it is that what is quoted answers, 0 to 1. */
  readonly confidence: number;
} & (
  | { readonly is: 'stated'; readonly quotes: readonly Quote[] }
  /** The letter that is meant does not say it. */
  | { readonly is: 'unstated'; readonly fact: LetterFact; readonly letter: Letter }
  /** It could be any of these letters. */
  | { readonly is: 'several'; readonly letters: readonly Letter[] }
  /** No letter is called so; one that speaks of the same in other words may be meant. */
  | { readonly is: 'unknown'; readonly near: Letter | null }
);

interface Sources {
  readonly corpus: Corpus;
  readonly retriever: Retriever;
}

interface Asking {
  readonly previous?: string | undefined;
  readonly filters?: QuestionFilters | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Longer questions ask more than who signed a letter; in UTF-16 units. */
const LONGEST = 300;

/** What a letter itself states answers; where none is quoted, little speaks for an answer. */
const STATED = 0.95;
const UNSTATED = 0.05;

/**
 * Answers who signed a letter, when it was written or which number it has with the words of that letter itself, never of
 * another. Null for a question that asks anything else.
 */
export async function factAnswer(question: string, asking: Asking, sources: Sources): Promise<FactAnswer | null> {
  const asked = question.length > LONGEST ? null : factAsked(question, asking.previous);
  const language = languageOf(question);
  if (asked === null || language === 'other') return null;
  // "Who wrote Pride and Prejudice?" names what it means, which is no letter.
  if (asked.pointsBack && namesLetter(question)) return null;
  const letters = await meant(question, asked.pointsBack, language, asking, sources);
  const [letter] = letters;
  const unstated = { language, confidence: UNSTATED };
  if (letters.length > 1 && !asked.ofSeveral) return { ...unstated, is: 'several', letters };
  if (!letter) return { ...unstated, is: 'unknown', near: await nearest(question, asking, sources) };
  const quotes = letters.flatMap((each) => statements(each, asked.fact));
  return quotes.length > 0
    ? { language, confidence: STATED, is: 'stated', quotes }
    : { ...unstated, is: 'unstated', fact: asked.fact, letter };
}

/** The letters that a question means; where it names none, the one that was spoken of, or the only one there is. */
async function meant(
  question: string,
  pointsBack: boolean,
  language: Language,
  { previous, filters = {}, signal }: Asking,
  { corpus, retriever }: Sources,
): Promise<readonly Letter[]> {
  const letters = corpus.letters.filter((letter) => passes(letter, filters));
  if (namesLetter(question)) return lettersMeant(question, language, letters, retriever);
  const spokenOf = previous ? await letterBefore(previous, signal, { corpus, retriever }) : [];
  if (spokenOf.length > 0) return spokenOf;
  return pointsBack ? [] : lettersMeant(question, language, letters, retriever);
}

/** The letter that answered the questions before this one, from the last to the first that names or finds one. */
async function letterBefore(
  previous: string,
  signal: AbortSignal | undefined,
  sources: Sources,
): Promise<readonly Letter[]> {
  const { corpus, retriever } = sources;
  const asked = turnsOf(previous)
    .flatMap((turn) => turn.split(/(?<=[?!.])\s+(?=\p{L})/u))
    .reverse();
  for (const question of asked) {
    if (factAsked(question, previous)) {
      const language = languageOf(question);
      const letters =
        language === 'other' || !namesLetter(question)
          ? []
          : lettersMeant(question, language, corpus.letters, retriever);
      if (letters.length > 0) return letters;
    }
  }
  const content = asked.filter((question) => !factAsked(question, previous)).reverse();
  const subject = completed(content.at(-1) ?? '', content.slice(0, -1).join(TURN));
  const found = subject === '' ? null : await retriever.retrieve({ question: subject, top: 1, signal });
  const letter = found?.answered ? corpus.passages[found.passages[0]?.passage ?? -1]?.letter : undefined;
  return letter ? [letter] : [];
}

/** The letter that comes nearest to what the one that is meant is said to be about, where it speaks of that at all. */
async function nearest(
  question: string,
  { filters, signal }: Asking,
  { corpus, retriever }: Sources,
): Promise<Letter | null> {
  const { about } = saidOfLetter(question);
  if (about === '') return null;
  const request = { question: about, filters, readFilters: false, top: 1, signal };
  const { passages, subjectFound } = await retriever.retrieve(request);
  return (subjectFound && corpus.passages[passages[0]?.passage ?? -1]?.letter) || null;
}

/** Where each is stated; the number of a paper is nothing without its dossier. */
const FIELDS = { signatories: ['signatories'], letterDate: ['letterDate'], number: ['number', 'dossiers'] } as const;

/** The passages of a letter that state something of it, each with the words that do. */
function statements(letter: Letter, fact: LetterFact): Quote[] {
  const found = new Map<Passage, Span[]>();
  for (const wanted of FIELDS[fact]) {
    for (const { field, span } of letter.metadata.stated) {
      const passage = field === wanted ? letter.passages.find((one) => shows(one, span)) : undefined;
      if (!passage) continue;
      const start = Math.max(span.start, passage.start);
      found.set(passage, [...(found.get(passage) ?? []), { start, end: Math.min(span.end, passage.end) }]);
    }
  }
  return [...found].map(([passage, highlights]) => quoteOf(letter, passage, { highlights, score: 1 }));
}

/** Whether a passage shows words of a span: page furniture within a paragraph is not part of it. */
function shows(passage: Passage, span: Span): boolean {
  return overlap(passage, span) && !passage.skipped.some((skipped) => overlap(skipped, span));
}
