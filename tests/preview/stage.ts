import { commands } from '../../commands/index.ts';
import type { IndexSource, Library } from '../../src/answers/types.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/discord/log.ts';
import { PATIENCE_MS } from '../../src/local-discord/happenings.ts';
import { type Preview, type PreviewOptions, startPreview } from '../../src/preview/preview.ts';
import { scriptedIntake } from '../support/scripted-intake.ts';
import { scriptedLibrary, scriptedSource } from '../support/scripted-library.ts';

const EXAMPLE = { label: 'Wat is NAVO 2030?', command: 'ask', values: { question: 'Wat is NAVO 2030?' } };

/** A preview of a library without a model, in this process. */
export async function openPreview(
  options: Partial<PreviewOptions> & { library?: () => Promise<Library> } = {},
): Promise<Preview> {
  const { library = scriptedLibrary, ...others } = options;
  const config = readConfig({ LOG_LEVEL: 'silent' });
  const source = scriptedSource(await library());
  const prepare = async (): Promise<IndexSource> => source;
  const preview = await startPreview({
    port: 42_300,
    config,
    intake: scriptedIntake(source),
    commands,
    log: createLog(config),
    prepare,
    examples: () => ({ nl: [EXAMPLE], en: [EXAMPLE] }),
    ...others,
  });
  preview.discord.settings.answerWithinMs = PATIENCE_MS;
  return preview;
}
