import { byDayWritten, dayWritten } from '../../letters/dates/days.ts';
import type { Letter } from '../../letters/types.ts';
import { momentOf } from '../promises/moments.ts';
import { isOwed } from '../promises/owed.ts';
import { beginsWithSubject } from '../promises/subject.ts';
import { quoteOf } from '../quote.ts';
import { runOf } from '../selection/leaning.ts';
import { cosine, embed, meanVector, type Sentence, type SentenceVectors } from '../selection/sentences.ts';
import { turn } from '../turn.ts';
import { fulfilmentOf } from './fulfilment.ts';
import type { Commitment } from './schema.ts';
import { indexSentences, type SentenceIndex } from './sentence-index.ts';
import { whoOf } from './who.ts';

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
    const sentences = index.sentencesOf(letter);
    const promises = sentences.filter((sentence) => isOwed(sentence, sentences));
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
  const from = beginsWithSubject(all, sentence.order);
  const passage = runOf(all, from, sentence.order);
  const span = sentence.passage.sentences[sentence.at];
  if (!passage || !span) return [];
  const before = all.slice(from, sentence.order).map((sentenceBefore) => sentenceBefore.text);
  const moment = momentOf(text, {
    written: dayWritten(letter.metadata),
    before: before.join(' '),
    meeting: letter.metadata.meeting?.dates.at(-1) ?? null,
  });
  const dated = moment !== null && (moment.from !== null || moment.to !== null);
  const vector = meanVector(all.slice(from, sentence.order + 1).map(vectors));
  return [
    {
      quote: quoteOf(letter, passage, { highlights: [span], score: 1 }),
      ...whoOf(text, letter),
      due: moment?.words ?? null,
      dueDays: dated ? { from: moment.from, to: moment.to, approximate: moment.approximate } : null,
      recurring: moment?.recurring ?? false,
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
  return [...letters].sort((a, b) => byDayWritten(b.metadata, a.metadata) || a.file.localeCompare(b.file));
}
