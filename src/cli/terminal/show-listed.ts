import wrapAnsi from 'wrap-ansi';
import type { LetterEntry } from '../../answers/schema.ts';
import { paperName } from '../../letters/papers.ts';
import { wordsIn } from '../../texts/words.ts';
import { visibleLine } from '../../visible.ts';
import type { Terminal } from './terminal.ts';

const { count } = wordsIn('en');

/** One letter of a list: its title, file, dates, number and headings, and its link. */
export function showListed(letter: LetterEntry, { bold, dim, width }: Terminal): string {
  const uncertain = letter.inferred.some(({ field }) => field === 'letterDate') ? ' (inferred)' : '';
  const paper = paperName(letter);
  const facts = [
    letter.letterDate ? `${letter.letterDate}${uncertain}` : 'undated',
    ...(paper === null ? [] : [paper]),
    count(letter.passages, 'passage', 'passages'),
    count(letter.words, 'word', 'words'),
  ];
  const lines = [bold(letter.title), `${visibleLine(letter.file)} · ${facts.join(' · ')}`];
  if (letter.sections.length > 0) lines.push(letter.sections.join(' · '));
  if (letter.url) lines.push(letter.url);
  return lines.map((line, index) => (index === 0 ? wrapAnsi(line, width) : dim(wrapAnsi(line, width)))).join('\n');
}
