import type { Letter } from '../../letters/types.ts';
import { factAsked, type LetterFact } from '../../retrieval/question/letter-facts.ts';
import type { Quote } from '../schema.ts';
import { addresseeStated } from './addressee.ts';
import { type Asked, type FactAnswer, type Sources, stated, unstated } from './found.ts';
import { lettersMeant, namesLetter } from './letter-meant.ts';
import { lettersBefore } from './letters-before.ts';
import { nearest } from './nearest.ts';
import { papersMeant } from './papers-meant.ts';
import { referenceStated } from './reference.ts';
import { statements } from './statements.ts';

/** Where a letter states each; the number of a paper is nothing without its dossier. */
const STATING: Readonly<Record<LetterFact, (letter: Letter) => Quote[]>> = {
  signatories: (letter) => statements(letter, ['signatories']),
  letterDate: (letter) => statements(letter, ['letterDate']),
  number: (letter) => statements(letter, ['number', 'dossiers']),
  addressee: addresseeStated,
  reference: referenceStated,
};
/** "Reference number" may mean what parliament calls a letter. */
const NUMBER = /num(?:mer|ber)/iu;

/**
 * Who signed a letter and who it is for, when it was written, which number and reference it has: in the words of that
 * letter itself, never of another.
 */
export async function letterFact(asked: Asked, sources: Sources): Promise<FactAnswer | null> {
  const { question, previous } = asked;
  const wanted = factAsked(question, previous);
  if (wanted === null) return null;
  // "Who wrote Pride and Prejudice?" names what it means, which is no letter.
  if (wanted.pointsBack && namesLetter(question)) return null;
  const letters = await spokenOf(asked, wanted.pointsBack, sources);
  const [letter] = letters;
  if (letters.length > 1 && !wanted.ofSeveral) return { ...unstated(asked), is: 'several', letters };
  if (!letter) return { ...unstated(asked), is: 'unknown', near: await nearest(asked, sources) };
  const quotes = letters.flatMap((each) => {
    const own = STATING[wanted.fact](each);
    return own.length === 0 && wanted.fact === 'reference' && NUMBER.test(question) ? STATING.number(each) : own;
  });
  return quotes.length > 0 ? stated(asked, quotes) : { ...unstated(asked), is: 'unstated', fact: wanted.fact, letter };
}

/** The letters that a question means; where it names none, the one that was spoken of, or the only one there is. */
async function spokenOf(asked: Asked, pointsBack: boolean, sources: Sources): Promise<readonly Letter[]> {
  const { question, language, previous, letters } = asked;
  const { retriever } = sources;
  if (namesLetter(question)) return papersMeant(question, language, letters, retriever);
  const before = previous ? await lettersBefore(previous, asked, sources) : [];
  if (before.length > 0) return before;
  return pointsBack ? [] : lettersMeant(question, language, letters, retriever);
}
