import { h } from './dom.ts';
import type { Session } from './session.ts';

/** Discord's number for an option that takes a file. */
export const FILE = 11;

/** Names of the files that were sent, by the ids that commands name them by. */
const sent = new Map<string, string>();

/** Sends a file; a problem is shown, and null returned. */
export async function upload(file: File, session: Session): Promise<string | null> {
  const id = await session.upload(file);
  if (id !== null) sent.set(id, file.name);
  return id;
}

/** A button that chooses a file, also for phones and keyboards; a file can be dropped on the page as well. */
export function fileControl(session: Session) {
  const box = h('input', { type: 'file' });
  const shown = h('span', { class: 'file-name' });
  let id: string | undefined;
  box.addEventListener('change', () => {
    const [file] = box.files ?? [];
    id = undefined;
    shown.textContent = '';
    if (!file) return;
    box.disabled = true;
    void upload(file, session).then((taken) => {
      box.disabled = false;
      id = taken ?? undefined;
      if (taken === null) box.value = '';
    });
  });
  return {
    box,
    element: h('div', { class: 'choosing' }, box, shown),
    value: () => id,
    set(value: string | number | boolean) {
      id = String(value);
      shown.textContent = sent.get(id) ?? '';
    },
  };
}
