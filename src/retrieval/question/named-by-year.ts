import type { Letter } from '../../letters/types.ts';
import { literal } from '../analysis/literal.ts';
import { isStopWord } from '../analysis/stop-words.ts';
import type { Corpus, CorpusPassage } from '../types.ts';
import { type DateRange, datesIn } from './dates.ts';
import { PART } from './times.ts';

/** With these a year is a time, wherever they stand. */
const OF_TIME = new RegExp(
  `^(?:${PART}|\\p{L}*jaar|\\p{L}*jaren|\\p{L}*years?|periode|period|zomer|winter|herfst|lente|summer|autumn|spring|kwartaal|quarter)$`,
  'iu',
);

/**
 * The letters that have a year in a name which a question gives: "Belastingplan 2024" is the subject of letters of 2023.
 * None where the year stands alone, or no letter has it behind that word.
 * @param period the time that the question asks about
 */
export function lettersNamedByYear(question: string, period: DateRange | null, corpus: Corpus): ReadonlySet<Letter> {
  const word = period?.precision === 'year' ? wordBefore(period, question) : null;
  if (period === null || word === null) return new Set();
  const year = question.slice(period.start, period.end);
  const says = (text: string) => text.includes(year) && yearsOf(word, text).includes(year);
  const called = corpus.letters.filter(({ title, metadata, sections }) =>
    [title, metadata.subject ?? '', ...sections.map((section) => section.title ?? '')].some(says),
  );
  const speaking = corpus.passages.filter(({ passage }) => says(passage.text)).map(({ letter }) => letter);
  return new Set([...called, ...speaking]);
}

/**
 * Tells what comes first of passages that give a year to a name to which the question gives one: 0 for its own year, 1 for
 * another: what is said of "Belastingplan 2024" is not asked of "Belastingplan 2023". Passages that say neither, themselves
 * or in their heading, go by the name of their letter; null where that says neither too.
 */
export function yearFirst(question: string): ((each: CorpusPassage) => 0 | 1 | null) | null {
  const [name, ...others] = datesIn(question).flatMap((date) => {
    const word = date.precision === 'year' ? wordBefore(date, question) : null;
    return word === null ? [] : [{ word, year: question.slice(date.start, date.end) }];
  });
  if (name === undefined || others.length > 0) return null;
  const orderOf = (text: string) => {
    const years = yearsOf(name.word, text);
    return years.length === 0 ? null : years.includes(name.year) ? 0 : 1;
  };
  return ({ letter: { title, metadata, sections }, passage: { section, text } }) =>
    orderOf(`${sections[section]?.title ?? ''} ${text}`) ?? orderOf(`${title} ${metadata.subject ?? ''}`);
}

/** The years that a text gives right behind a word, as in a name. */
function yearsOf(word: string, text: string): string[] {
  const name = new RegExp(`(?<![\\p{L}\\p{N}])${literal(word)}\\s+(?<year>\\d{4})(?!\\d)`, 'giu');
  return [...text.matchAll(name)].map(({ groups }) => groups?.year ?? '');
}

/** The word right before a year that may make a name with it; null where it is none. */
function wordBefore({ start }: DateRange, question: string): string | null {
  const word = /(?<word>\p{L}[\p{L}\p{N}&'’-]{0,60})\s{1,5}$/u.exec(question.slice(0, start))?.groups?.word ?? '';
  return word === '' || isStopWord(word.toLowerCase()) || OF_TIME.test(word) ? null : word;
}
