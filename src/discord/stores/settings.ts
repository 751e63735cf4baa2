import { z } from 'zod';
import { idSchema } from '../../letters/schema.ts';
import { readKept } from '../../read-kept.ts';
import type { TextLanguage } from '../../texts/dates.ts';
import { writeAtomically } from '../../write-atomically.ts';
import { createTurns } from '../library/turns.ts';
import type { Log } from '../ports.ts';

/** One language for everybody, or each reader's own. */
export type LanguageSetting = TextLanguage | 'reader';

/** What was chosen for a server or a channel; what is not there was not chosen. */
export const choicesSchema = z.object({
  language: z.enum(['nl', 'en', 'reader']).exactOptional(),
  /** The meeting, or letter about none, that is meant where a question or a command names none: its id. */
  meeting: idSchema.exactOptional(),
  /** How many quotes an answer shows. */
  quotes: z.union([z.literal(1), z.literal(3)]).exactOptional(),
  /** Who sees answers and quotes where the asker does not say. */
  visibility: z.enum(['private', 'public']).exactOptional(),
});

export type Choices = z.infer<typeof choicesSchema>;
/** What is to be chosen; null takes a choice back. */
export type Change = { readonly [Name in keyof Choices]?: Choices[Name] | null };

/** A server by its id, or a channel in one as "SERVER/CHANNEL": a server can have a channel of the same id. */
export type Place = string;

export function placeOf(guildId: string, channelId: string | null): Place {
  return channelId === null ? guildId : `${guildId}/${channelId}`;
}

/** What servers and channels chose: in a JSON file, or in a database. */
export interface SettingsStore {
  /** Of this place itself. */
  at(place: Place): Choices;
  /** Resolves when it is kept. */
  choose(place: Place, change: Change): Promise<void>;
}

/** What holds in a channel: its own choices, then its server's. Nothing outside a server. */
export function choicesIn(settings: SettingsStore, guildId: string | null, channelId: string | null): Choices {
  if (guildId === null) return {};
  const ofServer = settings.at(placeOf(guildId, null));
  return channelId === null ? ofServer : { ...ofServer, ...settings.at(placeOf(guildId, channelId)) };
}

export function changed(before: Choices, change: Change): Choices {
  return choicesSchema.parse(
    Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, chosen]) => chosen != null)),
  );
}

/** Files of the first version knew servers' languages only. */
const fileSchema = z.union([
  z.object({ version: z.literal(2), places: z.record(z.string(), choicesSchema) }),
  z
    .object({ version: z.literal(1), guilds: z.record(z.string(), choicesSchema) })
    .transform(({ guilds }) => ({ version: 2 as const, places: guilds })),
]);

/**
 * Opens the settings in `file`. One that holds no settings is put aside as `FILE.broken`, never overwritten.
 * @throws {Problem} where the file system refuses to read it or to put it aside
 */
export async function openSettings(file: string, log: Log): Promise<SettingsStore> {
  const kept = await readKept(file, fileSchema, 'what servers and channels chose', (sentence) =>
    log.warn({}, sentence),
  );
  let places: Readonly<Record<Place, Choices>> = kept?.places ?? {};
  // One after the other, so that the file ends with the last choice.
  const writes = createTurns(1);
  return {
    at: (place) => places[place] ?? {},
    choose: (place, change) =>
      writes.run(async () => {
        const next = { ...places, [place]: changed(places[place] ?? {}, change) };
        await writeAtomically(file, `${JSON.stringify({ version: 2, places: next }, null, 2)}\n`);
        places = next;
      }),
  };
}
