import type { TextLanguage } from '../../texts/dates.ts';
import { overviews } from '../../texts/overviews.ts';
import { sectionTitle } from '../citation.ts';
import { quoteOf } from '../quote.ts';
import type { Quote } from '../schema.ts';
import type { Pick } from '../selection/selection.ts';
import { kindOf } from './kinds.ts';
import type { Point } from './pairing.ts';
import type { PartKind, SummaryPart } from './schema.ts';

/** The order in which the parts are read; sections stand between the first and the last. */
const ORDER: Readonly<Record<PartKind, number>> = { about: 0, section: 1, position: 2, promised: 3, next: 4 };

/** Puts picks into the parts of a summary: what it was about, each section, the position, promises, what comes next. */
export function toParts(points: readonly Point[], language: TextLanguage): SummaryPart[] {
  const headings = overviews(language).summary.parts;
  const parts = new Map<string, SummaryPart>();
  for (const point of [...points].sort((a, b) => a.pick.from - b.pick.from)) {
    const kind = kindOf(point.pick);
    const title = sectionTitleOf(point.pick);
    const heading = kind === 'section' && title !== null ? title : headings[kind];
    const part = parts.get(`${kind} ${heading}`) ?? { kind, heading, points: [] };
    parts.set(`${kind} ${heading}`, { ...part, points: [...part.points, ...quotesOf(point)] });
  }
  return [...parts.values()].sort((a, b) => ORDER[a.kind] - ORDER[b.kind]);
}

/** The heading that a pick is referred to by; null where there is none. */
export function sectionTitleOf({ cores: [{ letter, section }] }: Pick): string | null {
  return sectionTitle(letter, section);
}

function quotesOf({ pick, announced }: Point): Quote[] {
  return [...(announced ? [announced] : []), pick].map(({ cores: [core], passage }) =>
    quoteOf(core.letter, passage, { score: core.score }),
  );
}
