import { dayAbout } from '../../letters/dates/days.ts';
import type { Letter, Span } from '../../letters/types.ts';
import type { Corpus } from '../../retrieval/types.ts';
import { quoteOf } from '../quote.ts';
import { cuesOf } from '../selection/cues.ts';
import type { ScoredSentence } from '../selection/scoring.ts';
import { type Pick, select } from '../selection/selection.ts';
import { cosine, type EmbeddedSentence, embed, type SentenceVectors } from '../selection/sentences.ts';
import { turn } from '../turn.ts';
import type { OtherNames } from './other-names.ts';
import { aboutSubject, type Relevant, type RelevantLetter } from './relevance.ts';
import type { Timeline, TimelineEntry } from './schema.ts';

export interface TimelineOptions {
  /** ISO dates, inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Every turn of the subject rather than the first few of each letter. */
  readonly all?: boolean | undefined;
  /** Stops the work when it aborts. */
  readonly signal?: AbortSignal | undefined;
}

export interface TimelineParts {
  readonly corpus: Corpus;
  readonly vectors: SentenceVectors;
  /** What else letters call things. */
  readonly names?: OtherNames | undefined;
}

/** At most so many turns of the subject in one letter, and sentences compared for them; or as good as all. */
const SOME = { turns: 3, compared: 30 } as const;
const ALL = { turns: 60, compared: 200 } as const;
/** What a decision, position or promise adds to a sentence; less than naming the subject itself rather than its heading. */
const DOES_SOMETHING = 0.3;
/** Sentences alike to this degree say the same again. */
const REPEATED = 0.86;

/** Shows how a subject ran through the letters: what is new in each, oldest first; repetition is folded. */
export async function timelineOf(
  subject: string,
  { from = '', to = '9999', all = false, signal }: TimelineOptions,
  parts: TimelineParts,
): Promise<Timeline> {
  const begun = performance.now();
  const letters = parts.corpus.letters
    .map((letter) => ({ letter, ...dayOf(letter) }))
    .filter(({ date }) => date === null || (date >= from && date <= to))
    .filter(({ date }) => date !== null || (from === '' && to === '9999'))
    .sort((a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999') || a.letter.file.localeCompare(b.letter.file));
  const about = await aboutSubject(
    subject,
    letters.map(({ letter }) => letter),
    { names: parts.names, signal },
  );
  const told: Told[] = [];
  for (const found of about) {
    told.push(...newIn(found, told, parts.vectors, all ? ALL : SOME));
    await turn(signal);
  }
  return {
    subject,
    entries: told.map(({ pick, repeats }) => entryOf(pick, repeats)),
    volume: letters.map(({ letter, date }, i) => ({
      letterId: letter.id,
      title: letter.title,
      date,
      sentences: about[i]?.relevant.length ?? 0,
      more: about[i]?.relevant.filter((found) => !isTold(found, told)).length ?? 0,
    })),
    elapsedMs: Math.round((performance.now() - begun) * 10) / 10,
  };
}

interface Repeat extends Span {
  readonly file: string;
}

/** What was quoted, and where it is said again. */
interface Told {
  readonly pick: Pick;
  readonly repeats: Repeat[];
}

/** Quotes what a letter says that has not been told; what has been is noted with it. */
function newIn(
  { all, relevant }: RelevantLetter,
  told: readonly Told[],
  vectors: SentenceVectors,
  { turns, compared }: { readonly turns: number; readonly compared: number },
): Told[] {
  const mostRelevant = [...relevant].sort((a, b) => b.share - a.share).slice(0, compared);
  const sentences = embed(
    mostRelevant.map(({ sentence, share }) => ({ ...sentence, share })),
    vectors,
  );
  const scores = new Map<number, ScoredSentence>();
  for (const sentence of sentences) {
    if (foldInto(told, sentence)) continue;
    const cues = cuesOf(sentence.text, dayOf(sentence.letter).date);
    scores.set(sentence.order, {
      ...sentence,
      cues,
      score: sentence.share ** 2 + (cues.size > 0 ? DOES_SOMETHING : 0),
    });
  }
  const scored = all.map((sentence) => scores.get(sentence.order) ?? { ...sentence, ...UNRELATED });
  const fresh = select([scored], { limit: turns }).map((pick) => ({ pick, repeats: [] }));
  for (const sentence of scores.values()) if (!isQuoted(sentence, fresh)) foldInto(fresh, sentence);
  return fresh.sort((a, b) => a.pick.from - b.pick.from);
}

const UNRELATED = { vector: new Float32Array(), cues: new Map(), score: 0 };

/** Notes a sentence with what it repeats; false where it says something else. */
function foldInto(told: readonly Told[], sentence: EmbeddedSentence): boolean {
  const same = told.find(({ pick }) => pick.cores.some(({ vector }) => cosine(vector, sentence.vector) >= REPEATED));
  const span = sentence.passage.sentences[sentence.at];
  if (!same || !span) return false;
  same.repeats.push({ file: sentence.letter.file, start: span.start, end: span.end });
  return true;
}

/** Whether a sentence is quoted, or noted as a repeat of what is. */
function isTold({ sentence: { letter, order, passage, at } }: Relevant, told: readonly Told[]): boolean {
  const start = passage.sentences[at]?.start;
  return told.some(
    ({ pick, repeats }) =>
      (pick.cores[0].letter === letter && pick.from <= order && order <= pick.to) ||
      repeats.some((repeat) => repeat.file === letter.file && repeat.start === start),
  );
}

function isQuoted({ letter, order }: ScoredSentence, told: readonly Told[]): boolean {
  return told.some(({ pick }) => pick.cores[0].letter === letter && pick.from <= order && order <= pick.to);
}

function entryOf({ cores, passage }: Pick, repeats: Repeat[]): TimelineEntry {
  const [{ letter, score }] = cores;
  const highlights = cores.flatMap((core) => core.passage.sentences[core.at] ?? []);
  return { ...dayOf(letter), quote: quoteOf(letter, passage, { score, highlights }), repeats };
}

/** The day a letter stands at: that of its meeting, else its own. */
function dayOf({ metadata }: Letter): Day {
  const dateOf = metadata.meeting?.dates.length ? 'meeting' : 'letter';
  const field = dateOf === 'meeting' ? 'meeting' : 'letterDate';
  const inferred = metadata.inferred.some((entry) => entry.field === field);
  return { date: dayAbout(metadata), dateOf, inferred };
}

type Day = Omit<TimelineEntry, 'quote' | 'repeats'>;
