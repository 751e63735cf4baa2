import type { Command } from 'commander';
import { loadEncoder } from '../../encoder/transformers.ts';
import type { BuildReport } from '../../indexing/build.ts';
import { Problem } from '../../problem.ts';
import { wordsIn } from '../../texts/words.ts';
import { buildWithProgress } from '../app/build-with-progress.ts';
import { withFolders, withJson } from '../options/folder-options.ts';
import { type FolderFlags, readSettings } from '../options/settings.ts';
import type { Terminal } from '../terminal/terminal.ts';

const { and, count } = wordsIn('en');

/** Letters that could not be read; all others are in the index. */
class LeftOutProblem extends Problem {
  constructor(files: readonly string[]) {
    super(`Left out, for ${files.length === 1 ? 'it is' : 'they are'} no UTF-8 text: ${and(files)}.`);
  }
}

/** `briefwijzer index`: the offline job. */
export function addIndex(program: Command, terminal: Terminal): void {
  withJson(withFolders(program.command('index')))
    .description('build the index, or bring it up to date: only what changed is embedded')
    .action(async (flags: FolderFlags & { json?: boolean }) => {
      const settings = readSettings(flags, terminal.env);
      const encoder = await loadEncoder({ model: settings.model });
      const report = await buildWithProgress(settings, terminal, encoder).finally(() => encoder.close());
      terminal.print(flags.json ? JSON.stringify(report, null, 2) : summary(report));
      if (report.leftOut.length > 0) throw new LeftOutProblem(report.leftOut);
    });
}

function summary(report: BuildReport): string {
  const { letters, passages, embedded, removed, skipped, indexDir, vectorSearch, elapsedMs } = report;
  const changes = [
    `${count(embedded, 'passage', 'passages')} embedded`,
    `${passages - embedded} kept`,
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(skipped > 0 ? [`${count(skipped, 'file', 'files')} skipped`] : []),
  ];
  const graph =
    vectorSearch === 'hnsw' ? '' : ' Searched exactly: hnswlib-node is not built, see "briefwijzer doctor".';
  const holds = `${count(letters, 'letter', 'letters')}, ${count(passages, 'passage', 'passages')}`;
  return `${indexDir}: ${holds} (${changes.join(', ')}) in ${(elapsedMs / 1000).toFixed(1)} s.${graph}`;
}
