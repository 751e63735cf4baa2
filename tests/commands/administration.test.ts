import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/local-discord/index.ts';
import { Problem } from '../../src/problem.ts';
import { texts } from '../../src/texts/texts.ts';
import { closeStage, openStage, useStage } from '../support/bot-stage.ts';
import { scriptedLibrary } from '../support/scripted-library.ts';

const stage = useStage();
const nl = texts('nl');
const en = texts('en');

describe('for administrators', () => {
  test('/status tells what the bot runs on and how it fares', async () => {
    const { people, waitFor } = stage.discord;
    await waitFor.answer(people.slash('ask', { question: 'Afghanistan?' }));
    const shown = textOf(await waitFor.answer(people.slash('status', {})));
    expect(shown).toContain('**Index** scripted-1');
    expect(shown).toContain('**Model** shared words');
    expect(shown).toContain('**Built on** <t:1767323045:f>');
    expect(shown).toMatch(/\*\*Time to answer \(median, p95\)\*\* \d+ ms, \d+ ms/);
    expect(shown).toMatch(/\*\*Questions, buttons, errors\*\* \d+, \d+, 0/);
  });

  test('/reload takes a new index in, tells when there was none, and refuses a bad one', async () => {
    const { people, waitFor } = stage.discord;
    const reloaded = async () => textOf(await waitFor.answer(people.slash('reload', {})));
    expect(await reloaded()).toBe(en.reload.same(stage.library.coverage));
    const before = stage.library;
    const next = await scriptedLibrary(
      { 'extra.txt': 'Den Haag, 3 mei 2024\n\nEen nieuwe brief over zeppelins.\n' },
      'scripted-2',
    );
    stage.source.next = next;
    expect(await reloaded()).toBe(en.reload.done(next.coverage));
    stage.source.next = before;
    await stage.source.reload();
  });

  test('/settings language fixes the language of a server, or gives it back', async () => {
    const { people, waitFor, world } = stage.discord;
    const set = async (language: string) =>
      textOf(await waitFor.answer(people.slash('settings language', { language })));
    const helped = async () => textOf(await waitFor.answer(people.slash('help', {}, { user: world.ada })));
    expect(await set('nl')).toBe(en.settings.language.nl);
    expect(await helped()).toContain(nl.help.title);
    const saved = JSON.parse(await readFile(path.join(stage.config.DATA_DIR, 'settings.json'), 'utf8'));
    expect(saved.guilds[world.home.id]).toEqual({ language: 'nl' });
    expect(await set('reader')).toBe(nl.settings.language.reader);
    expect(await helped()).toContain(en.help.title);
  });

  test('others are not offered these', () => {
    const { state, world } = stage.discord;
    const offered = state.commands.offered(world.bram, world.general).map(({ name }) => name);
    expect(offered).toContain('ask');
    expect(offered.filter((name) => ['status', 'reload', 'settings'].includes(name))).toEqual([]);
  });
});

test('a bad new index is refused with the reason; the old one stays', async () => {
  const { people, waitFor } = stage.discord;
  stage.source.next = new Problem('The index was made for another model.');
  const said = textOf(await waitFor.answer(people.slash('reload', {})));
  expect(said).toBe(`${en.reload.failed}\n-# The index was made for another model.`);
  stage.source.next = new Error('ENOENT: /secret/path');
  expect(textOf(await waitFor.answer(people.slash('reload', {})))).toBe(en.reload.failed);
  stage.source.next = null;
  expect(textOf(await waitFor.answer(people.slash('status', {})))).toContain('Last reload failed');
  stage.logged.splice(0, stage.logged.length);
});

test('/status and /reload are not for an administrator of just any server: OWNER_IDS decides', async () => {
  const other = await openStage({ env: { OWNER_IDS: `100000000000000000, ${stage.discord.world.bram.id}` } });
  try {
    const { people, waitFor } = other.discord;
    other.source.next = await scriptedLibrary({}, 'scripted-9');
    for (const command of ['status', 'reload'])
      expect(textOf(await waitFor.answer(people.slash(command, {})))).toBe(en.problem.ownersOnly);
    expect(other.source.current().about.version).toBe('scripted-1');
  } finally {
    await closeStage(other);
  }
});

test('without OWNER_IDS it is the owner of the application, asked once', async () => {
  const { people, waitFor, world } = stage.discord;
  const shown = async () => textOf(await waitFor.answer(people.slash('status', {}, { user: world.ada })));
  const asked = () => stage.discord.requests.filter(({ path: route }) => route.endsWith('/applications/@me')).length;
  expect(await shown()).toContain('scripted');
  const before = asked();
  expect(before).toBeGreaterThan(0);
  expect(await shown()).toContain('scripted');
  expect(asked()).toBe(before);
});
