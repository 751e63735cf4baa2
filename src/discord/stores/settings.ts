import { readFile, rename } from 'node:fs/promises';
import { z } from 'zod';
import { errorCode } from '../../error-code.ts';
import { Problem } from '../../problem.ts';
import type { TextLanguage } from '../../texts/dates.ts';
import { whyNotWritten } from '../../why-not-written.ts';
import { writeAtomically } from '../../write-atomically.ts';
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
  let guilds = await readGuilds(file, log);
  let writing = Promise.resolve();
  return {
    language: (guildId) => guilds[guildId]?.language ?? 'reader',
    setLanguage(guildId, language) {
      // One after the other, so that the file ends with the last choice; a failed write must not stop the next.
      const write = writing.then(async () => {
        const next = { ...guilds, [guildId]: { language } };
        await writeAtomically(file, `${JSON.stringify({ version: 1, guilds: next }, null, 2)}\n`);
        guilds = next;
      });
      writing = write.catch(() => {});
      return write;
    },
  };
}

async function readGuilds(file: string, log: Log): Promise<z.infer<typeof fileSchema>['guilds']> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return {};
    throw refused(file, 'read', error);
  }
  try {
    return fileSchema.parse(JSON.parse(content)).guilds;
  } catch {
    await rename(file, `${file}.broken`).catch((error: unknown) => {
      throw refused(file, 'put aside', error);
    });
    log.warn({ file }, 'the settings could not be read; they are put aside as .broken and start empty');
    return {};
  }
}

function refused(file: string, what: 'read' | 'put aside', cause: unknown): Problem {
  const why = whyNotWritten(cause) ?? String(cause);
  return new Problem(
    `The settings in ${file} can't be ${what}: ${why}. Give the bot the right to, or remove the file.`,
    {
      cause,
    },
  );
}
