import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { customIdOf, isEphemeral, textOf } from '../../src/local-discord/index.ts';
import { Problem } from '../../src/problem.ts';
import { texts } from '../../src/texts/texts.ts';
import { useStage } from '../support/bot-stage.ts';
import { scriptedLibrary } from '../support/scripted-library.ts';

const stage = useStage();
const nl = texts('nl');
const en = texts('en');

describe('/letters', () => {
  test('lists what there is, newest first, with what it covers', async () => {
    const { people, waitFor, world } = stage.discord;
    const message = await waitFor.answer(people.slash('letters', {}, { user: world.bram }));
    const shown = textOf(message);
    expect(isEphemeral(message)).toBe(true);
    expect(shown).toContain(nl.covers(stage.library.coverage));
    expect(shown.match(/^\*\*.*\*\*$/gm)).toHaveLength(5);
    expect(shown).toContain('-# geannoteerde agenda · 1 februari 2022 · Kamerstuk 28 676, nr. 387');
    expect(shown).toContain('[officiële publicatie](https://zoek.officielebekendmakingen.nl/kst-28676-280.html)');
    expect(shown.indexOf('2022')).toBeLessThan(shown.indexOf('8 en 9 november 2017'));
  });

  test('of a meeting, of a year, or of none', async () => {
    const { people, waitFor, world } = stage.discord;
    const as = { user: world.bram };
    const of2017 = textOf(await waitFor.answer(people.slash('letters', { year: 2017 }, as)));
    expect(of2017.match(/^\*\*.*\*\*$/gm)).toEqual(['**Verslag NAVO-ministers van Defensie, 8 en 9 november 2017**']);
    const meeting = stage.library.letters.find(({ letterDate }) => letterDate === '2022-02-01')?.meeting?.id ?? '';
    expect(textOf(await waitFor.answer(people.slash('letters', { meeting }, as))).match(/^\*\*.*\*\*$/gm)).toHaveLength(
      1,
    );
    expect(textOf(await waitFor.answer(people.slash('letters', { year: 1999 }, as)))).toContain(nl.letters.none);
    const unknown = await waitFor.answer(people.slash('letters', { meeting: 'zeppelin' }, as));
    expect(textOf(unknown)).toBe(nl.problem.unknownMeeting('zeppelin'));
  });

  test('many letters are paged with a button', async () => {
    const { people, waitFor } = stage.discord;
    const before = stage.library;
    const more = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        `extra-${i}.txt`,
        `Den Haag, ${i + 1} mei 2024\n\nBrief nummer ${i}\n\nTekst ${i}.\n`,
      ]),
    );
    stage.source.next = await scriptedLibrary(more);
    await stage.source.reload();
    const first = await waitFor.answer(people.slash('letters', {}));
    expect(textOf(first)).toContain(en.letters.shown(1, 8, 17));
    const second = await waitFor.answer(people.press(first, customIdOf(first, en.button.moreLetters)));
    expect(textOf(second)).toContain(en.letters.shown(9, 16, 17));
    const third = await waitFor.answer(people.press(second, customIdOf(second, en.button.moreLetters)));
    expect(textOf(third).match(/^\*\*.*\*\*$/gm)).toHaveLength(1);
    stage.source.next = before;
    await stage.source.reload();
  });
});

describe('/help', () => {
  test('shows three questions made from the letters, what it cannot do, and privacy in two lines', async () => {
    const { people, waitFor, world } = stage.discord;
    for (const [user, t] of [
      [world.bram, nl],
      [world.ada, en],
    ] as const) {
      const shown = textOf(await waitFor.answer(people.slash('help', {}, { user })));
      const examples = shown.match(/^- .*\?$/gm) ?? [];
      expect(examples).toHaveLength(3);
      expect(examples.join()).toMatch(/Afschrikking en verdediging/);
      expect(shown).toContain(t.help.cannot);
      expect(shown.split('\n').slice(-2)).toEqual(
        t.help
          .privacy(false, false)
          .split('\n')
          .map((line) => `-# ${line}`),
      );
    }
  });

  test('its examples are answered', async () => {
    const { people, waitFor, world } = stage.discord;
    const shown = textOf(await waitFor.answer(people.slash('help', {}, { user: world.bram })));
    for (const example of shown.match(/^- .*\?$/gm) ?? []) {
      const answer = await waitFor.answer(people.slash('ask', { question: example.slice(2) }, { user: world.bram }));
      expect(textOf(answer)).toMatch(/^> /m);
    }
  });
});

describe('for administrators', () => {
  test('/status tells what the bot runs on and how it fares', async () => {
    const { people, waitFor } = stage.discord;
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

describe('Find sources', () => {
  test('finds passages that bear on somebody’s message, privately, with the buttons of an answer', async () => {
    const { people, waitFor, world } = stage.discord;
    const message = people.write('Volgens mij is Afghanistan nu een vrijhaven voor terroristische organisaties! <@1>', {
      user: world.chris,
    });
    const found = await waitFor.answer(people.messageCommand('Find sources', message, { user: world.bram }));
    expect(isEphemeral(found)).toBe(true);
    expect(textOf(found).split('\n')[0]).toBe(`-# ${nl.answer.sources}`);
    expect(textOf(found)).toContain(
      '### Volgens mij is Afghanistan nu een vrijhaven voor terroristische organisaties!\n',
    );
    const next = await waitFor.answer(people.press(found, customIdOf(found, nl.button.next), { user: world.bram }));
    expect(textOf(next)).toMatch(/^> /m);
  });

  test('of a long message takes the first sentences', async () => {
    const { people, waitFor, world } = stage.discord;
    const sentence = 'Bondgenoten benadrukten de terrorismedreiging in Afghanistan. ';
    const message = people.write(sentence.repeat(20), { user: world.chris });
    const found = await waitFor.answer(people.messageCommand('Find sources', message, { user: world.bram }));
    expect(textOf(found)).toContain(`### ${sentence.repeat(8).trim()}\n`);
  });

  test('of an answer of the bot takes its question', async () => {
    const { people, waitFor, world } = stage.discord;
    const shared = await waitFor.followUp(
      people.slash('ask', { question: 'Afghanistan terroristische organisaties', share: true }),
    );
    const found = await waitFor.answer(people.messageCommand('Find sources', shared, { user: world.bram }));
    expect(textOf(found)).toContain('### Afghanistan terroristische organisaties\n');
  });

  test('a message without text, or one that is gone, is told in one sentence', async () => {
    const { people, waitFor, world, faults } = stage.discord;
    const picture = people.write('🐋', { user: world.chris });
    const none = await waitFor.answer(people.messageCommand('Find sources', picture, { user: world.bram }));
    expect(textOf(none)).toBe(nl.problem.emptyMessage);
    const message = people.write('Afghanistan?', { user: world.chris });
    faults.leaveOut(`data.resolved.messages.${message.id}`);
    const gone = await waitFor.answer(people.messageCommand('Find sources', message, { user: world.bram }));
    expect(textOf(gone)).toBe(nl.problem.deletedMessage);
    expect(isEphemeral(gone)).toBe(true);
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
