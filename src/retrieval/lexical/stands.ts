import type { Alternative, Concept } from './concepts.ts';

/** Weaker ways to say a word only bear on it. */
const SAYS_THE_SAME = 0.3;

/** Whether a text, by the terms in it, says a concept or all its parts. */
export function stands(concept: Concept, ids: ReadonlySet<number>): boolean {
  if (sure(concept).some(({ terms: own }) => own.length > 0 && own.every((id) => ids.has(id)))) return true;
  return concept.parts.length > 0 && concept.parts.every((part) => stands(part, ids));
}

/** The ways to say a concept that say the same, not only what bears on it. */
export function sure({ alternatives }: Concept): readonly Alternative[] {
  return alternatives.filter(({ weight }) => weight >= SAYS_THE_SAME);
}
