import type { Command } from 'commander';
import { withFolders } from '../options/folder-options.ts';
import { type FolderFlags, readSettings } from '../options/settings.ts';
import { Ended } from '../terminal/failure.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `briefwijzer start`: the bot. It never builds an index: it serves the one there is. */
export function addStart(program: Command, terminal: Terminal): void {
  withFolders(program.command('start'))
    .description('run the Discord bot; needs DISCORD_TOKEN and an index')
    .action(async (flags: FolderFlags) => {
      // discord.js takes half a second to load: only who runs the bot waits for it.
      const { runBot } = await import('../app/run-bot.ts');
      throw new Ended(await runBot(readSettings(flags, terminal.env)));
    });
}
