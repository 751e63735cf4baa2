import type { Letter } from '../../letters/types.ts';
import type { TextLanguage } from '../../texts/dates.ts';
import { letterRef } from '../letters.ts';
import { cosine, type SentenceEncoder } from '../sentences.ts';
import { lettersOf, type MeetingLetters, missingOf } from './meetings.ts';
import { opens, type Point, toParts } from './parts.ts';
import type { Summary } from './schema.ts';
import { type ScoredSentence, scoreSentences } from './scoring.ts';
import { type Pick, select } from './selection.ts';

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

function alone(letters: readonly (readonly ScoredSentence[])[], limit: number): Point[] {
  const opening = select(letters.map(openingOnly), { limit: 1 });
  const rest = select(letters, { limit: limit - opening.length, chosen: opening });
  return [...opening, ...rest].map((pick) => ({ pick, announced: null }));
}

/** Only the sentences that say what it was about are worth anything. */
function openingOnly(all: readonly ScoredSentence[]): readonly ScoredSentence[] {
  return all.map((sentence) => {
    const says = sentence.cues.has('about') && opens(sentence.section, sentence.letter.sections);
    return says ? sentence : { ...sentence, score: 0 };
  });
}

/** How alike an announcement and an outcome must be to stand beside each other, and what the same heading adds. */
const SAME_MATTER = 0.45;
const SAME_HEADING = 0.25;

/** Outcomes from the letters after, each with its announcement from the letters before where there is one. */
function paired(
  before: readonly (readonly ScoredSentence[])[],
  after: readonly (readonly ScoredSentence[])[],
  limit: number,
): Point[] {
  const outcomes = alone(after, Math.ceil(limit * 0.6));
  const points: Point[] = [];
  const used: Pick[] = [];
  let left = limit - outcomes.length;
  for (const { pick } of outcomes) {
    const announced = left > 0 ? announcementOf(pick, before, used) : null;
    if (announced) {
      used.push(announced);
      left--;
    }
    points.push({ pick, announced });
  }
  return points;
}

function announcementOf(
  outcome: Pick,
  before: readonly (readonly ScoredSentence[])[],
  used: readonly Pick[],
): Pick | null {
  const weighed = before.map((all) =>
    all.map((sentence) => {
      const alike =
        cosine(sentence.vector, outcome.core.vector) + (sameHeading(sentence, outcome.core) ? SAME_HEADING : 0);
      return { ...sentence, score: sentence.score > 0 && alike >= SAME_MATTER ? alike + 0.1 * sentence.score : 0 };
    }),
  );
  const [pick] = select(weighed, { limit: 1 });
  return pick &&
    !used.some(({ core, from, to }) => core.letter === pick.core.letter && from <= pick.to && to >= pick.from)
    ? pick
    : null;
}

function sameHeading(a: ScoredSentence, b: ScoredSentence): boolean {
  const [x, y] = [a, b].map(({ letter, section }) => letter.sections[section]?.title?.toLowerCase());
  return x !== undefined && x === y;
}

function leftOut(letters: readonly Letter[], points: readonly Point[]): string[] {
  const shown = new Set(
    points
      .flatMap(({ pick, announced }) => (announced ? [pick, announced] : [pick]))
      .map(({ core }) => core.letter.sections[core.section]?.title),
  );
  return sectionTitles(letters).filter((title) => !shown.has(title));
}
