import { answeredNumbers, questionNumbers } from './questions.ts';
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
  const first: Section = { start: 0, end: starts[0] ?? sourceLength, heading: null, title: null, question: null };
  const asked = questionTexts(texts);
  const rest = headings.map(({ hull, form }, i) => ({
    start: hull.start,
    end: starts[i + 1] ?? sourceLength,
    heading: hull,
    title: form.text,
    question:
      (answeredNumbers(form.text) ?? [])
        .flatMap((number) => asked.get(number) ?? [])
        .filter(unique)
        .join(' ') || null,
  }));
  return [first, ...rest];
}

function unique(text: string, i: number, all: readonly string[]): boolean {
  return all.indexOf(text) === i;
}

/** What was asked, by the number of the question; one text can stand for several numbers. */
function questionTexts(texts: readonly UnitText[]): Map<number, string> {
  const asked = new Map<number, string>();
  let numbers: readonly number[] = [];
  for (const { unit, form } of texts) {
    if (unit.kind === 'heading') numbers = questionNumbers(form.text) ?? [];
    if (unit.kind !== 'question') continue;
    for (const number of numbers) asked.set(number, [asked.get(number), form.text].filter(Boolean).join(' '));
  }
  return asked;
}

/** Index of the section that an offset lies in. */
export function sectionAt(sections: readonly Span[], offset: number): number {
  return Math.max(0, firstIndex(sections.length, (i) => sections[i]!.start > offset) - 1);
}
