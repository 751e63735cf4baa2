import type { Letter } from '../../letters/types.ts';
import { stem } from '../../retrieval/analysis/stem.ts';
import { isStopWord } from '../../retrieval/analysis/stop-words.ts';
import { tokens } from '../../retrieval/analysis/tokens.ts';
import type { TextLanguage } from '../../texts/dates.ts';
import { letterRef } from '../letters.ts';
import { cosine, type SentenceEncoder } from '../sentences.ts';
import { lettersOf, type MeetingLetters, missingOf } from './meetings.ts';
import { kindOf, opensLetter, type Point, sectionTitleOf, toParts } from './parts.ts';
import type { Summary } from './schema.ts';
import { type ScoredSentence, scoreSentences } from './scoring.ts';
import { overlap, type Pick, select } from './selection.ts';

export interface SummaryOptions {
  /** At most so many quotes (12). */
  readonly limit?: number | undefined;
  /** Only this section. */
  readonly section?: string | undefined;
  /** Language of the headings (Dutch). */
  readonly language?: TextLanguage | undefined;
}

/** How many quotes a summary holds, and a short one. */
export const SUMMARY_LIMIT = 12;
export const SHORT_SUMMARY_LIMIT = 5;

/** Sums up a meeting in quotes: nothing in it is written by anyone but the letters' senders. */
export async function summarize(
  meeting: MeetingLetters,
  encoder: SentenceEncoder,
  { limit = SUMMARY_LIMIT, section, language = 'nl' }: SummaryOptions = {},
): Promise<Summary> {
  const begun = performance.now();
  const before = await scored(meeting.before, encoder, section);
  const after = await scored(meeting.after, encoder, section);
  const points =
    after.length > 0 && before.length > 0 ? paired(before, after, limit) : alone([...before, ...after], limit);
  return {
    meeting: meeting.meeting ? { ...meeting.meeting, dates: [...meeting.meeting.dates] } : null,
    letters: lettersOf(meeting).map(letterRef),
    missing: missingOf(meeting),
    parts: toParts(points, language),
    leftOut: section === undefined ? leftOut(lettersOf(meeting), points) : [],
    section: section ?? null,
    elapsedMs: Math.round((performance.now() - begun) * 10) / 10,
  };
}

/** Titles of the sections that hold running text, each once. */
export function sectionTitles(letters: readonly Letter[]): string[] {
  const titles = letters.flatMap(({ passages, sections }) =>
    passages.flatMap(({ kind, section }) => (kind === 'paragraph' ? (sections[section]?.title ?? []) : [])),
  );
  return [...new Set(titles)];
}

async function scored(
  letters: readonly Letter[],
  encoder: SentenceEncoder,
  title: string | undefined,
): Promise<(readonly ScoredSentence[])[]> {
  const all: (readonly ScoredSentence[])[] = [];
  for (const letter of letters) {
    const sentences = await scoreSentences(letter, encoder);
    // What stands in other sections is worth nothing, and keeps its place: quotes are made by order.
    const wanted = ({ section }: ScoredSentence) => title === undefined || letter.sections[section]?.title === title;
    const kept = sentences.map((sentence) => (wanted(sentence) ? sentence : { ...sentence, score: 0 }));
    if (kept.some(({ score }) => score > 0)) all.push(kept);
  }
  return all;
}

/** Quotes of letters that all stand on the same side of the meeting; what it was about comes first. */
function alone(letters: readonly (readonly ScoredSentence[])[], limit: number): readonly Pick[] {
  const opening = select(letters.map(openingOnly), { limit: 1 });
  return select(letters, { limit, chosen: opening });
}

/** Only the sentences that say what it was about are worth anything. */
function openingOnly(all: readonly ScoredSentence[]): readonly ScoredSentence[] {
  return all.map((sentence) =>
    sentence.cues.has('about') && opensLetter(sentence) ? sentence : { ...sentence, score: 0 },
  );
}

/** Share of a summary that goes to outcomes where there are announcements too. */
const OUTCOMES = 0.6;
/** How alike an announcement and an outcome must be to stand beside each other. */
const SAME_MATTER = 0.6;
/** What the same heading adds, and sharing all words. */
const SAME_HEADING = 0.25;
const SAME_WORDS = 0.5;

/** Outcomes from the letters after, each with its announcement from the letters before where there is one. */
function paired(
  before: readonly (readonly ScoredSentence[])[],
  after: readonly (readonly ScoredSentence[])[],
  limit: number,
): Point[] {
  const outcomes = alone(after, Math.ceil(limit * OUTCOMES));
  let announcements: readonly Pick[] = [];
  const points = outcomes.map((pick): Point => {
    const kind = kindOf(pick);
    if (kind === 'about' || kind === 'next' || outcomes.length + announcements.length >= limit)
      return { pick, announced: null };
    const weighed = before.map((all) => all.map((sentence) => ({ ...sentence, score: likeness(sentence, pick) })));
    const [announced] = select(weighed, { limit: 1 });
    if (!announced || announcements.some((other) => overlap(other, announced))) return { pick, announced: null };
    announcements = [...announcements, announced];
    return { pick, announced };
  });
  return points;
}

/** How well a sentence of a letter before announces an outcome; 0 where it does not. */
function likeness(sentence: ScoredSentence, { cores, passage }: Pick): number {
  const meaning = Math.max(...cores.map(({ vector }) => cosine(sentence.vector, vector)));
  const words = contentWords(sentence.text);
  const told = contentWords(passage.text);
  const shared = [...words].filter((word) => told.has(word)).length / Math.max(1, words.size);
  const alike = meaning + (sameHeading(sentence, cores[0]) ? SAME_HEADING : 0) + SAME_WORDS * shared;
  return alike >= SAME_MATTER ? alike : 0;
}

function contentWords(text: string): Set<string> {
  return new Set(tokens(text).flatMap(({ form }) => (isStopWord(form) ? [] : [stem.nl(form)])));
}

function sameHeading(a: ScoredSentence, b: ScoredSentence): boolean {
  const [x, y] = [a, b].map(({ letter, section }) => letter.sections[section]?.title?.toLowerCase());
  return x !== undefined && x === y;
}

function leftOut(letters: readonly Letter[], points: readonly Point[]): string[] {
  const shown = new Set(
    points.flatMap(({ pick, announced }) => (announced ? [pick, announced] : [pick])).map(sectionTitleOf),
  );
  return sectionTitles(letters).filter((title) => !shown.has(title));
}
