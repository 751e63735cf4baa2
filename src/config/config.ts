import path from 'node:path';
import type { z } from 'zod';
import { Problem } from '../problem.ts';
import { environmentSchema } from './environment.ts';

export type Config = Readonly<z.infer<typeof environmentSchema>>;

/** Thrown by {@link readConfig}: every variable that is wrong, one sentence each. */
export class ConfigProblem extends Problem {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/**
 * Reads the environment. Variables that are not given, or empty, take their defaults.
 *
 * @throws {ConfigProblem} listing all that is wrong at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = environmentSchema.safeParse(given);
  if (result.success) return ofShard(result.data);
  throw new ConfigProblem(result.error.issues.map((issue) => sentence(issue, given)));
}

/**
 * Processes that share a bot's servers share an environment, but neither a folder to write to nor a port: each takes
 * those of its number, and the first alone serves the letters' pages.
 *
 * @throws {ConfigProblem} where each of them would follow dossiers
 */
function ofShard(config: Config): Config {
  const { SHARDS: shard, SHARD_COUNT: count, FOLLOW, DATA_DIR, HEALTH_PORT, WEB_PORT, ...rest } = config;
  if (count === 1) return config;
  if (FOLLOW)
    throw new ConfigProblem([
      'FOLLOW is for a bot in one process: with shards each would follow; leave it out, and run "briefwijzer fetch" and "briefwijzer index" by the clock.',
    ]);
  return {
    ...rest,
    SHARDS: shard,
    SHARD_COUNT: count,
    DATA_DIR: path.join(DATA_DIR, `shard-${shard}`),
    ...(HEALTH_PORT !== undefined && { HEALTH_PORT: HEALTH_PORT + shard }),
    ...(WEB_PORT !== undefined && shard === 0 && { WEB_PORT }),
  };
}

/** Variables whose value is never shown. */
const SECRET: ReadonlySet<string> = new Set(['DISCORD_TOKEN', 'DATABASE_URL']);

function sentence(issue: z.core.$ZodIssue, given: Readonly<Record<string, string | undefined>>): string {
  const name = issue.path.join('.');
  // A secret that is malformed is still a secret.
  const value = SECRET.has(name) ? 'what it is set to' : `"${given[name] ?? ''}"`;
  return `${name} ${issue.message}, not ${value}.`;
}
