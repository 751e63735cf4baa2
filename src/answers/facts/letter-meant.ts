import { daysOf, dayWritten } from '../../letters/dates/days.ts';
import { paperSlugs } from '../../letters/papers.ts';
import type { Letter } from '../../letters/types.ts';
import { fold } from '../../retrieval/analysis/fold.ts';
import { ministryNames } from '../../retrieval/lexical/ministries.ts';
import { isCalled, knownAs } from '../../retrieval/question/called.ts';
import { relativeLetter, withoutRelative } from '../../retrieval/question/relative-letter.ts';
import { signatoriesOf } from '../../retrieval/question/signatories-named.ts';
import type { Time } from '../../retrieval/question/times.ts';
import type { Language, Retriever } from '../../retrieval/types.ts';
import { type Said, saidOfLetter } from './said.ts';

/**
 * The letters that a question can mean by what it says of one: its paper number, its time, its kind, who wrote it, what
 * it is about. All of that must hold, but for the kind, which letters are called by loosely. None where no letter fits or
 * nothing is said that tells letters apart; several where the question leaves open which. Of those that fit, "de laatste
 * brief over X" means the newest.
 */
export function lettersMeant(
  question: string,
  language: Language,
  letters: readonly Letter[],
  retriever: Pick<Retriever, 'lettersAbout'>,
): readonly Letter[] {
  const said = saidOfLetter(question, letters);
  if (relativeLetter(said.head, letters) === null) return lettersFitting(said, language, letters, retriever);
  const fitting = lettersFitting({ ...said, other: withoutRelative(said.other) }, language, letters, retriever);
  const relative = fitting.length > 1 ? relativeLetter(said.head, fitting) : null;
  return relative ? [relative] : fitting;
}

function lettersFitting(
  said: Said,
  language: Language,
  letters: readonly Letter[],
  { lettersAbout }: Pick<Retriever, 'lettersAbout'>,
): readonly Letter[] {
  const called = byName(said, letters);
  const kind = preferring(called, ({ metadata }) => metadata.kind === said.kind);
  const subject = said.about === '' ? kind : lettersAbout(said.about, language, kind);
  if (said.other === '') return subject;
  const tellsEnough = said.about !== '' || called.length < letters.length;
  if (tellsEnough && subject.length < 2) return subject;
  const offices = subject.filter((letter) => holdsWords(signers(letter), said.other));
  const others = offices.length > 0 ? offices : lettersAbout(said.other, language, subject);
  return others.length > 0 || !tellsEnough ? others : subject;
}

/** Whether a question says anything that tells one letter from another. */
export function namesLetter(question: string): boolean {
  const { paper, number, times, about, other, by } = saidOfLetter(question, []);
  return paper !== null || number !== null || times.length > 0 || [about, other, by].some((words) => words !== '');
}

function byName({ paper, number, times, by, kind }: Said, letters: readonly Letter[]): readonly Letter[] {
  const numbered = letters.filter(({ metadata }) => {
    if (paper !== null) return paperSlugs(metadata).includes(paper);
    return number === null || metadata.number === number;
  });
  const dated = times.reduce<readonly Letter[]>((left, time) => ofTime(left, time, kind), numbered);
  if (by === '') return dated;
  const writer = knownAs(by, signatoriesOf({ letters }));
  return dated.filter((letter) => isBy(letter, writer));
}

/**
 * A report or agenda is called by its meeting's days before its own, any other letter by its own first; one that has
 * either alone goes by that.
 */
function ofTime(letters: readonly Letter[], { ranges }: Time, kind: Said['kind']): readonly Letter[] {
  const within = (day: string) => ranges.some(({ from, to }) => day >= from && day <= to);
  const written = letters.filter(({ metadata }) => within(dayWritten(metadata) ?? ''));
  const about = letters.filter(({ metadata }) => (metadata.meeting?.dates ?? daysOf(metadata)).some(within));
  const [first, second] = kind === 'report' || kind === 'annotated_agenda' ? [about, written] : [written, about];
  return first.length > 0 ? first : second;
}

function preferring(letters: readonly Letter[], holds: (letter: Letter) => boolean): readonly Letter[] {
  const fitting = letters.filter(holds);
  return fitting.length > 0 ? fitting : letters;
}

function isBy(letter: Letter, by: string): boolean {
  return letter.metadata.signatories.some(({ name }) => isCalled(name, by)) || holdsWords(signers(letter), by);
}

function signers({ metadata }: Letter): string {
  return metadata.signatories.map(({ name, office }) => `${name} ${office ?? ''}`).join(' ');
}

/** Whether a text holds all of some words, or for one that is the abbreviation of a ministry all of its name. */
function holdsWords(text: string, words: string): boolean {
  const own = new Set(wordsOf(text));
  const holds = (some: string) => wordsOf(some).every((word) => own.has(word));
  return words.split(/\s+/).every((word) => holds(word) || ministryNames(word).some(holds));
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
