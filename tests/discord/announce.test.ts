import type { Client } from 'discord.js';
import { expect, test } from 'vitest';
import type { Services } from '../../src/discord/context.ts';
import { createAnnouncer } from '../../src/discord/follow/announce.ts';
import { placeOf } from '../../src/discord/stores/settings.ts';
import { manualClock } from '../support/manual-clock.ts';
import { scriptedLibrary } from '../support/scripted-library.ts';

test('An announcement in a thread speaks the language chosen for the channel that it belongs to', async () => {
  const library = await scriptedLibrary();
  const [letter] = library.letters;
  if (!letter) throw new Error('the library is empty');
  const sent: unknown[] = [];
  const thread = {
    guildId: '7',
    parentId: '8',
    isThread: () => true,
    isSendable: () => true,
    messages: { fetch: async () => [] },
    send: async (message: unknown) => void sent.push(message),
  };
  const client = { channels: { fetch: async () => thread } } as unknown as Client;
  const services = {
    settings: { at: (place: string) => (place === placeOf('7', '8') ? { language: 'en' } : {}) },
    config: { DEFAULT_LANGUAGE: 'nl' },
    clock: manualClock(),
  } as unknown as Services;
  await createAnnouncer(client, '9', services).announce(letter, library, new AbortController().signal);
  expect(JSON.stringify(sent)).toContain('### New letter: ');
});
