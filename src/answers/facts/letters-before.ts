import type { Letter } from '../../letters/types.ts';
import { completed, TURN, turnsOf } from '../../retrieval/question/follow-up.ts';
import { languageOf } from '../../retrieval/question/language.ts';
import { factAsked } from '../../retrieval/question/letter-facts.ts';
import type { Asked, Sources } from './found.ts';
import { lettersMeant, namesLetter } from './letter-meant.ts';
import { lettersAsked } from './letters-asked.ts';
import { paperAskedIn } from './questions-wanted.ts';
import { withDates } from './relative-times.ts';

/** The letters that answered the questions before this one, from the last to the first that names or finds any. */
export async function lettersBefore(previous: string, asked: Asked, sources: Sources): Promise<readonly Letter[]> {
  const { corpus, retriever } = sources;
  const { signal, today } = asked;
  const questions = turnsOf(previous)
    .flatMap((turn) => turn.split(/(?<=[?!.])\s+(?=\p{L})/u))
    .reverse();
  const content = questions
    .filter((question) => !factAsked(question, previous) && !paperAskedIn(question, undefined))
    .reverse();
  for (const turn of questions) {
    const language = languageOf(turn);
    if (language === 'other') continue;
    const question = withDates(turn, today);
    let letters: readonly Letter[] = [];
    if (turn === content.at(-1))
      letters = await lettersListed({ ...asked, question, language, letters: corpus.letters }, sources);
    else if (!content.includes(turn) && namesLetter(question))
      letters = lettersMeant(question, language, corpus.letters, retriever);
    if (letters.length > 0) return letters;
  }
  const subject = completed(content.at(-1) ?? '', content.slice(0, -1).join(TURN));
  const found = subject === '' ? null : await retriever.retrieve({ question: subject, top: 1, signal });
  const letter = found?.answered ? corpus.passages[found.passages[0]?.passage ?? -1]?.letter : undefined;
  return letter ? [letter] : [];
}

async function lettersListed(asked: Asked, sources: Sources): Promise<readonly Letter[]> {
  const found = await lettersAsked(asked, sources);
  return found?.is === 'listed' ? found.letters : [];
}
