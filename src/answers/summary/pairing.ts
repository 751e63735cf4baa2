import { contentStems } from '../../retrieval/analysis/content-words.ts';
import type { ScoredSentence } from '../selection/scoring.ts';
import { type Pick, select, withContext } from '../selection/selection.ts';
import { cosine } from '../selection/sentences.ts';
import { kindOf, opensLetter } from './kinds.ts';

/** The sentences of each letter on one side of a meeting. */
export type Side = readonly (readonly ScoredSentence[])[];

/** A pick, and what the letter before the meeting had announced about it. */
export interface Point {
  readonly pick: Pick;
  readonly announced: Pick | null;
}

/** Share of a summary that goes to outcomes where there are announcements too. */
const OUTCOMES = 0.6;
/** A summary with fewer quotes has only one that says what it was about. */
const FEW = 10;
/** Promises come first, up to this share of a summary. */
const PROMISES = 0.34;
/** Worth of the first sentence that says what it was about, and what each one after it is worth less. */
const FIRST_WORTH = 3;
const LATER = 0.1;
/** How alike an announcement and an outcome must be to stand beside each other. */
const SAME_MATTER = 0.6;
/** What the same heading adds, and sharing all words. */
const SAME_HEADING = 0.25;
const SAME_WORDS = 0.5;

/** Chooses what to quote of a meeting: at most `limit` quotes, outcomes each with their announcement. */
export function pointsOf(before: Side, after: Side, limit: number): readonly Point[] {
  if (before.length === 0 || after.length === 0) return alone([...before, ...after], limit).map(unannounced);
  const outcomes = alone(after, Math.ceil(limit * OUTCOMES));
  const points: Point[] = [];
  let announcements: readonly Pick[] = [];
  for (const pick of outcomes) {
    const room = outcomes.length + announcements.length < limit;
    const announced = room && announceable(pick) ? announcementOf(pick, before, announcements) : null;
    if (announced) announcements = [...announcements, announced];
    points.push({ pick, announced });
  }
  // What is left of the room goes to what was announced and did not come back.
  const more = select(before, { limit: limit - outcomes.length, chosen: announcements }).slice(announcements.length);
  return [...points, ...more.map(unannounced)];
}

function unannounced(pick: Pick): Point {
  return { pick, announced: null };
}

/** Quotes of letters on one side of the meeting; what it was about comes first. */
function alone(letters: Side, limit: number): readonly Pick[] {
  const opening = select(letters.map(openingOnly), { limit: limit < FEW ? 1 : 2 });
  const room = Math.min(limit, opening.length + Math.ceil(limit * PROMISES));
  const promises = select(letters.map(promisesOnly), { limit: room, chosen: opening });
  return withContext(select(letters, { limit, chosen: promises }));
}

/** Only the sentences that say what it was about are worth anything, the earlier the more. */
function openingOnly(all: readonly ScoredSentence[]): readonly ScoredSentence[] {
  return all.map((sentence) => {
    const opens = sentence.score > 0 && sentence.cues.has('about') && opensLetter(sentence);
    return { ...sentence, score: opens ? FIRST_WORTH - sentence.order * LATER : 0 };
  });
}

/** Only what is promised to parliament. */
function promisesOnly(all: readonly ScoredSentence[]): readonly ScoredSentence[] {
  return all.map((sentence) => (sentence.cues.get('promise') === 1 ? sentence : { ...sentence, score: 0 }));
}

function announceable(pick: Pick): boolean {
  const kind = kindOf(pick);
  return kind !== 'about' && kind !== 'next';
}

function announcementOf(outcome: Pick, before: Side, used: readonly Pick[]): Pick | null {
  const free = ({ letter, order }: ScoredSentence) =>
    !used.some(({ cores: [core], from, to }) => core.letter === letter && from <= order && order <= to);
  const weighed = before.map((all) =>
    all.map((sentence) => ({ ...sentence, score: free(sentence) ? likeness(sentence, outcome) : 0 })),
  );
  const [announced] = select(weighed, { limit: 1 });
  return announced ?? null;
}

/** How well a sentence of a letter before announces an outcome; 0 where it does not. */
function likeness(sentence: ScoredSentence, { cores, passage }: Pick): number {
  if (sentence.score === 0) return 0;
  const meaning = Math.max(...cores.map(({ vector }) => cosine(sentence.vector, vector)));
  const words = new Set(contentStems(sentence.text));
  const told = new Set(contentStems(passage.text));
  const shared = [...words].filter((word) => told.has(word)).length / Math.max(1, words.size);
  const alike = meaning + (sameHeading(sentence, cores[0]) ? SAME_HEADING : 0) + SAME_WORDS * shared;
  return alike >= SAME_MATTER ? alike : 0;
}

function sameHeading(a: ScoredSentence, b: ScoredSentence): boolean {
  const [x, y] = [a, b].map(({ letter, section }) => letter.sections[section]?.title?.toLowerCase());
  return x !== undefined && x === y;
}
