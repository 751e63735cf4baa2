import { type Client, Team, TeamMemberMembershipState } from 'discord.js';
import type { Config } from '../../config/config.ts';

/** Who runs the bot, whatever they may do in a server. */
export interface Owners {
  /** @throws discord.js' error when Discord has to be asked and does not answer */
  include(userId: string): Promise<boolean>;
}

/** Those that the configuration names, else the application's owner or who has joined its team, asked of Discord once. */
export function createOwners({ OWNER_IDS }: Pick<Config, 'OWNER_IDS'>, client: Client): Owners {
  let known: readonly string[] | undefined = OWNER_IDS;
  return {
    async include(userId) {
      known ??= await ownersOf(client);
      return known.includes(userId);
    },
  };
}

async function ownersOf({ application }: Client): Promise<readonly string[]> {
  const owner = (await application?.fetch())?.owner;
  if (owner instanceof Team) {
    const { Accepted } = TeamMemberMembershipState;
    return [...owner.members.filter(({ membershipState }) => membershipState === Accepted).keys()];
  }
  return owner ? [owner.id] : [];
}
