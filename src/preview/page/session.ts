import type { PreviewTexts } from '../../texts/preview.nl.ts';
import { previewTexts } from '../../texts/preview.ts';
import type { Action, ActionResult, PersonKey, Snapshot, UploadResult } from '../protocol.ts';

/** An action without who does it, and where: whoever the page is, where it is. */
export type Deed = Action extends infer One ? (One extends Action ? Omit<One, 'as' | 'at'> : never) : never;

/** What every part of the page looks at: the last snapshot, and through whose eyes. */
export interface Session {
  readonly person: PersonKey;
  readonly snapshot: Snapshot;
  readonly language: 'nl' | 'en';
  readonly texts: PreviewTexts;
  /** Does something as the person; a problem is shown, and `null` returned. */
  act(deed: Deed): Promise<Extract<ActionResult, { done: true }> | null>;
  /** Sends a file to Discord and gives its id; a problem is shown, and `null` returned. */
  upload(file: File): Promise<string | null>;
}

/** What somebody is called in the channel; the bot has no other name than the one it is registered under. */
export function nameOf(
  { id, username }: { readonly id: string; readonly username: string },
  { snapshot }: Session,
): string {
  return [...snapshot.people, snapshot.bot].find((it) => it.id === id)?.name ?? username;
}

/** How dates and times are written for a reader: in English as the letters' country does, day before month. */
export function localeOf({ language }: Session): string {
  return language === 'nl' ? 'nl-NL' : 'en-GB';
}

export function sessionOf(person: PersonKey, snapshot: Snapshot, onProblem: (sentence: string) => void): Session {
  const language = snapshot.people.find(({ key }) => key === person)?.language ?? 'en';
  const texts = previewTexts(language);
  return {
    person,
    snapshot,
    language,
    texts,
    async act(deed) {
      const result = await post({ ...deed, as: person, at: snapshot.place }).catch(() => null);
      if (result?.done) return result;
      // Without a server there is a notice of its own.
      if (result?.problem === 'refused') onProblem(`${texts.problem.refused} ${result.detail}`);
      else if (result) onProblem(texts.problem[result.problem]);
      return null;
    },
    async upload(file) {
      const query = new URLSearchParams({ as: person, at: snapshot.place, name: file.name });
      const headers = { 'content-type': 'application/octet-stream' };
      const options = { method: 'POST', headers, body: file };
      const response = await fetch(`/preview/upload?${query}`, options).catch(() => null);
      if (!response?.ok) {
        onProblem(texts.notSent(file.name));
        return null;
      }
      const { id }: UploadResult = await response.json();
      return id;
    },
  };
}

async function post(action: Deed & Pick<Action, 'as' | 'at'>): Promise<ActionResult> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/preview/act', { method: 'POST', headers, body: JSON.stringify(action) });
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
  const result: ActionResult = await response.json();
  return result;
}
