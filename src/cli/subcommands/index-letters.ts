import type { Command } from 'commander';
import { deferredEncoder } from '../../encoder/deferred.ts';
import type { BuildReport } from '../../indexing/build.ts';
import { Problem } from '../../problem.ts';
import { wordsIn } from '../../texts/words.ts';
import { buildWithProgress } from '../app/build-with-progress.ts';
import { openStore } from '../app/open-store.ts';
import { withFolders, withJson } from '../options/folder-options.ts';
import { type FolderFlags, readSettings, type Settings } from '../options/settings.ts';
import { UsageProblem } from '../terminal/failure.ts';
import type { Terminal } from '../terminal/terminal.ts';

const { count } = wordsIn('en');

/** Letters that could not be read; all others are in the index. */
class LeftOutProblem extends Problem {
  constructor(letters: number) {
    const are = letters === 1 ? 'is' : 'are';
    super(
      `${count(letters, 'letter', 'letters')} ${are} left out of the index; mend what is said above and run it again.`,
    );
  }
}

/** `briefwijzer index`: the offline job. */
export function addIndex(program: Command, terminal: Terminal): void {
  withJson(withFolders(program.command('index')))
    .description('build the index, or bring it up to date: only what changed is embedded')
    .option('--database', 'into the database of DATABASE_URL (the default where it is set and --index is not)')
    .action(async (flags: FolderFlags & { json?: boolean; database?: boolean }) => {
      const settings = readSettings(flags, terminal.env);
      if (flags.database && settings.databaseUrl === undefined) throw new UsageProblem(whyNoDatabase(flags));
      const report = await build(settings, terminal);
      terminal.print(flags.json ? JSON.stringify(report, null, 2) : summary(report));
      if (report.leftOut.length > 0) throw new LeftOutProblem(report.leftOut.length);
    });
}

function whyNoDatabase({ index }: FolderFlags): string {
  return index === undefined
    ? 'index --database needs a database: set DATABASE_URL.'
    : 'An index goes into a database or into a folder: leave out --database or --index.';
}

async function build(settings: Settings, terminal: Terminal): Promise<BuildReport> {
  const encoder = await deferredEncoder({ model: settings.model });
  const store = await openStore(settings);
  try {
    return await buildWithProgress(settings, terminal, encoder, undefined, store);
  } finally {
    await store.close();
    await encoder.close();
  }
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
