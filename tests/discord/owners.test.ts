import { Client, type ClientApplication, Team, TeamMemberMembershipState } from 'discord.js';
import { expect, test } from 'vitest';
import { createOwners } from '../../src/discord/connection/owners.ts';

test('of a team those who joined own the bot, not who was only invited', async () => {
  const client = new Client({ intents: [] });
  const { Accepted, Invited } = TeamMemberMembershipState;
  const member = (id: string, membership_state: TeamMemberMembershipState) => ({
    membership_state,
    role: 'developer',
    team_id: '1',
    user: { id, username: id, discriminator: '0', avatar: null, global_name: null },
  });
  const members = [member('2', Accepted), member('3', Invited)];
  const team = Reflect.construct(Team, [client, { id: '1', name: 'team', icon: null, owner_user_id: '2', members }]);
  client.application = { fetch: async () => ({ owner: team }) } as unknown as ClientApplication;
  const owners = createOwners({ OWNER_IDS: undefined }, client);
  expect(await owners.include('2')).toBe(true);
  expect(await owners.include('3')).toBe(false);
});
