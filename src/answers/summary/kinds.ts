import type { Cue } from '../selection/cues.ts';
import type { ScoredSentence } from '../selection/scoring.ts';
import type { Pick } from '../selection/selection.ts';
import type { PartKind } from './schema.ts';

/** What a pick is for: what most of its sentences do; a promise to parliament always counts as one. */
export function kindOf({ cores }: Pick): PartKind {
  const [first] = cores;
  const does = (cue: Cue) => cores.filter(({ cues }) => (cues.get(cue) ?? 0) >= 1).length;
  if (first.cues.has('about') && !first.cues.has('decision') && opensLetter(first)) return 'about';
  if (does('promise') > 0) return 'promised';
  const [decisions, next, positions] = [does('decision'), does('next'), does('position')];
  if (decisions > 0 && decisions >= Math.max(next, positions)) return 'section';
  if (next > 0 && next >= positions) return 'next';
  return positions > 0 ? 'position' : 'section';
}

/** An introduction is no longer than this; a letter without headings is not all introduction. */
const OPENING = 10;
const INTRODUCES = /\b(?:inleiding|introductie|algemeen|geannoteerde agenda|verslag)\b/i;

/** Whether a sentence stands where the letter is introduced: before the first heading, or under one that says so. */
export function opensLetter({ letter, section, order }: ScoredSentence): boolean {
  const title = letter.sections[section]?.title ?? null;
  return order < OPENING && (title === null || INTRODUCES.test(title));
}
