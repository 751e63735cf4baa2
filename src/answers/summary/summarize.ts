import type { Letter } from '../../letters/types.ts';
import type { TextLanguage } from '../../texts/dates.ts';
import { sectionTitle } from '../citation.ts';
import { letterRef } from '../letters.ts';
import { lettersOf, type MeetingLetters, missingOf } from '../meetings.ts';
import { type ScoredSentence, scoreSentences } from '../selection/scoring.ts';
import type { SentenceVectors } from '../selection/sentences.ts';
import { turn } from '../turn.ts';
import { type Point, pointsOf, type Side } from './pairing.ts';
import { sectionTitleOf, toParts } from './parts.ts';
import type { Summary } from './schema.ts';

export interface SummaryOptions {
  /** At most so many quotes; 12, and more for long letters. */
  readonly limit?: number | undefined;
  /** Only this section. */
  readonly section?: string | undefined;
  /** Language of the headings (Dutch). */
  readonly language?: TextLanguage | undefined;
  /** Stops the work when it aborts. */
  readonly signal?: AbortSignal | undefined;
}

/** How many quotes a summary holds, that of a long letter, and a short one. */
export const SUMMARY_LIMIT = 12;
export const LONG_SUMMARY_LIMIT = 16;
export const SHORT_SUMMARY_LIMIT = 5;
/** Characters of letters to one quote. */
const A_QUOTE = 900;

/** Sums up a meeting in quotes: nothing in it is written by anyone but the letters' senders. */
export async function summarize(
  meeting: MeetingLetters,
  vectors: SentenceVectors,
  { limit = limitFor(lettersOf(meeting)), section, language = 'nl', signal }: SummaryOptions = {},
): Promise<Summary> {
  const begun = performance.now();
  const before = await scored(meeting.before, vectors, { section, signal });
  const after = await scored(meeting.after, vectors, { section, signal });
  const points = pointsOf(before, after, limit);
  return {
    meeting: meeting.meeting,
    letters: lettersOf(meeting).map(letterRef),
    missing: missingOf(meeting),
    parts: toParts(points, language),
    leftOut: section === undefined ? leftOut(lettersOf(meeting), points) : [],
    section: section ?? null,
    elapsedMs: Math.round((performance.now() - begun) * 10) / 10,
  };
}

function limitFor(letters: readonly Letter[]): number {
  const characters = letters.reduce((sum, { source }) => sum + source.length, 0);
  return Math.min(LONG_SUMMARY_LIMIT, Math.max(SUMMARY_LIMIT, Math.ceil(characters / A_QUOTE)));
}

/** Titles of the sections that hold running text, each once, in order. */
export function sectionTitles(letters: readonly Letter[]): string[] {
  const titles = letters.flatMap((letter) =>
    letter.passages.flatMap(({ kind, section }) => (kind === 'paragraph' ? (sectionTitle(letter, section) ?? []) : [])),
  );
  return [...new Set(titles)];
}

async function scored(
  letters: readonly Letter[],
  vectors: SentenceVectors,
  { section: title, signal }: Pick<SummaryOptions, 'section' | 'signal'>,
): Promise<Side> {
  const side: (readonly ScoredSentence[])[] = [];
  for (const letter of letters) {
    const sentences = await scoreSentences(letter, vectors, signal);
    // What stands in other sections is worth nothing but keeps its place: quotes are made by order.
    const wanted = ({ section }: ScoredSentence) => title === undefined || letter.sections[section]?.title === title;
    const kept = sentences.map((sentence) => (wanted(sentence) ? sentence : { ...sentence, score: 0 }));
    if (kept.some(({ score }) => score > 0)) side.push(kept);
    await turn(signal);
  }
  return side;
}

function leftOut(letters: readonly Letter[], points: readonly Point[]): string[] {
  const picks = points.flatMap(({ pick, announced }) => (announced ? [pick, announced] : [pick]));
  const shown = new Set(picks.map(sectionTitleOf));
  return sectionTitles(letters).filter((title) => !shown.has(title));
}
