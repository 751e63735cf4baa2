import { GatewayIntentBits, IntentsBitField, PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import { expect, test } from 'vitest';
import { createClient } from '../../src/discord/connection/client.ts';
import { inviteLink } from '../../src/discord/connection/invite.ts';

/** Intents that Discord gives only to applications it has approved. */
const PRIVILEGED = [
  GatewayIntentBits.GuildMembers,
  GatewayIntentBits.GuildPresences,
  GatewayIntentBits.MessageContent,
] as const;

test('The bot asks for three intents, none of them privileged', async () => {
  const client = createClient({ DISCORD_API: 'http://127.0.0.1:1' });
  const intents = new IntentsBitField(client.options.intents);
  expect(intents.toArray().sort()).toEqual(['DirectMessages', 'GuildMessages', 'Guilds']);
  for (const intent of PRIVILEGED) expect(intents.has(intent)).toBe(false);
  await client.destroy();
});

test('The invite asks for the scopes and permissions that answering needs, and no others', () => {
  const url = new URL(inviteLink('123456789012345678'));
  expect(url.searchParams.get('scope')?.split(' ').sort()).toEqual(['applications.commands', 'bot']);
  const permissions = new PermissionsBitField(BigInt(url.searchParams.get('permissions') ?? '0'));
  expect(permissions.toArray().sort()).toEqual([
    'ReadMessageHistory',
    'SendMessages',
    'SendMessagesInThreads',
    'ViewChannel',
  ]);
  expect(permissions.has(PermissionFlagsBits.Administrator)).toBe(false);
});
