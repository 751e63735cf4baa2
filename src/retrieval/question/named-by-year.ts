import type { Letter } from '../../letters/types.ts';
import { literal } from '../analysis/literal.ts';
import { isStopWord } from '../analysis/stop-words.ts';
import type { Corpus } from '../types.ts';
import type { DateRange } from './dates.ts';
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
  const name = new RegExp(`(?<![\\p{L}\\p{N}])${literal(word)}\\s+${year}(?!\\d)`, 'iu');
  const says = (text: string) => text.includes(year) && name.test(text);
  const called = corpus.letters.filter(({ title, metadata, sections }) =>
    [title, metadata.subject ?? '', ...sections.map((section) => section.title ?? '')].some(says),
  );
  const speaking = corpus.passages.filter(({ passage }) => says(passage.text)).map(({ letter }) => letter);
  return new Set([...called, ...speaking]);
}

/** The word right before a year that may make a name with it; null where it is none. */
function wordBefore({ start }: DateRange, question: string): string | null {
  const word = /(?<word>\p{L}[\p{L}\p{N}&'’-]{0,60})\s{1,5}$/u.exec(question.slice(0, start))?.groups?.word ?? '';
  return word === '' || isStopWord(word.toLowerCase()) || OF_TIME.test(word) ? null : word;
}
