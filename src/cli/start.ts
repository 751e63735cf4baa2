import type { Command } from 'commander';
import { commands } from '../../commands/index.ts';
import { startBot } from '../discord/bot.ts';
import { createLog } from '../discord/log.ts';
import { runUntilStopped } from '../discord/run-until-stopped.ts';
import { encoderProcess } from '../encoder/process.ts';
import { IndexProblem } from '../indexing/errors.ts';
import { assertCurrent } from '../indexing/freshness.ts';
import { withFolders } from './folder-options.ts';
import { openIndexSource } from './index-source.ts';
import { type FolderFlags, readSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** `briefwijzer start`: the bot. It never builds an index: it serves the one there is. */
export function addStart(program: Command, _terminal: Terminal): void {
  withFolders(program.command('start'))
    .description('run the Discord bot; needs DISCORD_TOKEN and an index')
    .action(async (flags: FolderFlags) => {
      const settings = readSettings(flags);
      const { config, indexDir, lettersDir } = settings;
      const log = createLog(config);
      const encoder = await encoderProcess({
        model: settings.model,
        onRestart: (why) => log.error({ why }, "the encoder's process ended and is started anew"),
      });
      try {
        const source = await openIndexSource(settings, encoder);
        await assertCurrent({ indexDir, lettersDir, encoder }).catch((error: unknown) => {
          // Yesterday's letters are better than no bot: what changed is taken in once it is indexed.
          if (error instanceof IndexProblem)
            log.warn({ why: error.why }, 'the index is behind; run "briefwijzer index"');
          else throw error;
        });
        process.exitCode = await runUntilStopped(await startBot({ config, source, commands, log }), log);
      } finally {
        await encoder.close();
      }
    });
}
