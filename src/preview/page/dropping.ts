import type { Composer } from './composer.ts';
import { FILE, upload } from './file-field.ts';
import type { Session } from './session.ts';

/** What a letter is dropped for; a person who may not take letters in can still have a draft checked. */
const TAKES_LETTERS = 'add';

/** A file that is dropped on the page opens the command that takes letters in, or else one that takes a file, with it. */
export function wireDropping(
  session: () => Session | null,
  composer: Composer,
  onProblem: (says: string) => void,
): void {
  const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  document.addEventListener('dragover', (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  for (const name of ['dragleave', 'drop'] as const)
    document.addEventListener(name, () => document.body.classList.remove('dropping'));
  document.addEventListener('drop', (event) => {
    const now = session();
    const [file] = event.dataTransfer?.files ?? [];
    if (!carriesFile(event)) return;
    // Otherwise the browser would open the file in the page's place.
    event.preventDefault();
    if (now && file) void take(file, now);
  });

  async function take(file: File, now: Session): Promise<void> {
    const taking = now.snapshot.commands.filter(({ options }) => options.some(({ type }) => type === FILE));
    const command = taking.find(({ name }) => name === TAKES_LETTERS) ?? taking[0];
    const option = command?.options.find(({ type }) => type === FILE);
    if (!command || !option) return onProblem(now.texts.noFiles);
    const id = await upload(file, now);
    if (id !== null) composer.open(command, { [option.name]: id });
  }
}
