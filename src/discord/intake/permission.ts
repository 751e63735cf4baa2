import type { Context } from '../context.ts';

/** As much of an interaction as it takes to know who and where somebody is. */
interface Asking {
  readonly guildId: string | null;
  readonly user: { readonly id: string };
  readonly client: { readonly guilds: { readonly cache: { readonly size: number } } };
}

/**
 * Why somebody may not change the letters, which all servers share; null where they may. Whoever can use the command
 * manages their server, but anybody can bring a bot into a server of their own.
 */
export async function whyNotChange(
  { guildId, user, client }: Asking,
  { config, owners, texts }: Pick<Context, 'config' | 'owners' | 'texts'>,
): Promise<string | null> {
  if (guildId === null) return texts.problem.serverOnly;
  const { LETTER_SERVERS: named, SHARD_COUNT } = config;
  // A process that serves a part of the servers knows only these.
  const isOurs = named ? named.includes(guildId) : SHARD_COUNT === 1 && client.guilds.cache.size === 1;
  return isOurs || (await owners.include(user.id)) ? null : texts.intake.otherServer;
}
