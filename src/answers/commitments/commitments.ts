import { dayWritten } from '../../letters/dates/days.ts';
import type { Letter } from '../../letters/types.ts';
import { quoteOf } from '../quote.ts';
import { promiseStrength } from '../selection/cues.ts';
import { runOf, startOf } from '../selection/leaning.ts';
import { cosine, embed, meanVector, type Sentence, type SentenceVectors } from '../selection/sentences.ts';
import { turn } from '../turn.ts';
import { fulfilmentOf } from './fulfilment.ts';
import type { Commitment } from './schema.ts';
import { indexSentences, type SentenceIndex } from './sentence-index.ts';
import { dueOf, whoOf } from './terms.ts';

export interface CommitmentOptions {
  /** Only promises in these letters (all). */
  readonly inLetters?: readonly Letter[] | undefined;
  /** Only those for which no later letter was found. */
  readonly open?: boolean | undefined;
  /** Stops the work when it aborts. */
  readonly signal?: AbortSignal | undefined;
}

/** Sentences alike to this degree make the same promise. */
const SAME = 0.9;

/** What ministers promised parliament, newest first, with the later letters that most likely fulfil it. */
export async function commitmentsIn(
  letters: readonly Letter[],
  vectors: SentenceVectors,
  { inLetters = letters, open = false, signal }: CommitmentOptions = {},
): Promise<Commitment[]> {
  const index = await indexSentences(letters, signal);
  const found: Commitment[] = [];
  for (const letter of newestFirst(inLetters)) {
    const promises = index.sentencesOf(letter).filter(({ text }) => promiseStrength(text) >= 1);
    for (const sentence of distinct(promises, vectors)) {
      found.push(...commitment(sentence, index, vectors));
      await turn(signal);
    }
    await turn(signal);
  }
  return open ? found.filter(isOpen) : found;
}

/** Whether no later letter was found that fulfils it. */
export function isOpen({ fulfilledBy }: Commitment): boolean {
  return fulfilledBy === null;
}

function commitment(sentence: Sentence, index: SentenceIndex, vectors: SentenceVectors): Commitment[] {
  const { letter, text } = sentence;
  const all = index.sentencesOf(letter);
  const from = startOf(all, sentence.order);
  const passage = runOf(all, from, sentence.order);
  const span = sentence.passage.sentences[sentence.at];
  if (!passage || !span) return [];
  const vector = meanVector(all.slice(from, sentence.order + 1).map(vectors));
  return [
    {
      quote: quoteOf(letter, passage, { highlights: [span], score: 1 }),
      who: whoOf(text, letter),
      due: dueOf(text),
      date: dayWritten(letter.metadata),
      fulfilledBy: fulfilmentOf({ letter, text: passage.text, vector }, index, vectors),
    },
  ];
}

/** A letter may say twice what it promises. */
function distinct(promises: readonly Sentence[], vectors: SentenceVectors): Sentence[] {
  const embedded = embed(promises, vectors);
  return embedded.filter(
    ({ vector }, i) => !embedded.slice(0, i).some((earlier) => cosine(earlier.vector, vector) >= SAME),
  );
}

function newestFirst(letters: readonly Letter[]): Letter[] {
  const day = ({ metadata }: Letter) => dayWritten(metadata) ?? '';
  return [...letters].sort((a, b) => day(b).localeCompare(day(a)) || a.file.localeCompare(b.file));
}
