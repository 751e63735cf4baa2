import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buttonsOf, isEphemeral, type Message, textOf } from '../../src/local-discord/index.ts';
import { Problem } from '../../src/problem.ts';
import { overviews } from '../../src/texts/overviews.ts';
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
    expect(await set('nl')).toContain('- **Taal**: Nederlands (gekozen voor de server)');
    expect(await helped()).toContain(nl.help.title);
    const saved = JSON.parse(await readFile(path.join(stage.config.DATA_DIR, 'settings.json'), 'utf8'));
    expect(saved.places[world.home.id]).toEqual({ language: 'nl' });
    expect(await set('reader')).toContain("- **Language**: each reader's own (chosen for the server)");
    expect(await helped()).toContain(en.help.title);
  });

  test('/settings for a channel go before the server’s, and what a person chooses before both', async () => {
    const { people, waitFor } = stage.discord;
    const question = 'Wat zei men over Afghanistan en terroristische organisaties?';
    const settings = async (name: string, values: Record<string, string>) =>
      textOf(await waitFor.answer(people.slash(`settings ${name}`, values)));
    const asked = async (values: Record<string, string | number | boolean> = {}) =>
      waitFor.answer(people.slash('ask', { question, ...values }, { locale: 'nl' }));
    const quotes = (message: Message) => textOf(message).match(/^> /gm)?.length ?? 0;

    expect(quotes(await asked())).toBeGreaterThan(1);
    await settings('quotes', { quotes: '3' });
    await settings('language', { language: 'en', where: 'channel' });
    expect(await settings('quotes', { quotes: '1', where: 'channel' })).toContain('one (chosen for this channel)');
    expect(quotes(await asked())).toBe(1);
    expect(textOf(await asked())).toContain(en.answer.page(1).slice(0, 2));
    expect(quotes(await asked({ quotes: 3 }))).toBeGreaterThan(1);

    const meeting = stage.library.meetings.find(({ meeting }) => meeting?.dates.includes('2021-10-21'));
    expect(await settings('meeting', { meeting: 'okt 2021', where: 'channel' })).toContain('21 and 22 October 2021');
    expect(textOf(await asked())).toContain(en.answer.filter('NAVO-'));
    expect(textOf(await asked({ from: '2017', to: '2017' }))).not.toContain('21 and 22 October 2021');
    const summed = await waitFor.answer(people.slash('summary', {}));
    expect(textOf(summed)).toContain(meeting?.meeting?.name);

    await settings('visibility', { visibility: 'public', where: 'channel' });
    const shared = people.slash('ask', { question });
    expect(isEphemeral(await waitFor.followUp(shared))).toBe(false);
    expect(quotes(await asked({ share: false }))).toBe(1);

    for (const [name, value] of Object.entries({ language: 'none', quotes: 'none', visibility: 'none' }))
      await settings(name, { [name]: value, where: 'channel' });
    await settings('quotes', { quotes: 'none' });
    expect(await settings('meeting', { where: 'channel' })).toContain('- **Meeting**: none (not chosen)');
    const now = textOf(await waitFor.answer(people.slash('settings show', {})));
    expect(now.match(/not chosen/g)).toHaveLength(3);
  });

  test('/summary without a meeting offers the newest as buttons', async () => {
    const { people, waitFor } = stage.discord;
    const offered = await waitFor.answer(people.slash('summary', {}));
    const [first] = buttonsOf(offered);
    expect(textOf(offered)).toBe(overviews('en').choose.newest);
    const summed = await waitFor.answer(people.press(offered, first?.custom_id ?? ''));
    expect(textOf(summed)).toContain(stage.library.meetings[0]?.meeting?.name ?? 'a meeting');
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
