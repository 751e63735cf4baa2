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
  const answers = answeredQuestions(texts);
  const rest = headings.map((text, i) => ({
    start: text.hull.start,
    end: starts[i + 1] ?? sourceLength,
    heading: text.hull,
    title: text.form.text,
    question: answers.get(text) ?? null,
  }));
  return [first, ...rest];
}

/**
 * The question that what stands under a heading answers: by its numbers, by its place, because it stands right over it, or
 * because the heading is that over the question.
 */
function answeredQuestions(texts: readonly UnitText[]): ReadonlyMap<UnitText, string> {
  const asked = questionTexts(texts);
  const found = new Map<UnitText, string>();
  const byTitle = new Map<string, string>();
  let heading: UnitText | null = null;
  let own: string[] = [];
  let unanswered: string[] = [];
  for (const text of texts) {
    if (text.unit.kind === 'heading') {
      const numbers = answeredNumbers(text.form.text);
      if (numbers?.length === 0 && unanswered.length > 0) found.set(text, unanswered.join(' '));
      const questions = (numbers ?? []).flatMap((number) => asked.get(number) ?? []).filter(unique);
      if (questions.length > 0) found.set(text, questions.join(' '));
      if (heading && own.length > 0) byTitle.set(heading.form.text, own.join(' '));
      heading = text;
      own = [];
      if (numbers) unanswered = [];
    } else if (text.unit.kind === 'question') {
      own.push(text.form.text);
      unanswered.push(text.form.text);
    } else if (text.unit.kind === 'paragraph' && heading && !found.has(heading)) {
      const question = own.length > 0 ? own.join(' ') : byTitle.get(heading.form.text);
      if (question !== undefined) found.set(heading, question);
    }
  }
  return found;
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
