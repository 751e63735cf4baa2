import { isPaper, paperSlugs, typedPaper } from '../../letters/papers.ts';
import { phrases } from '../../retrieval/analysis/phrases.ts';
import { papersIn } from '../outline/references.ts';
import { quoteOf } from '../quote.ts';
import { type Asked, type FactAnswer, type Sources, stated, unstated } from './found.ts';
import { newestFirst } from './letters-asked.ts';
import { saidOfLetter } from './said.ts';
import { statements } from './statements.ts';

/** Behind these a paper is what is asked for. */
const asksWhich = phrases(`
  ^ (en/and) welk/welke/which/what ..2 brief/kamerbrief/letter/stuk/document/paper/verslag/report/agenda
  ^ (en/and) wat/what is/was/voor
  ^ (en/and) waar/waarover gaat/ging
  ^ (en/and) wat staat/stond
  ^ (en/and) what is/does
  ^ (en/and) heb/ken/do/is
`);
/** Behind these it is only where an answer should stand. */
const asksWithin = phrases(`
  in/volgens/blijkens/uit (de/het) kamerstuk/brief/verslag
  ^ wat/what staat/schrijft/zegt/says/does
  in/according/from (to) (the) letter/paper/document/report/kamerstuk
`);
const STANDS = /^\W*(?:(?:en|and)\s+)?wat sta(?:at|an)(?!\p{L})/iu;
const MOST = 1;

/**
 * Which letter a paper number is: what it says of itself, with its number; the letters of a dossier whose own number is
 * named, "21 501-28". Where no letter has the number that is named, that is said, also where only something in that
 * letter is asked.
 */
export function paperAsked(asked: Asked, { corpus }: Sources): FactAnswer | null {
  const { question, letters } = asked;
  const paper = typedPaper(question);
  if (paper === null || !/-\d+$/.test(paper.slug)) return null;
  const { about, other, times } = saidOfLetter(question.replace(STANDS, ' '), letters);
  const isAll = about === '' && other === '' && times.length === 0;
  const which = isAll && asksWhich(question);
  if (!which && !asksWithin(question)) return null;
  const letter = letters.find(({ metadata }) => isPaper(paper.slug, metadata));
  if (letter) {
    if (!which) return null;
    const named = [statements(letter, ['subject']), statements(letter, ['meeting']), statements(letter, ['kind'])];
    const subject = named.find((quotes) => quotes.length > 0)?.slice(0, MOST) ?? [];
    const number = statements(letter, ['number']).filter(({ id }) => subject.every((quote) => quote.id !== id));
    const quotes = [...subject, ...number];
    return quotes.length > 0 ? stated(asked, quotes) : { ...unstated(asked), is: 'several', letters: [letter] };
  }
  const ofDossier = letters.filter(({ metadata }) => paperSlugs(metadata).includes(paper.slug)).sort(newestFirst);
  if (ofDossier.length > 0)
    return which ? { ...unstated(asked), is: 'listed', letters: ofDossier, bySubject: false } : null;
  const refers = corpus.passages.find(({ passage }) => papersIn(passage.text).includes(paper.slug));
  // What others say of a paper may be what is asked.
  if (refers && !which) return null;
  const references = refers ? [quoteOf(refers.letter, refers.passage)] : [];
  return { ...unstated(asked), is: 'no_such_paper', paper: question.slice(paper.start, paper.end).trim(), references };
}
