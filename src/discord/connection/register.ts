import { isDeepStrictEqual } from 'node:util';
import { DiscordAPIError, REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import { z } from 'zod';
import { DiscordProblem, unreachableProblem } from './disconnects.ts';

export interface RegisterOptions {
  readonly token: string;
  /** Asked of Discord where it is not given. */
  readonly applicationId?: string | undefined;
  /** Only for this server, where they appear at once; otherwise everywhere. */
  readonly guildId?: string | undefined;
  readonly commands: readonly { readonly definition: RESTPostAPIApplicationCommandsJSONBody }[];
  /** Discord's API. */
  readonly api: string;
}

/** What a registration changed, by command name. */
export interface Registration {
  readonly applicationId: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly same: readonly string[];
}

/**
 * Replaces the commands that Discord knows by these, in one request.
 *
 * @throws {DiscordProblem} when Discord refuses, or can't be reached
 */
export async function registerCommands(options: RegisterOptions): Promise<Registration> {
  const { token, guildId, commands, api } = options;
  const rest = new REST({ api }).setToken(token);
  try {
    const applicationId = options.applicationId ?? (await askApplicationId({ token, api }));
    const route = guildId
      ? Routes.applicationGuildCommands(applicationId, guildId)
      : Routes.applicationCommands(applicationId);
    const before = knownCommands.parse(
      await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) }),
    );
    const body = commands.map(({ definition }) => definition);
    const after = knownCommands.parse(await rest.put(route, { body }));
    if (after.length !== body.length)
      throw new DiscordProblem(`Discord took ${after.length} of ${body.length} commands: try again.`);
    return { applicationId, ...difference(before, after) };
  } catch (error) {
    throw problemOf(error, guildId);
  }
}

/** The id of the application that a token belongs to. */
export async function askApplicationId({ token, api }: Pick<RegisterOptions, 'token' | 'api'>): Promise<string> {
  const rest = new REST({ api }).setToken(token);
  return z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication())).id;
}

const knownCommands = z.array(z.looseObject({ name: z.string(), type: z.number() }));
type KnownCommand = z.infer<typeof knownCommands>[number];

function difference(before: readonly KnownCommand[], after: readonly KnownCommand[]) {
  const keyOf = ({ type, name }: KnownCommand) => `${type} ${name}`;
  const old = new Map(before.map((command) => [keyOf(command), command]));
  const kept = new Set(after.map(keyOf));
  const names = (list: readonly KnownCommand[]) => list.map(({ name }) => name);
  const sameAsBefore = (command: KnownCommand) => {
    const was = old.get(keyOf(command));
    return was !== undefined && isDeepStrictEqual(content(was), content(command));
  };
  return {
    added: names(after.filter((command) => !old.has(keyOf(command)))),
    changed: names(after.filter((command) => old.has(keyOf(command)) && !sameAsBefore(command))),
    removed: names(before.filter((command) => !kept.has(keyOf(command)))),
    same: names(after.filter(sameAsBefore)),
  };
}

/** A command without what Discord adds at each registration. */
function content({ id: _, version: _version, ...rest }: KnownCommand): object {
  return rest;
}

/** Whether Discord does not take the token that it was asked with. */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 401;
}

function problemOf(error: unknown, guildId: string | undefined): unknown {
  if (isTokenRefused(error))
    return new DiscordProblem('Discord refuses the token: set DISCORD_TOKEN to the right one.');
  if (!(error instanceof DiscordAPIError)) return unreachableProblem(error) ?? error;
  if (guildId && (error.status === 403 || error.status === 404))
    return new DiscordProblem(`The bot is not in server ${guildId}: invite it first, or look at the id.`);
  return new DiscordProblem(`Discord refuses the commands: ${error.message}`);
}
