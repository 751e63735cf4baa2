import path from 'node:path';
import type { Log } from '../ports.ts';
import { openDataFolder } from './data-folder.ts';
import { type FeedbackStore, openFeedback } from './feedback.ts';
import { openSettings, type SettingsStore } from './settings.ts';
import { openTrays, type TrayStore } from './trays.ts';

/** What a bot keeps: what servers and channels chose, what readers said of answers, and what they keep themselves. */
export interface Stores {
  readonly settings: SettingsStore;
  readonly feedback: FeedbackStore;
  readonly trays: TrayStore;
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
  return storesIn(folder, log);
}

/**
 * The stores of a data folder that is known to take files.
 * @throws {Problem} when one of them can't be read
 */
export async function storesIn(folder: string, log: Log): Promise<Stores> {
  return {
    settings: await openSettings(path.join(folder, 'settings.json'), log),
    feedback: feedbackIn(folder),
    trays: await openTrays(path.join(folder, 'trays.json'), log),
  };
}
