import { exampleQuestions } from '../../../commands/help/examples.ts';
import { commands } from '../../../commands/index.ts';
import type { IndexSource, Library } from '../../answers/types.ts';
import { createLog } from '../../discord/log.ts';
import { runUntilStopped } from '../../discord/run-until-stopped.ts';
import { encoderProcess } from '../../encoder/process.ts';
import type { Encoder } from '../../encoder/types.ts';
import { startPreview } from '../../preview/preview.ts';
import type { Overview, Progress } from '../../preview/protocol.ts';
import { texts } from '../../texts/texts.ts';
import { createLetterJobs } from '../letter-jobs/letter-jobs.ts';
import type { Settings } from '../options/settings.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { openIndexSource } from './index-source.ts';
import { whenCurrent } from './when-current.ts';

/** Runs the preview until it is stopped; resolves to the exit code. */
export async function runPreview(given: Settings, port: number, terminal: Terminal): Promise<number> {
  // What is tried here stays here: letters that are taken in must not reach everybody.
  const settings = { ...given, databaseUrl: undefined };
  const { config } = settings;
  const log = createLog(config);
  let encoder: Encoder | null = null;
  const preview = await startPreview({
    port,
    config,
    intake: createLetterJobs(settings),
    commands,
    log,
    examples,
    async prepare(report, site) {
      encoder = await encoderProcess({ model: settings.model });
      const here = { ...settings, config: { ...config, PUBLIC_URL: site } };
      return openCurrent(here, encoder, terminal, report);
    },
  });
  if (new URL(preview.url).port !== String(port)) terminal.log(`Port ${port} is in use.`);
  terminal.print(`The preview is at ${preview.url} (Ctrl+C stops it).`);
  try {
    return await runUntilStopped(await preview.bot, log);
  } finally {
    await preview.stop();
    await closed(encoder);
  }
}

/** The index, built first where it can't be used as it is, with progress in the page. */
function openCurrent(
  settings: Settings,
  encoder: Encoder,
  terminal: Terminal,
  report: (progress: Progress) => void,
): Promise<IndexSource> {
  return whenCurrent(settings, terminal, encoder, {
    open: () => openIndexSource(settings, encoder),
    onBuild: (why) => report({ phase: 'indexing', why, done: 0, total: 0 }),
    onProgress: (why, done, total) => report({ phase: 'indexing', why, done, total }),
    onBuilt: () => report({ phase: 'loading' }),
  });
}

function examples(library: Library): Overview['examples'] {
  const of = (language: 'nl' | 'en') =>
    exampleQuestions(library, texts(language), language).map((question) => ({
      label: question,
      command: 'ask',
      values: { question },
    }));
  return { nl: of('nl'), en: of('en') };
}

async function closed(encoder: Encoder | null): Promise<void> {
  await encoder?.close();
}
