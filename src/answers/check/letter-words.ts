import { firstIndex } from '../../letters/search.ts';
import type { Letter, Passage, Span } from '../../letters/types.ts';
import { folded, type Word, wordsOf } from './folding.ts';

/**
 * A letter as it is compared: running text first, so that a quotation can go from one paragraph into the next; last the
 * questions that it answers, so that words of the minister's are found before those of who asked.
 */
export interface LetterWords {
  readonly letter: Letter;
  /** Folded, and place by place as it stands in the letter. */
  readonly text: string;
  readonly shown: string;
  readonly words: readonly Word[];
  /** The passage that a place lies in: that of the section where it is a heading or the question answered there. */
  placeAt(offset: number): Place | null;
}

export interface Place {
  readonly passage: Passage;
  /** Where the passage's own text stands in the letter's; null for a heading and for a question. */
  readonly range: Span | null;
  readonly isQuestion: boolean;
}

/** Of letters with so many characters the words are kept, at some 27 bytes a character. */
const MOST_KEPT = 2_000_000;

/** Makes them for each letter; those of a small collection once, of a large one all but the first anew each time. */
export function createLetterWords(most = MOST_KEPT): (letter: Letter) => LetterWords {
  const kept = new Map<Letter, LetterWords>();
  let room = most;
  return (letter) => {
    const known = kept.get(letter);
    if (known) return known;
    const made = make(letter);
    if (made.text.length <= room) {
      room -= made.text.length;
      kept.set(letter, made);
    }
    return made;
  };
}

function make(letter: Letter): LetterWords {
  const places: (Place & { readonly start: number })[] = [];
  const texts: string[] = [];
  let length = 0;
  const add = (text: string, passage: Passage, is: 'own' | 'heading' | 'question' = 'own'): void => {
    const tidy = text.replace(/\s+/g, ' ');
    const range = is === 'own' ? { start: length, end: length + tidy.length } : null;
    places.push({ passage, start: length, range, isQuestion: is === 'question' });
    texts.push(tidy);
    length += tidy.length + 1;
  };
  let section = -1;
  const running = letter.passages.filter(({ kind }) => kind === 'paragraph');
  for (const passage of running) {
    const title = letter.sections[passage.section]?.title;
    if (passage.section !== section && title) add(title, passage, 'heading');
    section = passage.section;
    add(passage.text, passage);
  }
  for (const passage of letter.passages) if (passage.kind !== 'paragraph') add(passage.text, passage);
  for (const [question, passage] of answered(letter, running)) add(question, passage, 'question');
  const shown = texts.join(' ');
  // Quotation marks fold to others of the same length.
  const text = folded(shown);
  return {
    letter,
    text,
    shown,
    words: wordsOf(text),
    placeAt: (offset) => places[firstIndex(places.length, (i) => (places[i]?.start ?? 0) > offset) - 1] ?? null,
  };
}

/** Each question with the passage that its answer begins with. */
function answered({ sections }: Letter, running: readonly Passage[]): ReadonlyMap<string, Passage> {
  const first = new Map<string, Passage>();
  for (const passage of running) {
    const question = sections[passage.section]?.question;
    if (question && !first.has(question)) first.set(question, passage);
  }
  return first;
}
