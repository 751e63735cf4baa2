import type { Command } from 'commander';
import wrapAnsi from 'wrap-ansi';
import type { LetterEntry } from '../../answers/schema.ts';
import { paperName } from '../../letters/papers.ts';
import { wordsIn } from '../../texts/words.ts';
import { visibleLine } from '../../visible.ts';
import { openLibrary } from '../app/open-library.ts';
import { withFolders, withJson } from '../options/folder-options.ts';
import { type FolderFlags, readSettings } from '../options/settings.ts';
import type { Terminal } from '../terminal/terminal.ts';

const { count } = wordsIn('en');

/** `briefwijzer letters`: what the index holds. */
export function addLetters(program: Command, terminal: Terminal): void {
  withJson(withFolders(program.command('letters')))
    .description('list the letters: title, dates, sections, link')
    .action(async (flags: FolderFlags & { json?: boolean }) => {
      const { library, close } = await openLibrary(readSettings(flags, terminal.env), terminal);
      await close();
      if (flags.json) return terminal.print(JSON.stringify(library.letters, null, 2));
      const { letters, oldest, newest } = library.coverage;
      const span = oldest && newest ? `, ${oldest} to ${newest}` : '';
      terminal.print(
        [
          ...library.letters.map((letter) => show(letter, terminal)),
          `${count(letters, 'letter', 'letters')}${span}`,
        ].join('\n\n'),
      );
    });
}

function show(letter: LetterEntry, { bold, dim, width }: Terminal): string {
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
