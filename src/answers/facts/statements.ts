import { overlap } from '../../letters/spans.ts';
import type { Letter, MetadataField, Passage, Span } from '../../letters/types.ts';
import { quoteOf } from '../quote.ts';
import type { Quote } from '../schema.ts';

/** The passages of a letter that state something of it, in the order of these fields, each with the words that do. */
export function statements(letter: Letter, fields: readonly MetadataField[]): Quote[] {
  const found = new Map<Passage, Span[]>();
  for (const wanted of fields) {
    for (const { field, span } of letter.metadata.stated) {
      const passage = field === wanted ? letter.passages.find((one) => shows(one, span)) : undefined;
      if (!passage) continue;
      const start = Math.max(span.start, passage.start);
      found.set(passage, [...(found.get(passage) ?? []), { start, end: Math.min(span.end, passage.end) }]);
    }
  }
  return [...found].map(([passage, highlights]) => quoteOf(letter, passage, { highlights, score: 1 }));
}

/** Whether a passage shows words of a span: page furniture within a paragraph is not part of it. */
function shows(passage: Passage, span: Span): boolean {
  return overlap(passage, span) && !passage.skipped.some((skipped) => overlap(skipped, span));
}
