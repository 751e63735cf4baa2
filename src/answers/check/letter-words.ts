import { firstIndex } from '../../letters/search.ts';
import type { Letter, Passage, Span } from '../../letters/types.ts';
import { folded, type Word, wordsOf } from './folding.ts';

/** A letter as it is compared: running text first, so that a quotation can go from one paragraph into the next. */
export interface LetterWords {
  readonly letter: Letter;
  /** Folded, and place by place as it stands in the letter. */
  readonly text: string;
  readonly shown: string;
  readonly words: readonly Word[];
  /** The passage that a place lies in: that of the section where it is a heading. */
  placeAt(offset: number): Place | null;
}

export interface Place {
  readonly passage: Passage;
  /** Where the passage's own text stands in the letter's; null for a heading. */
  readonly range: Span | null;
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
  const add = (text: string, passage: Passage, isHeading = false): void => {
    const tidy = text.replace(/\s+/g, ' ');
    places.push({ passage, start: length, range: isHeading ? null : { start: length, end: length + tidy.length } });
    texts.push(tidy);
    length += tidy.length + 1;
  };
  let section = -1;
  const running = letter.passages.filter(({ kind }) => kind === 'paragraph');
  for (const passage of running) {
    const title = letter.sections[passage.section]?.title;
    if (passage.section !== section && title) add(title, passage, true);
    section = passage.section;
    add(passage.text, passage);
  }
  for (const passage of letter.passages) if (passage.kind !== 'paragraph') add(passage.text, passage);
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
