import { commands } from '../../../commands/index.ts';
import { startBot } from '../../discord/bot.ts';
import { requireToken } from '../../discord/connection/disconnects.ts';
import { createLog } from '../../discord/log.ts';
import { runUntilStopped } from '../../discord/run-until-stopped.ts';
import { encoderProcess } from '../../encoder/process.ts';
import { IndexProblem } from '../../indexing/errors.ts';
import { assertCurrent } from '../../indexing/freshness.ts';
import { createLetterJobs } from '../letter-jobs/letter-jobs.ts';
import type { Settings } from '../options/settings.ts';
import { openIndexSource } from './index-source.ts';

/** Runs the bot until it is stopped; resolves to the exit code. */
export async function runBot(settings: Settings): Promise<number> {
  const { config, indexDir, lettersDir } = settings;
  requireToken(config);
  const log = createLog(config);
  const encoder = await encoderProcess({
    model: settings.model,
    onRestart: (why) => log.error({ why }, "the encoder's process ended and is started anew"),
  });
  try {
    const source = await openIndexSource(settings, encoder);
    await assertCurrent({ indexDir, lettersDir, encoder }).catch((error: unknown) => {
      // Yesterday's letters are better than no bot: what changed is taken in once it is indexed.
      if (error instanceof IndexProblem) log.warn({ why: error.why }, 'the index is behind; run "briefwijzer index"');
      else throw error;
    });
    return await runUntilStopped(
      await startBot({ config, source, intake: createLetterJobs(settings), commands, log }),
      log,
    );
  } finally {
    await encoder.close();
  }
}
