import type { Encoder } from '../../encoder/types.ts';
import type { BuildReport } from '../../indexing/build.ts';
import { folderStore, type IndexStore } from '../../indexing/index-store.ts';
import type { SkipReason } from '../../letters/walk.ts';
import type { Settings } from '../options/settings.ts';
import { showProgress } from '../terminal/progress.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Files that are no letters, and why. */
const SKIPPED: Readonly<Record<string, string>> = {
  not_a_letter: 'it is no *.txt file',
  empty: 'it is empty',
  duplicate: 'another file holds the same letter',
  link_out_of_folder: 'it is a link that leads out of the folder',
  link_to_nothing: 'it is a link to nothing',
  link_to_folder: 'it is a link to a folder',
  sidecar_without_letter: 'there is no letter of that name',
} satisfies Partial<Record<SkipReason, string>>;

/**
 * Runs the job with progress on the terminal, and wherever else it is to be shown. Letters that could not be read are named
 * last.
 */
export async function buildWithProgress(
  settings: Settings,
  terminal: Terminal,
  encoder: Encoder,
  alsoShow: (done: number, total: number) => void = () => {},
  store: IndexStore = folderStore(settings.indexDir),
): Promise<BuildReport> {
  const progress = showProgress(terminal, 'passages');
  try {
    const report = await store.build({
      lettersDir: settings.lettersDir,
      encoder,
      onProgress: (done, total) => {
        progress.update(done, total);
        alsoShow(done, total);
      },
      onSkipped: ({ file, reason }) => {
        const why = SKIPPED[reason];
        if (why) terminal.log(`Skipped ${file}: ${why}.`);
      },
      onWait: () => terminal.log('Another process is building this index; waiting for it.'),
    });
    progress.end();
    for (const { problem } of report.leftOut) terminal.log(problem);
    return report;
  } finally {
    progress.end();
  }
}
