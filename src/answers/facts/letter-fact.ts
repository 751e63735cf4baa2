import type { Letter } from '../../letters/types.ts';
import { completed, TURN, turnsOf } from '../../retrieval/question/follow-up.ts';
import { languageOf } from '../../retrieval/question/language.ts';
import { factAsked, type LetterFact } from '../../retrieval/question/letter-facts.ts';
import type { Quote } from '../schema.ts';
import { addresseeStated } from './addressee.ts';
import { type Asked, type FactAnswer, type Sources, stated, unstated } from './found.ts';
import { lettersMeant, namesLetter } from './letter-meant.ts';
import { referenceStated } from './reference.ts';
import { saidOfLetter } from './said.ts';
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
async function spokenOf(
  { question, language, previous, letters, signal }: Asked,
  pointsBack: boolean,
  sources: Sources,
): Promise<readonly Letter[]> {
  const { retriever } = sources;
  if (namesLetter(question)) return lettersMeant(question, language, letters, retriever);
  const before = previous ? await letterBefore(previous, signal, sources) : [];
  if (before.length > 0) return before;
  return pointsBack ? [] : lettersMeant(question, language, letters, retriever);
}

/** The letter that answered the questions before this one, from the last to the first that names or finds one. */
async function letterBefore(
  previous: string,
  signal: AbortSignal | undefined,
  sources: Sources,
): Promise<readonly Letter[]> {
  const { corpus, retriever } = sources;
  const asked = turnsOf(previous)
    .flatMap((turn) => turn.split(/(?<=[?!.])\s+(?=\p{L})/u))
    .reverse();
  for (const question of asked) {
    if (factAsked(question, previous)) {
      const language = languageOf(question);
      const letters =
        language === 'other' || !namesLetter(question)
          ? []
          : lettersMeant(question, language, corpus.letters, retriever);
      if (letters.length > 0) return letters;
    }
  }
  const content = asked.filter((question) => !factAsked(question, previous)).reverse();
  const subject = completed(content.at(-1) ?? '', content.slice(0, -1).join(TURN));
  const found = subject === '' ? null : await retriever.retrieve({ question: subject, top: 1, signal });
  const letter = found?.answered ? corpus.passages[found.passages[0]?.passage ?? -1]?.letter : undefined;
  return letter ? [letter] : [];
}

/** The letter that comes nearest to what the one that is meant is said to be about, where it speaks of that at all. */
export async function nearest(
  { question, letters, filters, signal }: Asked,
  { corpus, retriever }: Sources,
): Promise<Letter | null> {
  const { about } = saidOfLetter(question, letters);
  if (about === '') return null;
  const request = { question: about, filters, readFilters: false, top: 1, signal };
  const { passages, subjectFound } = await retriever.retrieve(request);
  return (subjectFound && corpus.passages[passages[0]?.passage ?? -1]?.letter) || null;
}
