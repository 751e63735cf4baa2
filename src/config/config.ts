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
  if (result.success) return result.data;
  throw new ConfigProblem(result.error.issues.map((issue) => sentence(issue, given)));
}

/** Variables whose value is never shown. */
const SECRET: ReadonlySet<string> = new Set(['DISCORD_TOKEN', 'DATABASE_URL']);

function sentence(issue: z.core.$ZodIssue, given: Readonly<Record<string, string | undefined>>): string {
  const name = issue.path.join('.');
  // A secret that is malformed is still a secret.
  const value = SECRET.has(name) ? 'what it is set to' : `"${given[name] ?? ''}"`;
  return `${name} ${issue.message}, not ${value}.`;
}
