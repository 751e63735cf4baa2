import type { Command } from 'commander';
import { wordsIn } from '../../texts/words.ts';
import { openLibrary } from '../app/open-library.ts';
import { withFolders, withJson } from '../options/folder-options.ts';
import { type FolderFlags, readSettings } from '../options/settings.ts';
import { showListed } from '../terminal/show-listed.ts';
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
          ...library.letters.map((letter) => showListed(letter, terminal)),
          `${count(letters, 'letter', 'letters')}${span}`,
        ].join('\n\n'),
      );
    });
}
