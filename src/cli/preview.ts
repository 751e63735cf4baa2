import type { Command } from 'commander';
import { exampleQuestions } from '../../commands/help/examples.ts';
import { commands } from '../../commands/index.ts';
import type { IndexSource, Library } from '../answers/types.ts';
import { createLog } from '../discord/log.ts';
import { runUntilStopped } from '../discord/run-until-stopped.ts';
import { encoderProcess } from '../encoder/process.ts';
import type { Encoder } from '../encoder/types.ts';
import { IndexProblem } from '../indexing/errors.ts';
import { assertCurrent } from '../indexing/freshness.ts';
import { startPreview } from '../preview/preview.ts';
import type { Overview, Progress } from '../preview/protocol.ts';
import { texts } from '../texts/texts.ts';
import { UsageProblem } from './failure.ts';
import { withFolders } from './folder-options.ts';
import { indexLetters } from './index-letters.ts';
import { openIndexSource } from './index-source.ts';
import { type FolderFlags, readSettings, type Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

const PORT = 4173;

/** `briefwijzer preview`: the bot in a local browser page, without Discord. */
export function addPreview(program: Command, terminal: Terminal): void {
  withFolders(program.command('preview'))
    .description('try the bot in a browser page on this machine; needs no Discord account')
    .option('--port <number>', `where the page is; the next free one when it is in use (${PORT})`, readPort, PORT)
    .action(async (flags: FolderFlags & { port: number }) => {
      const settings = readSettings(flags);
      const { config } = settings;
      const log = createLog(config);
      let encoder: Encoder | null = null;
      const preview = await startPreview({
        port: flags.port,
        config,
        commands,
        log,
        examples,
        async prepare(report) {
          encoder = await encoderProcess({ model: settings.model });
          return openCurrent(settings, encoder, terminal, report);
        },
      });
      if (new URL(preview.url).port !== String(flags.port)) terminal.log(`Port ${flags.port} is in use.`);
      terminal.print(`The preview is at ${preview.url} (Ctrl+C stops it).`);
      try {
        process.exitCode = await runUntilStopped(await preview.bot, log);
      } finally {
        await preview.stop();
        await closed(encoder);
      }
    });
}

/** The index, built first where it is missing, stale, broken or of another make. */
async function openCurrent(
  settings: Settings,
  encoder: Encoder,
  terminal: Terminal,
  report: (progress: Progress) => void,
): Promise<IndexSource> {
  try {
    await assertCurrent({ indexDir: settings.indexDir, lettersDir: settings.lettersDir, encoder });
    return await openIndexSource(settings, encoder);
  } catch (error) {
    if (!(error instanceof IndexProblem)) throw error;
    const { why } = error;
    const show = (done: number, total: number) => report({ phase: 'indexing', why, done, total });
    terminal.log(`Building the index first: ${why}.`);
    show(0, 0);
    await indexLetters(settings, terminal, encoder, show);
    report({ phase: 'loading' });
    return openIndexSource(settings, encoder);
  }
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

function readPort(typed: string): number {
  const port = Number(typed);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new UsageProblem(`--port takes a whole number from 1 to 65535, not "${typed}".`);
  return port;
}
