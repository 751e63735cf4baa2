import type { Encoder } from '../../encoder/types.ts';
import type { BuildReport } from '../../indexing/build.ts';
import { folderStore, type IndexStore } from '../../indexing/index-store.ts';
import { MOST_CHARACTERS, MOST_PASSAGES } from '../../letters/errors.ts';
import type { SkipReason } from '../../letters/walk.ts';
import type { Settings } from '../options/settings.ts';
import { showProgress } from '../terminal/progress.ts';
import type { Terminal } from '../terminal/terminal.ts';

const SKIPPED: Record<SkipReason, string> = {
  not_a_letter: 'it is no *.txt file',
  empty: 'it is empty',
  duplicate: 'another file holds the same letter',
  link_out_of_folder: 'it is a link that leads out of the folder',
  link_to_nothing: 'it is a link to nothing',
  link_to_folder: 'it is a link to a folder',
  sidecar_without_letter: 'there is no letter of that name',
  invalid_utf8: 'it is not valid UTF-8; save it as UTF-8 text',
  too_long: `it has more than ${MOST_CHARACTERS} characters; cut it into parts, or take it out of the folder`,
  too_many_passages: `it has more than ${MOST_PASSAGES} paragraphs and footnotes; cut it into parts, or take it out of the folder`,
  binary: 'it holds binary data; save it as UTF-8 text, or take it out of the folder',
};

/** Runs the job with progress on the terminal, and wherever else it is to be shown. */
export async function buildWithProgress(
  settings: Settings,
  terminal: Terminal,
  encoder: Encoder,
  alsoShow: (done: number, total: number) => void = () => {},
  store: IndexStore = folderStore(settings.indexDir),
): Promise<BuildReport> {
  const progress = showProgress(terminal, 'passages');
  try {
    return await store.build({
      lettersDir: settings.lettersDir,
      encoder,
      onProgress: (done, total) => {
        progress.update(done, total);
        alsoShow(done, total);
      },
      onSkipped: (skipped) => terminal.log(`Skipped ${skipped.file}: ${SKIPPED[skipped.reason]}.`),
      onWait: () => terminal.log('Another process is building this index; waiting for it.'),
    });
  } finally {
    progress.end();
  }
}
