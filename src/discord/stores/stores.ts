import path from 'node:path';
import type { Log } from '../ports.ts';
import { openDataFolder } from './data-folder.ts';
import { type FeedbackStore, openFeedback } from './feedback.ts';
import { openSettings, type SettingsStore } from './settings.ts';

/** What a bot keeps: what servers chose, and what readers said of answers. */
export interface Stores {
  readonly settings: SettingsStore;
  readonly feedback: FeedbackStore;
}

/** The feedback of a data folder, which need not be there. */
export function feedbackIn(folder: string): FeedbackStore {
  return openFeedback(path.join(folder, 'feedback.jsonl'));
}

/**
 * The stores of a data folder.
 * @throws {Problem} when it can't be used
 */
export async function openStores(folder: string, log: Log): Promise<Stores> {
  await openDataFolder(folder);
  return { settings: await openSettings(path.join(folder, 'settings.json'), log), feedback: feedbackIn(folder) };
}
