import type { Clock } from '../clock.ts';
import { withoutCourtesies } from '../retrieval/question/courtesies.ts';
import { TURN, turnsOf } from '../retrieval/question/follow-up.ts';
import type { Corpus, Retrieval, RetrievedPassage, Retriever } from '../retrieval/types.ts';
import { factAnswer } from './facts/fact-answer.ts';
import { factReason } from './facts/fact-reason.ts';
import type { FactAnswer } from './facts/found.ts';
import { coverageOf } from './letters.ts';
import { quoteOf } from './quote.ts';
import { reasonFor } from './refusal.ts';
import type { Answer, Coverage } from './schema.ts';
import { withItems } from './selection/lists.ts';
import { isTentative } from './tentative.ts';
import type { AskOptions } from './types.ts';

/** How many quotes an answer holds, and how many headings a refusal offers. */
const QUOTES = 3;
const NEAREST = 3;

interface Asking {
  readonly corpus: Corpus;
  readonly retriever: Retriever;
  /** By which "this year" is known; the machine's where it is not given. */
  readonly clock?: Pick<Clock, 'now'> | undefined;
}

/** Answers a question with quotes, or says that the letters hold no answer and quotes nothing. */
export async function ask(
  { corpus, retriever, clock }: Asking,
  question: string,
  { top, skip = 0, filters, usual, readFilters, previous, language, signal }: AskOptions = {},
): Promise<Answer> {
  const begun = performance.now();
  const most = top ?? QUOTES;
  const coverage = coverageOf(corpus.letters);
  const asked = withoutCourtesies(question);
  const before = previous === undefined ? undefined : turnsOf(previous).map(withoutCourtesies).join(TURN);
  const fact = await factAnswer(asked, { clock, previous: before, filters, signal }, { corpus, retriever });
  if (fact) {
    const answer = ofFact(fact, coverage, language);
    const quotes = answer.quotes.slice(skip, skip + most);
    return { question, ...answer, quotes, coverage, elapsedMs: since(begun) };
  }
  const found = await retriever.retrieve({
    question: asked,
    previous: before,
    filters,
    usual,
    readFilters,
    top: most + skip,
    signal,
  });
  // Who names a number gets so many; else what only bears on the question stands apart.
  const ordered = top === undefined ? answeringFirst(found.passages) : found.passages;
  const shown = found.answered ? ordered.slice(skip, skip + most) : [];
  const answering = shown.filter(({ answers }) => answers || top !== undefined);
  const near = found.answered ? [] : nearest(corpus, found);
  const related = found.answered ? shown.filter((each) => !answering.includes(each)) : found.elsewhere;
  return {
    question,
    language: found.language,
    answered: found.answered,
    confidence: found.confidence,
    tentative: isTentative(found),
    quotes: answering.flatMap((retrieved) => quoted(corpus, retrieved)),
    related: related.flatMap((retrieved) => quoted(corpus, retrieved)),
    reason: reasonFor(found, { corpus, coverage, section: placeOf(near[0], corpus), language }),
    reasonCode: found.reasonCode,
    letters: [],
    understood: given(found.understood),
    nearest: near,
    coverage,
    elapsedMs: since(begun),
  };
}

/** The answer to a question about a letter itself, but for what every answer has. */
function ofFact(found: FactAnswer, coverage: Coverage, language: AskOptions['language']) {
  const answered = found.is === 'stated';
  return {
    language: found.language,
    answered,
    confidence: found.confidence,
    tentative: isTentative({ answered, confidence: found.confidence }),
    quotes: answered ? found.quotes : [],
    reason: answered ? null : factReason(found, coverage, language ?? found.language),
    reasonCode: answered ? null : found.is === 'listed' ? ('letters_asked' as const) : ('not_in_letters' as const),
    letters: found.is === 'listed' ? found.letters.map(({ id }) => id) : [],
    related: found.is === 'no_such_paper' ? [...found.references] : [],
    understood: {},
    nearest: [],
  };
}

function since(begun: number): number {
  return Math.round((performance.now() - begun) * 10) / 10;
}

function answeringFirst(passages: readonly RetrievedPassage[]): RetrievedPassage[] {
  return [...passages.filter(({ answers }) => answers), ...passages.filter(({ answers }) => !answers)];
}

function quoted(corpus: Corpus, { passage: number, highlights, score }: RetrievedPassage) {
  const entry = corpus.passages[number];
  return entry ? [quoteOf(entry.letter, withItems(entry.letter, entry.passage), { highlights, score })] : [];
}

/** The headings under which the letters speak of what a question without an answer is about. */
function nearest(corpus: Corpus, { passages }: Retrieval): Answer['nearest'] {
  const sections = new Map<string, Answer['nearest'][number]>();
  for (const { passage: number, bears } of passages) {
    const entry = corpus.passages[number];
    const section = entry?.letter.sections[entry.passage.section]?.title;
    if (entry && section && bears)
      sections.set(`${entry.letter.id} ${section}`, { letterId: entry.letter.id, section });
  }
  return [...sections.values()].slice(0, NEAREST);
}

/** A heading as people find it: that of an answer says nothing without the letter that it stands in. */
function placeOf(near: Answer['nearest'][number] | undefined, { letters }: Corpus): string | null {
  const letter = near && letters.find(({ id }) => id === near.letterId);
  if (!letter) return null;
  const isAnswer = letter.sections.some(({ title, question }) => title === near.section && question !== null);
  return isAnswer ? `${near.section}, ${letter.title}` : near.section;
}

function given(understood: Retrieval['understood']): Answer['understood'] {
  return Object.fromEntries(Object.entries(understood).filter(([, value]) => value !== undefined));
}
