import type { IntakeProgress, TakenIn } from '../../discord/intake/port.ts';
import { loadEncoder } from '../../encoder/transformers.ts';
import { place, type Shelves } from '../../intake/place.ts';
import { putAside } from '../../intake/put-aside.ts';
import { noteTakenIn, openLedger } from '../../intake/services/ledger.ts';
import { readShelf } from '../../intake/shelf/read-shelf.ts';
import { Shelf } from '../../intake/shelf/shelf.ts';
import { openStore } from '../app/open-store.ts';
import type { Folders, Jobs } from './messages.ts';

type OnProgress = (progress: IntakeProgress) => void;

/** Writes letters into the folder and builds the index. */
export async function addLetters(task: Jobs['add']['task'], onProgress: OnProgress): Promise<readonly TakenIn[]> {
  const { lettersDir, letters, replace } = task;
  onProgress({ phase: 'writing' });
  const shelves: Shelves = { before: await readShelf(lettersDir, { dryRun: false }), added: new Shelf() };
  const taken: TakenIn[] = [];
  const ledger = letters.some(({ paper }) => paper) ? await openLedger(lettersDir) : null;
  for (const { name, format, text, facts, pages, sha256, paper } of letters) {
    const from = { name, format, text, facts, pages, remarks: [] };
    const placed = await place(from, { sha256, folder: '' }, shelves, { lettersDir, replace, dryRun: false });
    if (paper && ledger) await noteTakenIn(paper, placed, ledger, lettersDir);
    taken.push({ file: placed.file, status: placed.status });
  }
  await bringUpToDate(task, onProgress);
  return taken;
}

/** Puts a letter aside and builds the index. */
export async function removeLetter(task: Jobs['remove']['task'], onProgress: OnProgress): Promise<null> {
  onProgress({ phase: 'writing' });
  await putAside(task.lettersDir, task.letter);
  await bringUpToDate(task, onProgress);
  return null;
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
