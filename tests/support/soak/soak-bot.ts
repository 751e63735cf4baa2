/** The bot as `briefwijzer start` runs it, which tells its parent how it fares: `soak-bot.js ENCODER FLAW`. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { commands } from '../../../commands/index.ts';
import { openIndexSource } from '../../../src/cli/app/index-source.ts';
import { createLetterJobs } from '../../../src/cli/letter-jobs/letter-jobs.ts';
import { readSettings } from '../../../src/cli/options/settings.ts';
import { startBot } from '../../../src/discord/bot.ts';
import { createLog } from '../../../src/discord/log.ts';
import { encoderProcess } from '../../../src/encoder/process.ts';
import { flawed } from '../storm/faulty-bot.ts';
import { FLAWS, type FlawName } from './flaws.ts';
import { watchLoop } from './loop-delay.ts';
import type { Vitals } from './soak.ts';

const [kind = 'words', flaw = 'none'] = process.argv.slice(2);
const settings = readSettings({}, process.env);
const words = fileURLToPath(new URL('../word-child.js', import.meta.url));
const encoder = await encoderProcess(kind === 'words' ? { entry: words } : {});
const source = await openIndexSource(settings, encoder);
const bot = await startBot({
  config: settings.config,
  source,
  intake: createLetterJobs(settings),
  commands: flawed(commands, FLAWS[flaw as FlawName]()),
  log: createLog(settings.config),
});

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
const own = watchLoop();
process.on('message', (asked) => {
  if (asked === 'begin') {
    delay.reset();
    own.reset();
    return;
  }
  if (asked === 'live') {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    process.send?.((heapUsed + external) / 2 ** 20);
    return;
  }
  const vitals: Vitals = {
    rssMb: process.memoryUsage.rss() / 2 ** 20,
    delay: { p99: own.percentile(99), most: own.percentile(100) },
    delayWithWaits: { p99: delay.percentile(99) / 1e6, most: delay.max / 1e6 },
    errors: bot.stats.of('errors'),
    index: source.current().about.version,
  };
  process.send?.(vitals);
});
process.once('disconnect', () => void bot.stop());
process.send?.('ready');
process.exitCode = await bot.done;
await encoder.close();
