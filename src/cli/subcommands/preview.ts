import type { Command } from 'commander';
import { withFolders } from '../options/folder-options.ts';
import { type FolderFlags, readSettings } from '../options/settings.ts';
import { Ended, UsageProblem } from '../terminal/failure.ts';
import type { Terminal } from '../terminal/terminal.ts';

const PORT = 4173;

/** `briefwijzer preview`: the bot in a local browser page, without Discord. */
export function addPreview(program: Command, terminal: Terminal): void {
  withFolders(program.command('preview'))
    .description('try the bot in a browser page on this machine; needs no Discord account')
    .option('--port <number>', `where the page is; the next free one when it is in use (${PORT})`, readPort, PORT)
    .action(async (flags: FolderFlags & { port: number }) => {
      // As with the bot itself: only who tries it waits for discord.js.
      const { runPreview } = await import('../app/run-preview.ts');
      throw new Ended(await runPreview(readSettings(flags, terminal.env), flags.port, terminal));
    });
}

function readPort(typed: string): number {
  const port = Number(typed);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new UsageProblem(`--port takes a whole number from 1 to 65535, not "${typed}".`);
  return port;
}
