import type { TextLanguage } from '../../texts/dates.ts';
import { overviews } from '../../texts/overviews.ts';
import { quoteOf } from '../quote.ts';
import type { Quote } from '../schema.ts';
import type { PartKind, SummaryPart } from './schema.ts';
import type { Pick } from './selection.ts';

/** A pick, and what the letter before the meeting had announced about it. */
export interface Point {
  readonly pick: Pick;
  readonly announced: Pick | null;
}

/** The order in which the parts are read; sections stand between the first and the last. */
const ORDER: Readonly<Record<PartKind, number>> = { about: 0, section: 1, position: 2, promised: 3, next: 4 };

/** Puts picks into the parts of a summary: what it was about, each section, the position, promises, what comes next. */
export function toParts(points: readonly Point[], language: TextLanguage): SummaryPart[] {
  const headings = overviews(language).summary.parts;
  const parts = new Map<string, SummaryPart & { readonly at: number }>();
  const inOrder = [...points].sort((a, b) => orderOf(a.pick) - orderOf(b.pick));
  for (const point of inOrder) {
    const kind = kindOf(point.pick);
    const title = point.pick.all[point.pick.to]!.letter.sections[point.pick.core.section]?.title ?? null;
    const heading = kind === 'section' && title !== null ? title : headings[kind];
    const key = `${kind} ${heading}`;
    const part = parts.get(key) ?? { kind, heading, points: [], at: parts.size };
    parts.set(key, { ...part, points: [...part.points, ...quotesOf(point)] });
  }
  return [...parts.values()]
    .sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || a.at - b.at)
    .map(({ kind, heading, points }) => ({ kind, heading, points }));
}

function quotesOf({ pick, announced }: Point): Quote[] {
  const quoted = ({ core, passage }: Pick) => quoteOf(core.letter, passage, { score: core.score });
  return announced ? [quoted(announced), quoted(pick)] : [quoted(pick)];
}

/** Letters one after another, each in its own order. */
function orderOf({ core }: Pick): number {
  return core.order;
}

/** What a pick is for, by the strongest of what its own sentence does. */
export function kindOf({ core: { cues, section, letter } }: Pick): PartKind {
  const sure = (cue: 'promise' | 'decision' | 'position' | 'next') => cues.get(cue) ?? 0;
  if (sure('promise') >= 1) return 'promised';
  if (sure('next') >= 1) return 'next';
  if (opens(section, letter.sections) && cues.has('about') && sure('decision') === 0) return 'about';
  if (sure('decision') < 1 && sure('position') >= 1) return 'position';
  return 'section';
}

/** Whether a section introduces the letter: what precedes the first heading, or an introduction. */
export function opens(section: number, sections: Pick['core']['letter']['sections']): boolean {
  const title = sections[section]?.title ?? null;
  return title === null || /^(?:\d\.?\s*)?(?:inleiding|introductie|algemeen)\b/i.test(title);
}
