import { overlap } from '../../letters/spans.ts';
import type { Corpus, CorpusPassage } from '../types.ts';
import { isCalled, knownAs } from './called.ts';
import { languageOf } from './language.ts';
import { officeAsked } from './office-asked.ts';
import { type SaidBy, saidBy } from './said-by.ts';
import { signatoriesNamed, signatoriesOf } from './signatories-named.ts';
import { viewOf } from './view-of.ts';

/** Who signed the letters that a question means. */
export interface SignatoryMeant {
  /** By this they are called; undefined where others write of them too, and any letter may answer. */
  readonly signatory: string | undefined;
  /** The words of the question that name them, and what says it as letters do. */
  readonly words: string;
  readonly by: string;
}

/** Behind these somebody is named for a time that is not theirs: "na minister Kamp". */
const OTHER_TIME = /(?<!\p{L})(?:na|vóór|sinds|after|before|since)\s+$/iu;

/**
 * The signatory whose letters a question asks for: whose words or view it asks for, or whom it names with an office, a
 * title or a first name where they only stand under letters. Letters do not name who signs them, and say "the minister".
 * Nobody where it asks for those before or after them.
 */
export function signatoryMeant(question: string, corpus: Corpus): SignatoryMeant | null {
  if (asksNeighbour(question)) return null;
  const names = signatoriesOf(corpus);
  const minister = languageOf(question) === 'en' ? 'the minister' : 'de minister';
  const said = saidBy(question, names) ?? viewedBy(question, names);
  if (said !== null) {
    const signatory = knownAs(said.name, names);
    const words = question.slice(said.start, said.end);
    return names.some((name) => isCalled(name, signatory)) ? { signatory, words, by: minister } : null;
  }
  const [named, ...others] = signatoriesNamed(question, names).filter(
    ({ isPerson, from }) => isPerson && !OTHER_TIME.test(question.slice(0, from)),
  );
  if (named === undefined || others.length > 0) return null;
  const { start, end, from, name, surname } = named;
  return corpus.passages.some((each) => speaksOf(surname, each))
    ? { signatory: undefined, words: question.slice(start, end), by: surname }
    : { signatory: name, words: question.slice(from, end), by: minister };
}

/** Whether it is asked who held an office right before or after somebody. */
function asksNeighbour(question: string): boolean {
  const when = officeAsked(question)?.when;
  return typeof when === 'object' && when !== null;
}

/** A signatory whose view a question asks for: "het standpunt van Kamp over Kosovo". */
function viewedBy(question: string, names: readonly string[]): SaidBy | null {
  const who = viewOf(question);
  const viewer = signatoriesNamed(question, names).find(({ from, end }) => question.slice(from, end) === who);
  return viewer ? { name: viewer.name, start: viewer.from, end: viewer.end } : null;
}

/** Whether a passage holds a name elsewhere than in a signature. */
function speaksOf(surname: string, { passage, letter }: CorpusPassage): boolean {
  if (!passage.text.includes(surname)) return false;
  const signed = letter.metadata.stated.filter(({ field }) => field === 'signatories');
  return passage.kind !== 'signature' && signed.every(({ span }) => !overlap(span, passage));
}
