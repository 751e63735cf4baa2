import type { Letter } from '../../letters/types.ts';
import { isMinistry } from '../../retrieval/lexical/ministries.ts';
import type { Language, Retriever } from '../../retrieval/types.ts';
import { lettersMeant } from './letter-meant.ts';
import { openingOf } from './opening.ts';
import { saidOfLetter } from './said.ts';

/**
 * The letters of which a question asks something. A paper of questions is about what its questions are about: one that says
 * a name only in an answer or a note is not meant by it, nor one in which others asked than who is named.
 */
export function papersMeant(
  question: string,
  language: Language,
  letters: readonly Letter[],
  retriever: Pick<Retriever, 'lettersAbout' | 'says'>,
): readonly Letter[] {
  const { about, other } = saidOfLetter(question, letters);
  const words = `${about} ${other}`.split(/\s+/).filter((word) => !isMinistry(word));
  // Within the question the first of them has no capital for being the first.
  const names = ['over', ...words].join(' ');
  return lettersMeant(question, language, letters, retriever).filter(
    (letter) =>
      letter.metadata.kind !== 'answers' || retriever.says(toldOf(letter), names, language, { only: 'names' }),
  );
}

/** What a paper of questions says of itself: its name, its opening, its questions, and who signed it. */
export function toldOf(letter: Letter): string {
  const { title, metadata, sections } = letter;
  const questions = sections.flatMap(({ question }) => question ?? []);
  const signed = metadata.signatories.flatMap(({ name, office }) => [name, office ?? '']);
  return [title, metadata.subject ?? '', ...openingOf(letter).map(({ text }) => text), ...questions, ...signed].join(
    ' ',
  );
}
