import { firstIndex } from './search.ts';
import type { Section, Span } from './types.ts';
import type { UnitText } from './unit-texts.ts';

/**
 * The sections of a letter. The first is always the one without a heading (empty where the letter begins with one);
 * what says something of the letter as a whole (letterhead, signature, furniture) belongs to it wherever it stands.
 */
export function toSections(sourceLength: number, texts: readonly UnitText[]): Section[] {
  const headings = texts.filter(({ unit }) => unit.kind === 'heading');
  const starts = headings.map(({ hull }) => hull.start);
  const first: Section = { start: 0, end: starts[0] ?? sourceLength, heading: null, title: null };
  const rest = headings.map(({ hull, form }, i) => ({
    start: hull.start,
    end: starts[i + 1] ?? sourceLength,
    heading: hull,
    title: form.text,
  }));
  return [first, ...rest];
}

/** Index of the section that an offset lies in. */
export function sectionAt(sections: readonly Span[], offset: number): number {
  return Math.max(0, firstIndex(sections.length, (i) => sections[i]!.start > offset) - 1);
}
