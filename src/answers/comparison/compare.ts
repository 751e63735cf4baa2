import { dayAbout } from '../../letters/dates/days.ts';
import { overlap } from '../../letters/spans.ts';
import type { Passage } from '../../letters/types.ts';
import { letterRef } from '../letters.ts';
import { lettersOf, type MeetingLetters } from '../meetings.ts';
import { quoteOf } from '../quote.ts';
import type { Quote } from '../schema.ts';
import { leadingUpTo } from '../selection/leaning.ts';
import { type EmbeddedSentence, embed, type Sentence, type SentenceVectors } from '../selection/sentences.ts';
import type { OtherNames } from '../timeline/other-names.ts';
import { aboutSubject } from '../timeline/relevance.ts';
import { turn } from '../turn.ts';
import { type Aligned, align } from './alignment.ts';
import type { Comparison } from './schema.ts';

export interface ComparisonOptions {
  /** Stops the work when it aborts. */
  readonly signal?: AbortSignal | undefined;
}

/** Quotes of each kind, and sentences of each side that are compared. */
const SHOWN = 5;
const COMPARED = 200;

/** Lays what two meetings say on a subject side by side, the earlier first whichever way they are given. */
export async function compare(
  meetings: readonly [MeetingLetters, MeetingLetters],
  subject: string,
  vectors: SentenceVectors,
  { names, signal }: ComparisonOptions & { readonly names?: OtherNames | undefined } = {},
): Promise<Comparison> {
  const begun = performance.now();
  const [first, second] = [...meetings].sort((a, b) => dayOf(a).localeCompare(dayOf(b)));
  const earlier = await sideOf(first ?? meetings[0], subject, vectors, { names, signal });
  const later = await sideOf(second ?? meetings[1], subject, vectors, { names, signal });
  const pairs = align(earlier.sentences, later.sentences, subject);
  await turn(signal);
  const both = pairsOf(pairs, earlier.all, later.all);
  const gone = unpaired(
    earlier,
    new Set(pairs.map((pair) => pair.earlier)),
    both.map((pair) => pair.earlier),
  );
  const fresh = unpaired(
    later,
    new Set(pairs.map((pair) => pair.later)),
    both.map((pair) => pair.later),
  );
  return {
    subject,
    earlier: earlier.side,
    later: later.side,
    both: both.slice(0, SHOWN),
    gone: gone.slice(0, SHOWN),
    fresh: fresh.slice(0, SHOWN),
    more: { both: over(both), gone: over(gone), fresh: over(fresh) },
    elapsedMs: Math.round((performance.now() - begun) * 10) / 10,
  };
}

interface Side {
  readonly side: Comparison['earlier'];
  /** What is said about the subject, in order. */
  readonly sentences: readonly (EmbeddedSentence & { readonly share: number })[];
  /** All sentences of each letter. */
  readonly all: ReadonlyMap<Sentence['letter'], readonly Sentence[]>;
}

async function sideOf(
  about: MeetingLetters,
  subject: string,
  vectors: SentenceVectors,
  options: { readonly names: OtherNames | undefined; readonly signal: AbortSignal | undefined },
): Promise<Side> {
  const letters = lettersOf(about);
  const found = await aboutSubject(subject, letters, options);
  const relevant = found.flatMap((one) => one.relevant.map(({ sentence, share }) => ({ ...sentence, share })));
  return {
    side: { meeting: about.meeting, letters: letters.map(letterRef), sentences: relevant.length },
    sentences: embed(relevant.slice(0, COMPARED), vectors),
    all: new Map(letters.map((letter, i) => [letter, found[i]?.all ?? []])),
  };
}

/** Pairs as quotes; one that only says again what an earlier one shows is left out. */
function pairsOf(pairs: readonly Aligned[], earlier: Side['all'], later: Side['all']): Comparison['both'] {
  const shown: Comparison['both'] = [];
  for (const pair of pairs) {
    const [before, after] = [quoted(pair.earlier, earlier), quoted(pair.later, later)];
    if (!before || !after) continue;
    const told = shown.some((one) => shareWords(one.earlier, before) || shareWords(one.later, after));
    if (!told) shown.push({ earlier: before, later: after });
  }
  return shown;
}

/** What has no counterpart: what names the subject most first, each passage once, nothing that stands among the pairs. */
function unpaired({ sentences, all }: Side, paired: ReadonlySet<EmbeddedSentence>, inPairs: readonly Quote[]): Quote[] {
  const quotes: Quote[] = [];
  for (const sentence of [...sentences].sort((a, b) => b.share - a.share || a.order - b.order)) {
    if (paired.has(sentence)) continue;
    const quote = quoted(sentence, all);
    if (quote && ![...inPairs, ...quotes].some((one) => shareWords(one, quote))) quotes.push(quote);
  }
  return quotes;
}

function shareWords(a: Quote, b: Quote): boolean {
  return a.file === b.file && overlap(a, b);
}

function quoted(sentence: Sentence, all: Side['all']): Quote | null {
  const passage: Passage | null = leadingUpTo(all.get(sentence.letter) ?? [], sentence.order);
  const span = sentence.passage.sentences[sentence.at];
  return passage && span ? quoteOf(sentence.letter, passage, { highlights: [span] }) : null;
}

function over(list: readonly unknown[]): number {
  return Math.max(0, list.length - SHOWN);
}

function dayOf({ meeting, before, after }: MeetingLetters): string {
  const [letter] = [...after, ...before];
  return meeting?.dates.at(-1) ?? (letter && dayAbout(letter.metadata)) ?? '';
}
