import type { Command } from 'commander';
import { wordsIn } from '../../texts/words.ts';
import { writeSite } from '../../web/site.ts';
import { openLibrary } from '../app/open-library.ts';
import { withFolders } from '../options/folder-options.ts';
import { type LanguageFlag, readerLanguage, withLanguage } from '../options/reader-language.ts';
import { type FolderFlags, readSettings } from '../options/settings.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `briefwijzer site`: the letters as a folder of pages. */
export function addSite(program: Command, terminal: Terminal): void {
  withLanguage(withFolders(program.command('site')))
    .description('write a page for every letter, for any web server: plain files without scripts')
    .argument('<dir>', 'folder to write to; pages of letters that are gone are removed from it')
    .action(async (dir: string, flags: FolderFlags & LanguageFlag) => {
      const { library, close } = await openLibrary(readSettings(flags, terminal.env), terminal);
      await close();
      const { written, removed } = await writeSite(dir, library, readerLanguage(flags, terminal.env));
      const { count } = wordsIn('en');
      const gone = removed > 0 ? `, ${count(removed, 'page', 'pages')} of before removed` : '';
      terminal.print(`${count(written, 'page', 'pages')} in ${dir}${gone}.`);
    });
}
