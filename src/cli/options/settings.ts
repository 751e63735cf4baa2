import path from 'node:path';
import { type Config, readConfig } from '../../config/config.ts';
import type { Environment } from '../terminal/terminal.ts';

/** The flags that every command working with letters takes; a flag wins over the environment. */
export interface FolderFlags {
  readonly letters?: string | undefined;
  readonly index?: string | undefined;
  readonly model?: string | undefined;
}

/** What to read, where the index lies, and which encoder to use. */
export interface Settings {
  readonly lettersDir: string;
  readonly indexDir: string;
  /** The database that holds the index instead, for several processes; undefined where `--index` names a folder. */
  readonly databaseUrl?: string | undefined;
  /** Whether `--letters` named them: an index of other letters is then never asked, wherever it is kept. */
  readonly lettersNamed?: boolean | undefined;
  /** Whether they are those of the default, which nobody chose. */
  readonly lettersByDefault?: boolean | undefined;
  /** The bundled encoder where it is undefined. */
  readonly model: string | undefined;
  readonly config: Config;
}

/** @throws {ConfigProblem} listing all that is wrong with the environment */
export function readSettings(flags: FolderFlags, env: Environment): Settings {
  const config = readConfig(env);
  return {
    // In full, so that a message about it can be followed from any folder.
    lettersDir: path.resolve(flags.letters ?? config.LETTERS_DIR),
    lettersNamed: flags.letters !== undefined,
    lettersByDefault: flags.letters === undefined && !env.LETTERS_DIR,
    indexDir: flags.index ?? config.INDEX_DIR,
    databaseUrl: flags.index === undefined ? config.DATABASE_URL : undefined,
    model: flags.model ?? config.EMBEDDING_MODEL,
    config,
  };
}
