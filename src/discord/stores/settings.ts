import { z } from 'zod';
import { readKept } from '../../read-kept.ts';
import type { TextLanguage } from '../../texts/dates.ts';
import { writeAtomically } from '../../write-atomically.ts';
import { createTurns } from '../library/turns.ts';
import type { Log } from '../ports.ts';

/** A server's language: one for everybody, or each reader's own. */
export type LanguageSetting = TextLanguage | 'reader';

export const languageSettingSchema: z.ZodType<LanguageSetting> = z.enum(['nl', 'en', 'reader']);

const fileSchema = z.object({
  version: z.literal(1),
  guilds: z.record(z.string(), z.object({ language: languageSettingSchema })),
});

/** What servers chose: in a JSON file, or in a database. */
export interface SettingsStore {
  /** 'reader' where a server chose nothing. */
  language(guildId: string): LanguageSetting;
  /** Resolves when it is kept. */
  setLanguage(guildId: string, language: LanguageSetting): Promise<void>;
}

/**
 * Opens the settings in `file`. One that holds no settings is put aside as `FILE.broken`, never overwritten.
 * @throws {Problem} where the file system refuses to read it or to put it aside
 */
export async function openSettings(file: string, log: Log): Promise<SettingsStore> {
  const kept = await readKept(file, fileSchema, 'what servers chose', (sentence) => log.warn({}, sentence));
  let guilds = kept?.guilds ?? {};
  // One after the other, so that the file ends with the last choice.
  const writes = createTurns(1);
  return {
    language: (guildId) => guilds[guildId]?.language ?? 'reader',
    setLanguage: (guildId, language) =>
      writes.run(async () => {
        const next = { ...guilds, [guildId]: { language } };
        await writeAtomically(file, `${JSON.stringify({ version: 1, guilds: next }, null, 2)}\n`);
        guilds = next;
      }),
  };
}
