import type { IntakeProgress, TakenIn } from '../../discord/intake/port.ts';
import { loadEncoder } from '../../encoder/transformers.ts';
import { place, type Shelves } from '../../intake/place.ts';
import { putAside } from '../../intake/put-aside.ts';
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
  for (const { name, format, text, facts, pages, sha256 } of letters) {
    const from = { name, format, text, facts, pages, remarks: [] };
    const { file, status } = await place(from, { sha256, folder: '' }, shelves, { lettersDir, replace, dryRun: false });
    taken.push({ file, status });
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
