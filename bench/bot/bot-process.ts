import { monitorEventLoopDelay } from 'node:perf_hooks';
import { commands } from '../../commands/index.ts';
import { openIndexSource } from '../../src/cli/app/index-source.ts';
import { createLetterJobs } from '../../src/cli/letter-jobs/letter-jobs.ts';
import { readSettings } from '../../src/cli/options/settings.ts';
import { startBot } from '../../src/discord/bot.ts';
import { createLog } from '../../src/discord/log.ts';
import { encoderProcess } from '../../src/encoder/process.ts';

/** The bot as `briefwijzer start` runs it, telling its parent how long its event loop was ever blocked. */
const settings = readSettings({}, process.env);
const encoder = await encoderProcess({ model: settings.model });
const source = await openIndexSource(settings, encoder);
const log = createLog({ ...settings.config, LOG_LEVEL: 'warn' });
const bot = await startBot({ config: settings.config, source, intake: createLetterJobs(settings), commands, log });
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
process.once('disconnect', () => void bot.stop());
process.on('message', (message) => {
  if (message === 'begin') delay.reset();
  else if (process.send)
    process.send({ blockedMs: delay.max / 1e6, p99Ms: delay.percentile(99) / 1e6, errors: bot.stats.of('errors') });
});
process.send?.('ready');
await bot.done;
await encoder.close();
