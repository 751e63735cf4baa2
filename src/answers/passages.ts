import type { Letter, Passage } from '../letters/types.ts';
import { mapInSlices } from '../map-in-slices.ts';
import { isQuotable } from '../retrieval/quotable.ts';
import type { Corpus, CorpusPassage } from '../retrieval/types.ts';
import { createSuggester, type Suggester, type Suggestible, suggesterOfFew } from './naming/suggest.ts';
import { quoteOf } from './quote.ts';
import type { Quote } from './schema.ts';
import { withItems } from './selection/lists.ts';
import type { Library, PassageSuggestion } from './types.ts';

/** Passages as quotes: one by its id, those around it, those of a section. */
export type Passages = Pick<Library, 'quote' | 'context' | 'section' | 'sectionStart' | 'suggestPassages'>;

export async function createPassages(corpus: Corpus): Promise<Passages> {
  const { letters } = corpus;
  const places = await placesOf(letters);
  const around = (passageId: string, pick: (place: Place) => readonly (Passage | undefined)[]): Quote[] => {
    const place = places.get(passageId);
    return place ? pick(place).flatMap((passage) => (passage ? [quoteOf(place.letter, passage)] : [])) : [];
  };
  return {
    // As it stands in an answer.
    quote: (passageId) => around(passageId, ({ letter, passage }) => [withItems(letter, passage)])[0] ?? null,
    context: (passageId) =>
      around(passageId, ({ letter, at }) => [letter.passages[at - 1], letter.passages[at], letter.passages[at + 1]]),
    section: (passageId) =>
      around(passageId, ({ letter, passage }) => letter.passages.filter(({ section }) => section === passage.section)),
    sectionStart(letterId, title) {
      const letter = letters.find(({ id }) => id === letterId);
      const passage = letter?.passages.find(({ section }) => letter.sections[section]?.title === title);
      return letter && passage ? quoteOf(letter, passage) : null;
    },
    suggestPassages: await passageSuggestions(corpus),
  };
}

/** Up to so many passages can be suggested as soon as a library is there; of more it takes seconds and much memory. */
const READY_AT_ONCE = 5_000;

/**
 * Suggestions among all passages, or those of a letter. In a large library a letter's are made ready when they are asked
 * for; all of them once somebody wants suggestions of no letter in particular, and there are none until that is done.
 */
async function passageSuggestions({ letters, passages }: Corpus): Promise<Passages['suggestPassages']> {
  let ofAll: Suggester<PassageSuggestion> | null = null;
  let isMaking = false;
  const make = async () => {
    ofAll = await createSuggester(passages.flatMap(suggestible));
  };
  if (passages.length <= READY_AT_ONCE) await make();
  let last: { readonly id: string; readonly suggester: Suggester<PassageSuggestion> } | null = null;
  return (letterId, text, limit) => {
    if (ofAll) return ofAll.suggest(text, limit, letterId);
    if (letterId === null) {
      if (!isMaking) void make();
      isMaking = true;
      return [];
    }
    if (last?.id !== letterId) {
      const letter = letters.find(({ id }) => id === letterId);
      const entries = letter?.passages.flatMap((passage) => suggestible({ letter, passage })) ?? [];
      last = { id: letterId, suggester: suggesterOfFew(entries) };
    }
    return last.suggester.suggest(text, limit);
  };
}

function suggestible({ letter, passage }: CorpusPassage): Suggestible<PassageSuggestion>[] {
  if (!isQuotable(passage) && passage.kind !== 'signature') return [];
  const section = letter.sections[passage.section]?.title ?? null;
  const value = { passageId: passage.id, section, text: passage.text };
  return [{ value, words: `${section ?? ''} ${passage.text}`, scope: letter.id }];
}

interface Place {
  readonly letter: Letter;
  readonly passage: Passage;
  /** Number among the letter's passages. */
  readonly at: number;
}

async function placesOf(letters: readonly Letter[]): Promise<Map<string, Place>> {
  const places = new Map<string, Place>();
  await mapInSlices(letters, (letter) => {
    for (const [at, passage] of letter.passages.entries()) places.set(passage.id, { letter, passage, at });
  });
  return places;
}
