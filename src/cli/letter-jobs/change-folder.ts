import type { IntakeProgress, TakenIn } from '../../discord/intake/port.ts';
import { loadEncoder } from '../../encoder/transformers.ts';
import { seemsWhole } from '../../indexing/damage.ts';
import { inputChecksum } from '../../indexing/input-checksum.ts';
import { readManifest } from '../../indexing/manifest.ts';
import { place, type Shelves } from '../../intake/place.ts';
import { putAside } from '../../intake/put-aside.ts';
import { noteTakenIn, openLedger } from '../../intake/services/ledger.ts';
import { readShelf } from '../../intake/shelf/read-shelf.ts';
import { Shelf } from '../../intake/shelf/shelf.ts';
import { openStore } from '../app/open-store.ts';
import type { Folders, Jobs } from './messages.ts';
import { whole } from './unfinished.ts';

type OnProgress = (progress: IntakeProgress) => void;

/** Writes letters into the folder and builds the index. */
export function addLetters(task: Jobs['add']['task'], onProgress: OnProgress): Promise<readonly TakenIn[]> {
  const write = () => writeLetters(task, onProgress);
  return whole(task.lettersDir, write, () => bringUpToDate(task, onProgress));
}

async function writeLetters(
  { lettersDir, letters, replace }: Jobs['add']['task'],
  onProgress: OnProgress,
): Promise<readonly TakenIn[]> {
  onProgress({ phase: 'writing' });
  const shelves: Shelves = { before: await readShelf(lettersDir, { dryRun: false }), added: new Shelf() };
  const taken: TakenIn[] = [];
  // Who adds a letter by hand has no use for what was fetched before; that it is put aside can be seen beside it.
  const ledger = letters.some(({ paper }) => paper) ? await openLedger(lettersDir, () => {}) : null;
  for (const { name, format, text, facts, pages, sha256, paper } of letters) {
    const from = { name, format, text, facts, pages, remarks: [] };
    const placed = await place(from, { sha256, folder: '' }, shelves, { lettersDir, replace, dryRun: false });
    if (paper && ledger) await noteTakenIn(paper, placed, ledger, lettersDir);
    taken.push({ file: placed.file, status: placed.status });
  }
  return taken;
}

/** Puts a letter aside and builds the index. */
export async function removeLetter(task: Jobs['remove']['task'], onProgress: OnProgress): Promise<null> {
  onProgress({ phase: 'writing' });
  const change = () => putAside(task.lettersDir, task.letter);
  await whole(task.lettersDir, change, () => bringUpToDate(task, onProgress));
  return null;
}

/** Builds the index of letters that a job changed and did not live to index. */
export async function finishChange(task: Jobs['finish']['task']): Promise<null> {
  return whole(
    task.lettersDir,
    async () => null,
    async () => {
      if (!(await isUpToDate(task))) await bringUpToDate(task);
    },
  );
}

/**
 * Whether the index is known to be whole and built of the letters as they are: also those that a run did not live to index.
 */
export async function isUpToDate({ indexDir, lettersDir, databaseUrl }: Folders): Promise<boolean> {
  // What a database holds stands in no folder.
  if (databaseUrl !== undefined) return false;
  const manifest = await readManifest(indexDir).catch(() => null);
  // A folder that can't be read counts as changed: building then says what is wrong with it.
  if (manifest?.input !== (await inputChecksum(lettersDir).catch(() => null))) return false;
  return seemsWhole(indexDir, manifest);
}

/** Builds the index of the letters as they are now. */
export async function bringUpToDate(folders: Folders, onProgress: OnProgress = () => {}): Promise<void> {
  const encoder = await loadEncoder({ model: folders.model });
  const store = await openStore(folders);
  try {
    await store.build({
      lettersDir: folders.lettersDir,
      encoder,
      onWait: () => onProgress({ phase: 'waiting' }),
      onProgress: (done, total) => onProgress({ phase: 'indexing', done, total }),
    });
  } finally {
    await store.close();
    await encoder.close();
  }
}
