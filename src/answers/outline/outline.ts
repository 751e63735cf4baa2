import { questionNumbers } from '../../letters/questions.ts';
import type { Letter, Passage } from '../../letters/types.ts';
import { letterRef } from '../letters.ts';
import { quoteOf } from '../quote.ts';
import { excerptOf } from '../selection/excerpt.ts';
import { referencesIn } from './references.ts';
import type { Outline, OutlineSection } from './schema.ts';

/**
 * How a letter is built: its sections with their length and first sentence, its footnotes, and the papers it refers to.
 *
 * @param letters the letters among which such a paper may be
 */
export function outlineOf(letter: Letter, letters: readonly Letter[]): Outline {
  const texts = letter.passages.filter(({ kind }) => kind === 'paragraph');
  const footnotes = letter.passages.filter(({ kind }) => kind === 'footnote');
  return {
    letter: letterRef(letter),
    words: wordsIn(texts),
    sections: letter.sections.flatMap((section, at) => {
      const own = texts.filter((passage) => passage.section === at);
      // What a member of parliament asks stands above its answer.
      const says = section.title !== null && questionNumbers(section.title) === null;
      return own.length > 0 || says ? [sectionOf(letter, section.title, own)] : [];
    }),
    footnotes: footnotes.map((passage) => quoteOf(letter, passage)),
    references: referencesIn(letter, letters),
  };
}

function sectionOf(letter: Letter, title: string | null, passages: readonly Passage[]): OutlineSection {
  const [first] = passages;
  const opening = first && first.sentences.length > 0 ? quoteOf(letter, excerptOf(letter, first, 0)) : null;
  return { title, words: wordsIn(passages), passages: passages.length, first: opening };
}

function wordsIn(passages: readonly Passage[]): number {
  return passages.reduce((sum, { text }) => sum + text.split(' ').length, 0);
}
