import path from 'node:path';
import { meetingsOf } from '../../src/answers/meetings.ts';
import { type Sentence, type SentenceVectors, sentencesOf } from '../../src/answers/selection/sentences.ts';
import { storedVectors } from '../../src/answers/selection/stored-vectors.ts';
import { wordVectors } from '../../src/answers/selection/word-vectors.ts';
import { SUMMARY_LIMIT, summarize } from '../../src/answers/summary/summarize.ts';
import type { Encoder } from '../../src/encoder/types.ts';
import { readLetters } from '../../src/letters/read.ts';
import type { Letter, Span } from '../../src/letters/types.ts';
import { embed, searchable } from './corpus.ts';
import { type Report, reportOf, type Table } from './report.ts';
import { lead, lexRank, type Ranking, textRank } from './summary-baselines.ts';
import { isCovered, locate, type ReferencePoint, readPoints } from './summary-points.ts';

/** What one way of summing up made of all letters that have points. */
export interface SummaryFigures {
  readonly method: string;
  /** Points whose proof is quoted, and all points. */
  readonly covered: number;
  readonly points: number;
  readonly quotes: number;
  readonly characters: number;
  /** Share of points covered in each letter, by file. */
  readonly letters: Readonly<Record<string, number>>;
}

const BASELINES: Readonly<Record<string, Ranking>> = { 'lead-12': lead, LexRank: lexRank, TextRank: textRank };

/**
 * Measures which share of the reference points the quotes of a summary cover, against lead-12, LexRank and TextRank:
 * each with 12 sentences, and with as many characters as the summary has.
 */
export async function evaluateSummaries(
  letters: readonly Letter[],
  points: readonly ReferencePoint[],
  vectors: SentenceVectors,
): Promise<readonly SummaryFigures[]> {
  const withPoints = letters.filter(({ file }) =>
    points.some((point) => path.basename(point.file) === path.basename(file)),
  );
  const quoted = new Map<string, Map<Letter, readonly Span[]>>();
  const add = (method: string, letter: Letter, spans: readonly Span[]) =>
    quoted.set(method, new Map([...(quoted.get(method) ?? []), [letter, spans]]));
  for (const letter of withPoints) {
    const [meeting] = meetingsOf([letter]);
    if (!meeting) continue;
    const { parts } = await summarize(meeting, vectors);
    const quotes = parts.flatMap((part) => part.points);
    add('briefwijzer', letter, quotes);
    const room = quotes.reduce((sum, { text }) => sum + text.length, 0);
    const sentences = sentencesOf(letter);
    for (const [name, rank] of Object.entries(BASELINES)) {
      const ranked = rank(sentences);
      add(name, letter, ranked.slice(0, SUMMARY_LIMIT).map(spanOf));
      add(`${name}, as long`, letter, within(ranked, room).map(spanOf));
    }
  }
  return [...quoted].map(([method, summaries]) => figures(method, summaries, points));
}

function spanOf({ passage, at }: Sentence): Span {
  return passage.sentences[at]!;
}

function within(ranked: readonly Sentence[], room: number): Sentence[] {
  let left = room;
  return ranked.filter(({ text }) => {
    left -= text.length;
    return left >= 0;
  });
}

function figures(
  method: string,
  summaries: ReadonlyMap<Letter, readonly Span[]>,
  points: readonly ReferencePoint[],
): SummaryFigures {
  let covered = 0;
  let all = 0;
  let quotes = 0;
  let characters = 0;
  const letters: Record<string, number> = {};
  for (const [letter, spans] of summaries) {
    const own = points.filter((point) => path.basename(point.file) === path.basename(letter.file));
    const hits = own.filter(({ quote }) => isCovered(locate(letter, quote), spans)).length;
    covered += hits;
    all += own.length;
    quotes += spans.length;
    characters += spans.reduce((sum, { start, end }) => sum + end - start, 0);
    letters[letter.file] = hits / own.length;
  }
  return { method, covered, points: all, quotes, characters, letters };
}

/** Measures by the reference points of a file. */
export async function summaries(folder: string, pointsFile: string, encoder: Encoder): Promise<Report> {
  const { letters } = await readLetters(folder);
  const { corpus, data } = searchable(await embed(letters, encoder));
  const vectors = data.tokens ? storedVectors(corpus, data.tokens) : wordVectors;
  return reportOf('summaries', [table(await evaluateSummaries(letters, await readPoints(pointsFile), vectors))]);
}

function table(all: readonly SummaryFigures[]): Table {
  const percent = (share: number) => `${(100 * share).toFixed(0)}%`;
  const head = ['method', 'points', 'share', 'quotes', 'characters', 'each letter'];
  const rows = all.map(({ method, covered, points, quotes, characters, letters }) => [
    method,
    `${covered}/${points}`,
    percent(covered / points),
    String(quotes),
    String(characters),
    Object.values(letters).map(percent).join(' '),
  ]);
  return [head, ...rows];
}
