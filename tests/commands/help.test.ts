import { describe, expect, test } from 'vitest';
import { everydayCommands } from '../../commands/help/everyday-commands.ts';
import { buttonsOf, textOf } from '../../src/local-discord/index.ts';
import { texts } from '../../src/texts/texts.ts';
import { useStage } from '../support/bot-stage.ts';
import { scriptedLibrary } from '../support/scripted-library.ts';

const stage = useStage();
const nl = texts('nl');
const en = texts('en');

describe('/help', () => {
  test('shows three questions made from the letters, what it cannot do, and privacy in two lines', async () => {
    const { people, waitFor, world } = stage.discord;
    for (const [user, t] of [
      [world.bram, nl],
      [world.ada, en],
    ] as const) {
      const message = await waitFor.answer(people.slash('help', {}, { user }));
      const shown = textOf(message);
      const examples = buttonsOf(message).map(({ label }) => label);
      expect(examples).toHaveLength(3);
      expect(examples.join()).toMatch(/Afschrikking en verdediging/);
      expect(shown).toContain(t.help.cannot);
      expect(shown.match(/^- \*\*\/\w+\*\* /gm)).toHaveLength(everydayCommands('nl').length);
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
    const shown = await waitFor.answer(people.slash('help', {}, { user: world.bram }));
    for (const { custom_id: example } of buttonsOf(shown)) {
      const answer = await waitFor.answer(people.press(shown, example ?? '', { user: world.bram }));
      expect(textOf(answer)).toMatch(/^> /m);
    }
  });

  test('an example that other letters made another question is stale, not another question', async () => {
    const { people, waitFor, world } = stage.discord;
    const as = { user: world.bram };
    const shown = await waitFor.answer(people.slash('help', {}, as));
    const [first] = buttonsOf(shown);
    const newest = 'Den Haag, 3 maart 2025\n\nHoge kades\n\nDe haven is lang en de kade is hoog.\n';
    stage.source.next = await scriptedLibrary({ 'kade.txt': newest }, 'scripted-2');
    await stage.source.reload();
    const stale = await waitFor.answer(people.press(shown, first?.custom_id ?? '', as));
    expect(textOf(stale)).toBe(nl.problem.stale);
    stage.source.next = stage.library;
    await stage.source.reload();
  });
});
