import { balancedCuts, cutLongSentences } from './cuts.ts';
import { contentId } from './ids.ts';
import { spanInSource } from './readable.ts';
import { firstIndex } from './search.ts';
import { sectionAt } from './sections.ts';
import { sentenceRanges } from './sentences.ts';
import type { Passage, Section } from './types.ts';
import { spansWithin, type UnitText } from './unit-texts.ts';

/** Furniture that states something: the paper a page belongs to. Page numbers and repeated titles state nothing. */
const STATES_NUMBER = /\bnr\.\s?\d|^kst-\d/i;

/** The passages of a letter, by where they start; ids tell equal texts apart by their order. */
export function toPassages(letterId: string, texts: readonly UnitText[], sections: readonly Section[]): Passage[] {
  const seen = new Map<string, number>();
  return texts
    .filter((text) => statesSomething(text))
    .flatMap((text) => cutUnit(text, sectionOf(text, sections)))
    .sort((a, b) => a.start - b.start)
    .map((passage) => {
      const nth = (seen.get(passage.text) ?? 0) + 1;
      seen.set(passage.text, nth);
      return { id: contentId(letterId, passage.text, String(nth)), ...passage };
    });
}

function statesSomething({ unit, form }: UnitText): boolean {
  // What a member asks is no answer of the minister's: it is the context of one.
  if (unit.kind === 'heading' || unit.kind === 'salutation' || unit.kind === 'question') return false;
  if (!/[\p{L}\p{N}]/u.test(form.text)) return false;
  // A cell of a table that holds a number alone says nothing without its row.
  if (unit.kind === 'paragraph' && !/\p{L}/u.test(form.text)) return false;
  return unit.kind !== 'furniture' || STATES_NUMBER.test(form.text);
}

/** A footnote belongs to the section of its mark; letterhead, signature and furniture to the letter as a whole. */
function sectionOf({ unit, hull }: UnitText, sections: readonly Section[]): number {
  if (unit.kind === 'paragraph') return sectionAt(sections, hull.start);
  return unit.kind === 'footnote' ? sectionAt(sections, (unit.mark ?? hull).start) : 0;
}

function cutUnit({ unit, form, skipped }: UnitText, section: number): Omit<Passage, 'id'>[] {
  const sentences = cutLongSentences(form.text, sentenceRanges(form.text));
  const starts = balancedCuts(sentences);
  return starts.map((from, i) => {
    const own = sentences.slice(from, starts[i + 1]);
    const range = { start: own[0]!.start, end: own.at(-1)!.end };
    const hull = spanInSource(form, range);
    return {
      ...hull,
      kind: unit.kind,
      section,
      page: pageAt(unit, hull.start),
      mark: unit.mark ?? null,
      skipped: spansWithin(skipped, hull),
      sentences: own.map((sentence) => spanInSource(form, sentence)),
      text: form.text.slice(range.start, range.end),
    };
  });
}

function pageAt({ lines }: UnitText['unit'], offset: number): number | null {
  return lines[firstIndex(lines.length, (i) => lines[i]!.start > offset) - 1]?.page ?? null;
}
