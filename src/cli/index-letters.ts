import type { Command } from 'commander';
import { loadEncoder } from '../encoder/transformers.ts';
import type { Encoder } from '../encoder/types.ts';
import { type BuildReport, buildIndex } from '../indexing/build.ts';
import type { SkipReason } from '../letters/walk.ts';
import { withFolders, withJson } from './folder-options.ts';
import { showProgress } from './progress.ts';
import { type FolderFlags, readSettings, type Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** `briefwijzer index`: the offline job. */
export function addIndex(program: Command, terminal: Terminal): void {
  withJson(withFolders(program.command('index')))
    .description('build the index, or bring it up to date: only what changed is embedded')
    .action(async (flags: FolderFlags & { json?: boolean }) => {
      const settings = readSettings(flags);
      const encoder = await loadEncoder({ model: settings.model });
      const report = await indexLetters(settings, terminal, encoder).finally(() => encoder.close());
      terminal.print(flags.json ? JSON.stringify(report, null, 2) : summary(report));
    });
}

const SKIPPED: Record<SkipReason, string> = {
  not_a_letter: 'it is no *.txt file',
  empty: 'it is empty',
  duplicate: 'another file holds the same letter',
  link_out_of_folder: 'it is a link that leads out of the folder',
  link_to_nothing: 'it is a link to nothing',
  link_to_folder: 'it is a link to a folder',
  sidecar_without_letter: 'there is no letter of that name',
};

/** Runs the job with progress on the terminal, and wherever else it is to be shown. */
export async function indexLetters(
  settings: Settings,
  terminal: Terminal,
  encoder: Encoder,
  alsoShow: (done: number, total: number) => void = () => {},
): Promise<BuildReport> {
  const progress = showProgress(terminal, 'passages');
  try {
    return await buildIndex({
      lettersDir: settings.lettersDir,
      indexDir: settings.indexDir,
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

function summary(report: BuildReport): string {
  const { letters, passages, embedded, removed, skipped, indexDir, vectorSearch, elapsedMs } = report;
  const changes = [
    `${embedded} passages embedded`,
    `${passages - embedded} kept`,
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(skipped > 0 ? [`${skipped} ${skipped === 1 ? 'file' : 'files'} skipped`] : []),
  ];
  const graph =
    vectorSearch === 'hnsw' ? '' : ' Searched exactly: hnswlib-node is not built, see "briefwijzer doctor".';
  return `${indexDir}: ${letters} letters, ${passages} passages (${changes.join(', ')}) in ${(elapsedMs / 1000).toFixed(1)} s.${graph}`;
}
